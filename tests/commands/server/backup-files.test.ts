import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepNewest, madeAt, nameOf } from '../../../src/commands/server/backup-files.ts'
import { prune } from '../../../src/commands/server/prune.ts'

const now = new Date('2026-11-30T12:00:00Z')

async function holding(...files: string[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'files-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const file of files) {
    await mkdir(join(dir, file, '..'), { recursive: true })
    await writeFile(join(dir, file), '')
  }
  return dir
}

async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(({ name }) => name)
    .sort()
}

async function pruned(dir: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  await prune([dir], now)
  log.mockRestore()
  return filesIn(dir)
}

test('a name tells when its file was made', () => {
  expect(nameOf('erased', now)).toBe('erased-20261130T120000Z.age')
  expect(madeAt('/var/backups/erased-20261130T120000Z.age')).toEqual(now)
  expect(madeAt('recovery.key.txt')).toBeNull()
})

test('nothing is kept for longer than 14 days, in whatever folder it lies, until the next run but one', async () => {
  const kept = [
    'foerste-snak-20261130T110000Z.age',
    'daily/foerste-snak-20261117T033000Z.age',
    'erased-20261116T160000Z.age',
  ]
  const old = [
    'foerste-snak-20261116T120000Z.age',
    'daily/foerste-snak-20261116T033000Z.age',
    'before-upgrade/foerste-snak-20260102T100000Z.age',
    'lyngby/erased-20261101T120000Z.age',
  ]
  const others = ['keys.json', 'foerste-snak-notes.age', 'foerste-snak-20200101T000000Z.age.gz']
  const dir = await holding(...kept, ...old, ...others)
  expect(await pruned(dir)).toEqual([...kept, ...others].map(file => file.replace(/.*\//, '')).sort())
})

test('what a killed backup has left goes, what one is writing stays', async () => {
  const dir = await holding(
    'foerste-snak-20261128T110000Z.age.unfinished',
    'foerste-snak-20261130T115900Z.age.unfinished',
  )
  expect(await pruned(dir)).toEqual(['foerste-snak-20261130T115900Z.age.unfinished'])
})

test('the newest of a kind are kept, of the other kind all', async () => {
  const dir = await holding(
    'foerste-snak-20261130T100000Z.age',
    'foerste-snak-20261130T110000Z.age',
    'foerste-snak-20261130T120000Z.age.unfinished',
    'erased-20261130T100000Z.age',
    'erased-20261130T110000Z.age',
  )
  await keepNewest(dir, 'foerste-snak', 1)
  expect(await filesIn(dir)).toEqual([
    'erased-20261130T100000Z.age',
    'erased-20261130T110000Z.age',
    'foerste-snak-20261130T110000Z.age',
    'foerste-snak-20261130T120000Z.age.unfinished',
  ])
})

test('a folder that is not there is told', async () => {
  await expect(prune(['/nowhere'], now)).rejects.toThrow('/nowhere cannot be read')
  await expect(prune([], now)).rejects.toThrow('prune FOLDER')
})
