import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepNewest, madeAt, nameOf, removeOld } from '../../../src/commands/server/backup-files.ts'
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

test('one that another run has removed meanwhile is no fault', async () => {
  const dir = await holding('erased-20261130T100000Z.age', 'erased-20261130T110000Z.age')
  await Promise.all([keepNewest(dir, 'erased', 1), keepNewest(dir, 'erased', 1)])
  expect(await filesIn(dir)).toEqual(['erased-20261130T110000Z.age'])
})

test('what cannot be read or removed is named, and all else that is old goes', async () => {
  const old = 'foerste-snak-20261101T120000Z.age'
  const dir = await holding(`a/${old}`, `b/${old}`, `roots/${old}`, `z/${old}`, old)
  const refused = Object.assign(new Error(), { code: 'EACCES' })
  const not = (which: string, path: string): void => {
    if (path === join(dir, which)) throw refused
  }
  const { removed, left } = await removeOld(dir, now, {
    entries: async folder => {
      not('b', folder)
      return readdir(folder, { withFileTypes: true })
    },
    remove: async file => {
      not(`roots/${old}`, file)
      await rm(file)
    },
  })
  expect(removed).toBe(3)
  expect(left.sort()).toEqual([
    `${join(dir, 'b')} cannot be read by this user, and what is too old in it stays (EACCES).`,
    `${join(dir, 'roots', old)} is too old to be kept and cannot be removed by this user (EACCES).`,
  ])
  expect(await filesIn(dir)).toEqual([old, old])
})

test('the folder that a disk has for what the system finds on it is not looked into', async () => {
  const dir = await holding('lost+found/foerste-snak-20261101T120000Z.age')
  expect(await removeOld(dir, now)).toEqual({ removed: 0, left: [] })
})

test('a folder that is not there is told', async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
  await expect(prune(['/nowhere'], now)).rejects.toThrow(/^\/nowhere cannot be read .+ \(ENOENT\)\.$/)
  await expect(prune([], now)).rejects.toThrow('prune FOLDER')
})
