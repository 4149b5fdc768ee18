import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { CITIZENS_TABLES } from '../../../src/intake/store/schema.ts'
import { SQLITE_FILE } from '../../../src/intake/store/sqlite.ts'
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
