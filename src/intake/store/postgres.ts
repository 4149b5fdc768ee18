import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { SettingError } from '../setting-error.ts'
import { type Database, type Db, Undo } from './database.ts'
import { migrate } from './migrate.ts'
import { migrations, POSTGRES_WORDS } from './migrations.ts'
import { CITIZENS_TABLES, type Schema } from './schema.ts'

/** Others were in the way: serialization_failure, deadlock_detected (PostgreSQL, appendix A). */
const TRY_AGAIN = ['40001', '40P01']
const TRIES = 12

/** int8 as a number: all of ours are well below 2^53. Set here only, not for every user of `pg`. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format): unknown =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
}

/**
 * Opens a PostgreSQL database and brings it to the newest schema.
 * @throws SettingError naming DATABASE_URL (never its content, which holds a password).
 */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: poolFor(databaseUrl) }) })
  try {
    await refuseIfNotDurable(db)
  } catch (cause) {
    await db.destroy()
    if (cause instanceof SettingError) throw cause
    throw new SettingError('DATABASE_URL', 'does not lead to a PostgreSQL database that lets us in', {
      cause,
    })
  }
  try {
    // Kysely holds an advisory lock meanwhile: of two programs that start at once one waits for the other.
    await migrate(db, migrations(POSTGRES_WORDS))
  } catch (cause) {
    await db.destroy()
    throw new SettingError('DATABASE_URL', 'leads to a database in which our tables could not be made', {
      cause,
    })
  }
  return new Postgres(db)
}

function poolFor(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 10_000, types })
  // A connection that breaks while idle would end the program. The pool drops it; the next query, and
  // `ready()`, tell when the database itself is gone.
  pool.on('error', () => undefined)
  return pool
}

/** 201 is said after the data is durable; a server that only pretends to write cannot keep that. */
async function refuseIfNotDurable(db: Db): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit']) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db)
    if (rows[0]?.value === 'off') {
      throw new SettingError(
        'DATABASE_URL',
        `leads to a database with ${setting} off: turn it on, so that nothing accepted is lost`,
      )
    }
  }
}

class Postgres implements Database {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /**
   * READ COMMITTED: every limit is a row that is updated under a condition (and a CHECK behind it), which locks
   * that row, so several programs may do it at once. Those who lock each other out are tried again.
   */
  async act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#db.transaction().setIsolationLevel('read committed').execute(work)
      } catch (cause) {
        if (cause instanceof Undo || tried >= TRIES || !TRY_AGAIN.includes(codeOf(cause))) throw cause
        await wait(Math.random() * 2 ** Math.min(tried + 2, 8))
      }
    }
  }

  /** PostgreSQL keeps erased rows in its files until they are written anew (`rewrite`) and in its log until that is reused. */
  scrub(): Promise<void> {
    return Promise.resolve()
  }

  /**
   * CLUSTER writes a table to a new file in key order and drops the old file with all that was erased. The update
   * before it gives every row the same `xmin`, which otherwise counts upwards with each transaction.
   */
  async rewrite(): Promise<void> {
    // Asked before anything is written: a backup may hold the tables for long, and every try in vain would swell them.
    for (const [table] of CITIZENS_TABLES) {
      await this.#locked(db => sql`lock table ${sql.table(table)} in access exclusive mode`.execute(db))
    }
    await this.act(async db => {
      for (const [table, column] of CITIZENS_TABLES) {
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db)
      }
    })
    for (const [table] of CITIZENS_TABLES) {
      await this.#locked(db => sql`cluster ${sql.table(table)} using ${sql.ref(`${table}_pkey`)}`.execute(db))
    }
  }

  /** Whoever waits behind a table's lock waits for a person: better tried again an hour later than long. */
  #locked(work: (db: Db) => Promise<unknown>): Promise<unknown> {
    return this.act(async db => {
      await sql`set local lock_timeout = '5s'`.execute(db)
      await work(db)
    })
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }
}

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
