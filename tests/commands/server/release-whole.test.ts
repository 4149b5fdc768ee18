import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { finishRelease } from '../../../src/commands/release/finish-release.ts'
import { notesOfRelease } from '../../../src/commands/server/release-whole.ts'

async function release(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'whole-'))
  onTestFinished(() => rm(out, { recursive: true, force: true }))
  const dir = join(out, 'unfinished')
  await mkdir(join(dir, 'site'), { recursive: true })
  for (const file of ['server.mjs', 'site/index.html', 'site/inbox.html'])
    await writeFile(join(dir, file), file)
  return (await finishRelease(dir, { version: 'test', day: '2026-11-27', municipality: null })).folder
}

test('a release that is as it was made has no note, and a checkout neither', async () => {
  expect(await notesOfRelease(await release())).toEqual([])
  expect(await notesOfRelease(tmpdir())).toEqual([])
})

test('files that are changed or missing are named', async () => {
  const folder = await release()
  await writeFile(join(folder, 'site/inbox.html'), 'mended on the server')
  await rm(join(folder, 'server.mjs'))
  expect(await notesOfRelease(folder)).toEqual([
    '2 files of the release are not as it was made (server.mjs, site/inbox.html): unpack it again.',
  ])
})

test.each(['{}', '{"files":{"a"'])('a list that is %s is told', async text => {
  const folder = await release()
  await writeFile(join(folder, 'release.json'), text)
  expect(await notesOfRelease(folder)).toEqual([expect.stringContaining('is not the list of a release')])
})
