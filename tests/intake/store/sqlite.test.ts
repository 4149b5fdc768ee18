import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { CITIZENS_TABLES } from '../../../src/intake/store/schema.ts'
import { openSqlite } from '../../../src/intake/store/sqlite.ts'
import { SQLITE_FILE } from '../../../src/intake/store/sqlite-open.ts'
import { at, everyRequest, mailboxIn, request } from './builders.ts'
import { storeContract } from './contract.ts'
import type { Place } from './harness.ts'

function newPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'intake-'))
  return Promise.resolve({
    where: { dataDir },
    scrubbed: 'at once',
    rows: statement => {
      const connection = new DatabaseSync(join(dataDir, SQLITE_FILE), { readOnly: true })
      const rows = connection.prepare(statement).all() as Record<string, unknown>[]
      connection.close()
      return Promise.resolve(rows.map(row => ({ ...row })))
    },
    files: () =>
      Promise.resolve(Buffer.concat(readdirSync(dataDir).map(name => readFileSync(join(dataDir, name))))),
    remove: () => {
      rmSync(dataDir, { recursive: true })
      return Promise.resolve()
    },
  })
}

storeContract('SQLite', newPlace)

describe('The embedded database', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'intake-'))
  })
  afterEach(() => {
    rmSync(dir, { recursive: true })
  })

  it('names INTAKE_DATA when its folder is missing', async () => {
    await expect(openStore({ dataDir: join(dir, 'nowhere') })).rejects.toThrow(/INTAKE_DATA/)
  })

  it('names INTAKE_DATA when its folder is a file, or its file no database', async () => {
    writeFileSync(
      join(dir, SQLITE_FILE),
      'not a database, though it is long enough to be looked at'.repeat(100),
    )
    await expect(openStore({ dataDir: join(dir, SQLITE_FILE) })).rejects.toThrow(/INTAKE_DATA/)
    await expect(openStore({ dataDir: dir })).rejects.toThrow(/INTAKE_DATA/)
  })

  it('names INTAKE_DATA when it may not write there', async () => {
    // Not even root can make a file in /proc.
    await expect(openStore({ dataDir: '/proc' })).rejects.toThrow(/INTAKE_DATA/)
  })

  it('keeps its file from other users of the machine', async () => {
    const store = await openStore({ dataDir: dir })
    expect(statSync(join(dir, SQLITE_FILE)).mode & 0o077).toBe(0)
    await store.close()
  })

  it('empties its log of what is erased once a reader lets go, and keeps nobody waiting for that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const faults: unknown[][] = []
    const store = await openStore({ dataDir: dir }, { onFault: (...fault) => faults.push(fault) })
    const post = request()
    await store.acceptRequest(post, at('2026-01-10'))
    const reader = new DatabaseSync(join(dir, SQLITE_FILE), { readOnly: true })
    reader.exec('BEGIN')
    reader.prepare('select count(*) from requests').get()
    const hasTraces = () =>
      readdirSync(dir).some(name =>
        readFileSync(join(dir, name)).includes(Buffer.from(post.sealed, 'base64url').subarray(4000, 4040)),
      )
    const scrubAgain = async () => {
      vi.advanceTimersByTime(5_000)
      for (let n = 0; n < 2; n++) await store.ready() // the checkpoint takes its turn between two
    }

    const began = performance.now()
    expect(await store.withdraw(post.mailbox, at('2026-01-10'))).toBe('withdrawn')
    for (let tries = 1; tries < 60; tries++) await scrubAgain()
    expect(performance.now() - began).toBeLessThan(4_000) // one wait of SQLite's own would be 5 seconds
    expect([hasTraces(), faults]).toEqual([true, []])
    await scrubAgain()
    expect(faults).toMatchObject([['scrub', { code: 'DATABASE_BUSY' }]])

    reader.exec('COMMIT')
    reader.close()
    await scrubAgain()
    expect([hasTraces(), faults.length]).toEqual([false, 1])
    await store.close()
  })

  it('puts its hourly rewriting off when another program writes', async () => {
    const store = await openStore({ dataDir: dir })
    const [mailbox] = [await mailboxIn(store), await mailboxIn(store), await mailboxIn(store)]
    await store.close()
    const database = await openSqlite(dir, () => undefined)
    const writer = new DatabaseSync(join(dir, SQLITE_FILE))
    writer.exec('BEGIN IMMEDIATE')
    await expect(database.mix('2026-01-10')).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    writer.exec('ROLLBACK')
    writer.close()
    // What hangs on a mailbox still goes with it.
    await database.act(db => db.deleteFrom('mailboxes').where('hash', '=', mailbox).execute())
    expect(await database.act(db => db.selectFrom('requests').select('id').execute())).toHaveLength(2)
    await database.mix('2026-01-10')
    await database.close()
  })

  it('tells no order of arrival by where the texts lie, within the day, once an hour has passed', async () => {
    const store = await openStore({ dataDir: dir })
    const arrived: Buffer[] = []
    for (let n = 0; n < 120; n++) {
      const post = request()
      await store.acceptRequest(post, at('2026-01-10'))
      arrived.push(Buffer.from(post.sealed, 'base64url').subarray(4000, 4040))
    }
    const order = () => {
      const files = Buffer.concat(readdirSync(dir).map(name => readFileSync(join(dir, name))))
      return rankCorrelation(arrived.map(mark => files.indexOf(mark)))
    }
    await store.mix(at('2026-01-10'))
    expect(Math.abs(order())).toBeLessThan(0.5) // one in 20 million orders at random is further off
    const before = order()
    await store.mix({ today: '2026-01-10', now: at('2026-01-10').now + 3_600_000 })
    expect(order()).not.toBe(before) // also those who come in the next hour are mixed with these
    expect(await everyRequest(store)).toHaveLength(120)
    await store.close()
  })

  it('does a rewriting that was cut off again at the next start, and says so', async () => {
    const first = await openStore({ dataDir: dir })
    await first.mix(at('2026-01-10'))
    await first.close()
    const connection = new DatabaseSync(join(dir, SQLITE_FILE))
    connection.exec(`update upkeep set done_on = '2026-01-10T11 begun' where name = 'mix'`) // as a kill leaves it
    connection.close()
    const faults: unknown[][] = []
    const again = await openStore({ dataDir: dir }, { onFault: (...fault) => faults.push(fault) })
    await again.mix(at('2026-01-10'))
    await again.mix(at('2026-01-10'))
    expect(faults).toMatchObject([['mix', { code: 'MIX_CUT_OFF' }]])
    await again.close()
  })

  it('dates its files by the day', async () => {
    const store = await openStore({ dataDir: dir })
    await store.acceptRequest(request(), at('2026-01-10'))
    await store.close()
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).mtimeMs % 86_400_000, name).toBe(0)
  })

  it('does not start on a file whose pages are damaged, and says what to do', async () => {
    const store = await openStore({ dataDir: dir })
    for (let n = 0; n < 40; n++) await mailboxIn(store)
    await store.close()
    const file = join(dir, SQLITE_FILE)
    const bytes = readFileSync(file)
    for (let page = 3; page < bytes.length / 4096; page += 2) bytes.fill(0xa5, page * 4096, page * 4096 + 200)
    writeFileSync(file, bytes)
    await expect(openStore({ dataDir: dir })).rejects.toThrow(/INTAKE_DATA holds a database that is damaged/)
  })

  it('is not ready when pages turn out to be damaged while it runs', async () => {
    const store = await openStore({ dataDir: dir })
    const posts = Array.from({ length: 40 }, () => request())
    for (const post of posts) await store.acceptRequest(post, at('2026-01-10'))
    await store.close()
    const again = await openStore({ dataDir: dir })
    await again.ready()
    const file = join(dir, SQLITE_FILE)
    const bytes = readFileSync(file)
    for (let page = 60; page < bytes.length / 4096; page++) bytes.fill(0xa5, page * 4096, (page + 1) * 4096)
    writeFileSync(file, bytes)
    const other = new DatabaseSync(file) // lets the first look at the file again
    other.exec('update tally set held = held')
    other.close()
    await expect(everyRequest(again).then(all => all.length)).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
    })
    await expect(again.ready()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
    await again.close()
  })

  it('does not start on a database that a newer version has changed', async () => {
    await (await openStore({ dataDir: dir })).close()
    const connection = new DatabaseSync(join(dir, SQLITE_FILE))
    connection.exec(`insert into kysely_migration values ('9999-later', '')`)
    connection.close()
    await expect(openStore({ dataDir: dir })).rejects.toThrow(/newer version/)
  })

  it('counts no row numbers upwards in citizens’ tables', async () => {
    const store = await openStore({ dataDir: dir })
    const connection = new DatabaseSync(join(dir, SQLITE_FILE), { readOnly: true })
    for (const { table } of CITIZENS_TABLES) {
      expect(() => connection.prepare(`select rowid from ${table}`), table).toThrow(/no such column/)
    }
    connection.close()
    await store.close()
  })
})

/** Spearman's: 1 when the places are in the order of arrival, 0 when they say nothing of it. */
function rankCorrelation(places: readonly number[]): number {
  expect(places.every(place => place >= 0)).toBe(true)
  const ranks = new Map([...places].sort((a, b) => a - b).map((place, rank) => [place, rank]))
  const n = places.length
  const squares = places.reduce((sum, place, index) => sum + ((ranks.get(place) ?? 0) - index) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}
