import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { Kysely, sql } from 'kysely'
import { SettingError } from '../settings/setting-error.ts'
import type { Db } from '../store/database.ts'
import { faultOf, StoreFault } from '../store/fault.ts'
import type { Where } from '../store/open-store.ts'
import { REFUSALS, refuseSeveralHosts, whyNotIn } from '../store/postgres-open.ts'
import { connectTo } from '../store/postgres-pool.ts'
import { CITIZENS_TABLES, type Schema } from '../store/schema.ts'
import { notOurs, SQLITE_FILE } from '../store/sqlite-open.ts'
import { sqliteDialect } from '../store/sqlite-dialect.ts'
import type { BackedUp } from './tables.ts'
import type { Row } from './lines.ts'

/** The number of rows in memory at once. */
const PAGE = 200

/**
 * Reads a store as it stood at one moment, while the service goes on writing.
 * SQLite: a read transaction on a connection of its own (sqlite.org/isolation); PostgreSQL: repeatable read.
 *
 * @throws SettingError when there is no store to read, or it cannot be reached or read
 */
export async function readSnapshot<T>(where: Where, work: (db: Db) => Promise<T>): Promise<T> {
  return 'databaseUrl' in where
    ? readPostgres(where.databaseUrl, async db => {
        // Before anything is read, and so before the moment is fixed: a table that is rewritten beside the one in
        // use must not take its place in between, or rows of the last second would be missing.
        const tables = CITIZENS_TABLES.map(({ table }) => sql.table(table))
        await sql`lock table ${sql.join(tables)} in access share mode`.execute(db)
        return work(db)
      })
    : readSqlite(where.dataDir, work)
}

/**
 * Looks into a store that may be empty, or of an older version, or a standby's: `work` finds out which tables there are.
 * Rows of tables that are written again meanwhile may be missing.
 *
 * @throws SettingError as `readSnapshot`
 */
export async function lookInto<T>(where: Where, work: (db: Db) => Promise<T>): Promise<T> {
  return 'databaseUrl' in where ? readPostgres(where.databaseUrl, work) : readSqlite(where.dataDir, work)
}

async function readPostgres<T>(databaseUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  refuseSeveralHosts(databaseUrl)
  const db = connectTo(databaseUrl, { max: 1, answerMs: null })
  try {
    return await db.transaction().setIsolationLevel('repeatable read').execute(work)
  } catch (cause) {
    throw whyNotRead(cause)
  } finally {
    await db.destroy()
  }
}

/** What PostgreSQL says, as a sentence where it is one of a setting; an error of the reader's own as it is. */
function whyNotRead(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === '42P01') {
    return new SettingError(
      'DATABASE_URL',
      'leads to a database without the tables of this version: start the service on it first, or name the right one',
      { cause },
    )
  }
  return faultOf(cause) instanceof StoreFault || REFUSALS.includes(code) ? whyNotIn(cause) : cause
}

async function readSqlite<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const file = join(dataDir, SQLITE_FILE)
  if (!existsSync(file)) {
    throw new SettingError(
      'INTAKE_DATA',
      `must name the folder where the store lies: ${SQLITE_FILE} is not there`,
    )
  }
  let connection: DatabaseSyncInstance | undefined
  try {
    connection = new DatabaseSync(file, { readOnly: true })
    connection.exec('BEGIN')
    return await work(new Kysely<Schema>({ dialect: sqliteDialect(connection) }))
  } catch (cause) {
    throw faultOf(cause) instanceof StoreFault ? notOurs(cause) : cause
  } finally {
    connection?.close()
  }
}

/** The rows of a table in the order of its key, some at a time. */
export async function* pagesOf(db: Db, { table, key }: BackedUp): AsyncGenerator<readonly Row[]> {
  // Keys are text or whole numbers, and neither database takes one for the other.
  for (let last: unknown = null; ;) {
    const rest = last === null ? sql`` : sql`where ${sql.ref(key)} > ${last}`
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${rest} order by ${sql.ref(key)} limit ${sql.lit(PAGE)}
    `.execute(db)
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.[key]
  }
}

/** How many rows a table has. */
export async function countOf(db: Db, { table }: BackedUp): Promise<number> {
  const { rows } = await sql<{
    count: string | number
  }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.count)
}

/** The names of the migrations that made the tables. */
export async function schemaOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
