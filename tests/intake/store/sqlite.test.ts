import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { CITIZENS_TABLES } from '../../../src/intake/store/schema.ts'
import { openSqlite, SQLITE_FILE } from '../../../src/intake/store/sqlite.ts'
import { at, request } from './builders.ts'
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
    expect(faults).toMatchObject([['scrub', { code: 'SQLITE_BUSY' }]])

    reader.exec('COMMIT')
    reader.close()
    await scrubAgain()
    expect([hasTraces(), faults.length]).toEqual([false, 1])
    await store.close()
  })

  it('puts its daily rewriting off when another program writes, and waits for nobody', async () => {
    const database = await openSqlite(dir, () => undefined)
    const writer = new DatabaseSync(join(dir, SQLITE_FILE))
    writer.exec('BEGIN IMMEDIATE')
    const began = performance.now()
    await expect(database.rewrite()).rejects.toThrow(/locked/)
    expect(performance.now() - began).toBeLessThan(4_000)
    writer.exec('ROLLBACK')
    writer.close()
    await database.rewrite()
    await database.close()
  })

  it('counts no row numbers upwards in citizens’ tables', async () => {
    const store = await openStore({ dataDir: dir })
    const connection = new DatabaseSync(join(dir, SQLITE_FILE), { readOnly: true })
    for (const [table] of CITIZENS_TABLES) {
      expect(() => connection.prepare(`select rowid from ${table}`), table).toThrow(/no such column/)
    }
    connection.close()
    await store.close()
  })
})
