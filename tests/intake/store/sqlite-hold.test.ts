import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { holdFolder } from '../../../src/intake/store/sqlite-hold.ts'

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'hold-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

test('a folder is held by one service; commands still get into its store', async () => {
  const dir = await folder()
  const hold = await holdFolder(dir)
  await expect(holdFolder(dir, 100)).rejects.toThrow(/^INTAKE_DATA names .+, which another process serves/)
  await (await openStore({ dataDir: dir })).close()
  hold.release()
  ;(await holdFolder(dir)).release()
}, 20_000)

test('whoever waits for a service that is closing gets the folder after it', async () => {
  const dir = await folder()
  const hold = await holdFolder(dir)
  const next = holdFolder(dir)
  setTimeout(() => {
    hold.release()
  }, 200)
  ;(await next).release()
})

test('a process that is killed holds nothing any more, and a living one keeps others out', async () => {
  const dir = await folder()
  const file = fileURLToPath(new URL('hold-only.ts', import.meta.url))
  const other = spawn(process.execPath, ['--import', 'tsx', file, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void other.kill('SIGKILL'))
  await once(other.stdout, 'data')
  await expect(holdFolder(dir, 100)).rejects.toThrow('another process serves')
  other.kill('SIGKILL')
  await once(other, 'exit')
  ;(await holdFolder(dir)).release()
}, 30_000)
