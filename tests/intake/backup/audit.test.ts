import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { expect, onTestFinished, test } from 'vitest'
import { auditIn, faultOf } from '../../../src/commands/server/audit.ts'
import { BACKED_UP } from '../../../src/intake/backup/tables.ts'
import { restoreBackup } from '../../../src/intake/backup/restore.ts'
import { writeBackup } from '../../../src/intake/backup/write.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { at } from '../store/builders.ts'

const now = at('2026-01-20')

test('the log of a backup is checked, goes on after a restore, and a noted head tells what was cut off', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'audit-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const where = { dataDir: join(dir, 'one') }
  const target = { dataDir: join(dir, 'two') }
  for (const { dataDir } of [where, target]) await mkdir(dataDir)
  const store = await openStore(where)
  for (const act of ['signed-in', 'exported', 'signed-out'] as const) await store.record({ act }, now)
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  const backup = async (of: typeof where, name: string) => {
    const file = join(dir, name)
    await writeBackup({ where: of, tables: BACKED_UP, recipient, file, today: now.today })
    return file
  }
  const file = await backup(where, 'one.age')
  await store.close()

  const entries = await auditIn(file, identity)
  expect(entries.map(entry => entry.act)).toEqual(['signed-in', 'exported', 'signed-out'])
  expect(faultOf(entries, entries[2]!.hash)).toBeNull()
  expect(faultOf(entries.slice(0, 2), entries[2]!.hash)).toContain('cut off')
  expect(faultOf(entries.slice(1), null)).toContain('Line 1')

  await restoreBackup({ where: target, file, identity, erased: null, at: now })
  const restored = await openStore(target)
  await restored.record({ act: 'signed-in' }, now)
  await restored.close()
  const after = await auditIn(await backup(target, 'two.age'), identity)
  expect([after.length, faultOf(after, entries[2]!.hash)]).toEqual([4, null])
})
