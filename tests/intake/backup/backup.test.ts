import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { restoreBackup } from '../../../src/intake/backup/restore.ts'
import { BACKED_UP, ERASED_ONLY, LEFT_OUT } from '../../../src/intake/backup/tables.ts'
import { writeBackup } from '../../../src/intake/backup/write.ts'
import { openPostgres } from '../../../src/intake/store/postgres.ts'
import { openSqlite } from '../../../src/intake/store/sqlite.ts'
import { openStore, type Where } from '../../../src/intake/store/open-store.ts'
import { readSnapshot } from '../../../src/intake/backup/snapshot.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { at, booking, everyRequest, kept as retention, move, publish, request } from '../store/builders.ts'

let server: TestPostgres
const keys = generateIdentity().then(async identity => ({
  identity,
  recipient: await identityToRecipient(identity),
}))
const now = at('2026-01-20')
const noFault = (): void => undefined

beforeAll(async () => {
  server = await startPostgres()
}, 60_000)
afterAll(async () => {
  await server.stop()
}, 60_000)

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'backup-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

const stores: readonly [string, () => Promise<Where>][] = [
  ['SQLite', async () => ({ dataDir: await folder() })],
  ['PostgreSQL', async () => ({ databaseUrl: await server.newDatabase() })],
]

/** The database below a store; `only` as `migrate` takes it. */
const databaseAt = (where: Where, only: readonly string[] | null = null) =>
  'dataDir' in where
    ? openSqlite(where.dataDir, noFault, only)
    : openPostgres(where.databaseUrl, noFault, undefined, only)

/** The schema of an earlier version, and the tables that came after it. */
const OLDER = ['0001-first', '0002-desk', '0003-audit', '0004-team']
const SINCE = ['notices', 'weeks', 'templates']

/** A backup of a store in which two people wrote and one of them booked; the store stays open and in use. */
async function backedUp(where: Where) {
  const store = await openStore(where)
  onTestFinished(() => store.close())
  const [slot = ''] = await publish(store, 'youth-talk', 2)
  const kept = request([slot])
  const withdrawn = request()
  for (const one of [kept, withdrawn]) await store.acceptRequest(one, now)
  const { identity, recipient } = await keys
  const dir = await folder()
  const file = join(dir, 'one.age')
  const counts = await writeBackup({ where, tables: BACKED_UP, recipient, file, today: now.today })
  return { store, kept, withdrawn, slot, identity, recipient, dir, file, counts }
}

describe.each(stores)('a backup of %s', (_name, newPlace) => {
  it('brings everything back into an empty store, of either kind', { timeout: 60_000 }, async () => {
    const { store, identity, file, counts, kept, slot, dir } = await backedUp(await newPlace())
    expect(counts).toMatchObject({ requests: 2, mailboxes: 2, bookings: 1, slots: 2 })
    expect(await readdir(dir)).toEqual(['one.age'])
    const before = await everyRequest(store)

    for (const [, newTarget] of stores) {
      const where = await newTarget()
      const { rows } = await restoreBackup({ where, file, identity, erased: null, at: now })
      expect(rows).toEqual(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)))
      const restored = await openStore(where)
      onTestFinished(() => restored.close())
      expect(await everyRequest(restored)).toEqual(before)
      // The same request again is known, and the taken seat stays taken.
      expect(await restored.acceptRequest(kept, now)).toMatchObject({ kind: 'same' })
      const other = request()
      await restored.acceptRequest(other, now)
      expect(await restored.book(other.mailbox, booking([slot]), now)).toMatchObject({ kind: 'slot-taken' })
    }
  })

  it(
    'what was erased since stays erased, and a late retry is still told so',
    { timeout: 60_000 },
    async () => {
      const where = await newPlace()
      const { store, withdrawn, kept, identity, recipient, dir, file } = await backedUp(where)
      await store.withdraw(withdrawn.mailbox, now)
      const later = join(dir, 'erased.age')
      expect(
        await writeBackup({ where, tables: ERASED_ONLY, recipient, file: later, today: now.today }),
      ).toEqual({
        erased: 1,
      })

      const target = await newPlace()
      expect(await restoreBackup({ where: target, file, identity, erased: later, at: now })).toMatchObject({
        stayErased: 1,
      })
      const restored = await openStore(target)
      onTestFinished(() => restored.close())
      expect((await everyRequest(restored)).map(one => one.id)).toEqual([kept.id])
      expect(await restored.acceptRequest(withdrawn, now)).toMatchObject({ kind: 'erased' })
    },
  )

  it(
    'is not swept away again by a clock that is months ahead, before somebody has confirmed the day',
    { timeout: 60_000 },
    async () => {
      const where = await newPlace()
      const { store, kept, identity, recipient, dir } = await backedUp(where)
      await move(store, kept.id, 'new', 'closed', now)
      const file = join(dir, 'two.age')
      await writeBackup({ where, tables: BACKED_UP, recipient, file, today: now.today })

      const ahead = at('2026-06-20')
      const target = await newPlace()
      const { day } = await restoreBackup({ where: target, file, identity, erased: null, at: ahead })
      expect(day).toBe(now.today)
      const restored = await openStore(target)
      onTestFinished(() => restored.close())
      expect(await restored.sweep(retention, ahead)).toMatchObject({ requests: 0, heldSince: now.today })
      expect(await everyRequest(restored)).toHaveLength(2)
      await restored.confirmDay(ahead.today)
      expect(await restored.sweep(retention, ahead)).toMatchObject({ requests: 1, heldSince: null })
    },
  )

  it(
    'of an older version gets what later migrations make of its rows, and goes only into a new store',
    { timeout: 60_000 },
    async () => {
      const where = await newPlace()
      const older = await databaseAt(where, OLDER)
      for (const state of ['new', 'closed'] as const) {
        const hash = state.padEnd(43, 'x')
        const dates = { received_on: '2026-01-10', state_on: '2026-01-12', waits_from: '2026-01-10' }
        const counts = { youth_talks: 0, adult_talks: 0, courses: 0 }
        const row = {
          id: randomUUID(),
          mailbox: hash,
          content: '',
          sealed: Buffer.from('x'),
          state,
          ...dates,
        }
        await older.act(async db => {
          await db
            .insertInto('mailboxes')
            .values({ hash, used_on: '2026-01-12', ...counts })
            .execute()
          await db.insertInto('requests').values(row).execute()
        })
      }
      await older.close()
      const { recipient, identity } = await keys
      const file = join(await folder(), 'older.age')
      const tables = BACKED_UP.filter(({ table }) => !SINCE.includes(table))
      await writeBackup({ where, tables, recipient, file, today: now.today })

      for (const [, newTarget] of stores) {
        const target = await newTarget()
        const restore = () => restoreBackup({ where: target, file, identity, erased: null, at: now })
        expect((await restore()).rows).toMatchObject({ mailboxes: 2, requests: 2 })
        const rows = await readSnapshot(target, db =>
          db
            .selectFrom('requests')
            .select(['state', 'notice', 'answered_on', 'ended_by'])
            .orderBy('state')
            .execute(),
        )
        expect(rows.map(row => ({ ...row }))).toEqual([
          { state: 'closed', notice: 0, answered_on: '2026-01-12', ended_by: 2 },
          { state: 'new', notice: 1, answered_on: null, ended_by: 0 },
        ])
        await expect(restore()).rejects.toThrow('a backup of an older version goes only where there')
      }
    },
  )

  it('tells how far it is while a table is long', { timeout: 60_000 }, async () => {
    const where = await newPlace()
    const store = await openStore(where)
    await store.close()
    const database = await databaseAt(where)
    const rows = Array.from({ length: 5_100 }, (_, at) => ({
      hash: String(at).padStart(64, '0'),
      on_day: '2026-01-20',
    }))
    for (let from = 0; from < rows.length; from += 300)
      await database.act(db =>
        db
          .insertInto('erased')
          .values(rows.slice(from, from + 300))
          .execute(),
      )
    await database.close()
    const { recipient, identity } = await keys
    const file = join(await folder(), 'erased.age')
    const told: unknown[] = []
    await writeBackup({
      where,
      tables: ERASED_ONLY,
      recipient,
      file,
      today: now.today,
      onRows: (...all) => told.push(all),
    })
    expect(told).toEqual([
      ['erased', 5_000, 5_100],
      ['erased', 5_100, 5_100],
    ])
    told.length = 0
    const target = await newPlace()
    await restoreBackup({
      where: target,
      file,
      identity,
      erased: null,
      at: now,
      onRows: (...all) => told.push(all),
    })
    expect(told).toEqual([
      ['erased', 5_000],
      ['erased', 5_100],
    ])
  })

  it('knows every table', async () => {
    const where = await newPlace()
    const store = await openStore(where)
    onTestFinished(() => store.close())
    const tables = await readSnapshot(where, db => db.introspection.getTables())
    expect(tables.map(table => table.name).sort()).toEqual(
      [...BACKED_UP.map(one => one.table), ...LEFT_OUT].sort(),
    )
  })
})

describe('a restore refuses, with a sentence,', () => {
  const restore = async (file: string, where: Where, identity?: string) =>
    restoreBackup({ where, file, identity: identity ?? (await keys).identity, erased: null, at: now })

  it('a list of what was erased that is older than the backup, before anything is written', async () => {
    const where = { dataDir: await folder() }
    const { dir, file, identity, recipient } = await backedUp(where)
    const earlier = join(dir, 'erased.age')
    await writeBackup({ where, tables: ERASED_ONLY, recipient, file: earlier, today: '2026-01-19' })
    const target = { dataDir: await folder() }
    await expect(restoreBackup({ where: target, file, identity, erased: earlier, at: now })).rejects.toThrow(
      'The list of what was erased is of 2026-01-19, the backup of 2026-01-20',
    )
    const store = await openStore(target)
    onTestFinished(() => store.close())
    expect(await everyRequest(store)).toEqual([])
  })

  it('a store that is not empty', async () => {
    const where = { dataDir: await folder() }
    const { file } = await backedUp(where)
    await expect(restore(file, where)).rejects.toThrow('The store is not empty (mailboxes)')
  })

  it('another identity', async () => {
    const { file } = await backedUp({ dataDir: await folder() })
    await expect(restore(file, { dataDir: await folder() }, await generateIdentity())).rejects.toThrow(
      'does not open with this identity',
    )
  })

  it.each([0.3, 0.6, 0.99])('a file of which %d is left', async share => {
    const { file } = await backedUp({ dataDir: await folder() })
    const { length } = await readFile(file)
    await truncate(file, Math.floor(length * share))
    await expect(restore(file, { dataDir: await folder() })).rejects.toThrow(/damaged|cut off|does not open/)
  })

  it('a file that is something else', async () => {
    const file = join(await folder(), 'x.age')
    await writeFile(file, 'hello')
    await expect(restore(file, { dataDir: await folder() })).rejects.toThrow('does not open')
  })
})

it('a backup that cannot be finished leaves no file behind', async () => {
  const dir = await folder()
  const { recipient } = await keys
  await expect(
    writeBackup({
      where: { dataDir: dir },
      tables: BACKED_UP,
      recipient,
      file: join(dir, 'one.age'),
      today: now.today,
    }),
  ).rejects.toThrow('INTAKE_DATA')
  expect(await readdir(dir)).toEqual([])
})
