import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { keys, keysIn } from '../../../src/commands/server/keys.ts'
import { makeKeys } from '../../../src/commands/team-keys.ts'
import { BACKED_UP } from '../../../src/intake/backup/tables.ts'
import { writeBackup } from '../../../src/intake/backup/write.ts'
import { keptTeam } from '../../../src/intake/staff/team-book.ts'
import { readTeam, type Team, type TeamFile } from '../../../src/intake/staff/team.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'

let dir: string
const identity = await generateIdentity()
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'keys-of-backup-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
})

/** A backup of a store in which this team was begun. */
async function backupOf(team: Pick<Team, 'demo' | 'signed' | 'members'>): Promise<string> {
  const where = { dataDir: join(dir, 'data') }
  await mkdir(where.dataDir)
  const store = await openStore(where)
  await keptTeam(store, team)
  const file = join(dir, 'backup.age')
  const recipient = await identityToRecipient(identity)
  await writeBackup({ where, tables: BACKED_UP, recipient, file, today: '2026-11-26' })
  await store.close()
  return file
}

test('the public keys come out of a backup as they were, and none that is there is written over', async () => {
  await makeKeys(dir, 'Alva', false)
  const team = await readTeam(join(dir, 'keys.json'))
  const file = await backupOf(team)
  const keyFile = join(dir, 'backup.key.txt')
  await writeFile(keyFile, identity)
  const printed = vi.spyOn(console, 'log').mockReturnValue()
  onTestFinished(() => {
    printed.mockRestore()
  })
  const to = join(dir, 'new')
  await mkdir(to)
  await keys([file, '--identity', keyFile, '--to', to])
  expect(printed.mock.lastCall?.[0]).toContain(`Fingerprint: ${team.fingerprint}`)
  const before = JSON.parse(await readFile(join(dir, 'keys.json'), 'utf8')) as TeamFile
  const members = before.members.map(one => ({ ...one, role: 'leader' }))
  expect(JSON.parse(await readFile(join(to, 'keys.json'), 'utf8'))).toEqual({ ...before, members })
  await expect(keys([file, '--identity', keyFile, '--to', to])).rejects.toThrow('is there already')
  await expect(keys([file, '--identity', keyFile])).rejects.toThrow('keys BACKUP --identity')
})

test('a backup without a list, or with one of an older version, gives none', async () => {
  await expect(keysIn(await backupOf({ demo: false, signed: null, members: [] }), identity)).rejects.toThrow(
    'no list of members that holds together (form)',
  )
  await rm(join(dir, 'data'), { recursive: true })
  await makeKeys(dir, 'Alva', false)
  const { signed, members } = await readTeam(join(dir, 'keys.json'))
  const old = signed && { ...signed, list: signed.list.slice(0, 1) }
  await expect(keysIn(await backupOf({ demo: false, signed: old, members }), identity)).rejects.toThrow(
    'names no team keys',
  )
})
