import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { SettingError } from '../settings/setting-error.ts'
import { type Database, type Db, Undo } from './database.ts'
import { migrate } from './migrate.ts'
import { migrations, POSTGRES_WORDS } from './migrations.ts'
import { connectTo } from './postgres-pool.ts'
import { CITIZENS_TABLES } from './schema.ts'

/** Others were in the way: serialization_failure, deadlock_detected (PostgreSQL, appendix A). */
const TRY_AGAIN = ['40001', '40P01']
const TRIES = 12

/** A person waits for what is asked; a database that hangs is told from a slow one after so long. */
const ANSWER_MS = 10_000
/**
 * Opens a PostgreSQL database and brings it to the newest schema.
 * @throws SettingError naming DATABASE_URL (never its content, which holds a password).
 */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const db = connectTo(databaseUrl, { max: 10, answerMs: ANSWER_MS })
  // Writing tables anew takes as long as they are large: on a connection of its own, that is there when needed.
  const patient = connectTo(databaseUrl, { max: 1, answerMs: null })
  const close = async (): Promise<void> => {
    await Promise.all([db.destroy(), patient.destroy()])
  }
  try {
    await refuseIfNotDurable(db)
  } catch (cause) {
    await close()
    if (cause instanceof SettingError) throw cause
    throw new SettingError('DATABASE_URL', 'does not lead to a PostgreSQL database that lets us in', {
      cause,
    })
  }
  try {
    // Kysely holds an advisory lock meanwhile: of two programs that start at once one waits for the other.
    await migrate(patient, migrations(POSTGRES_WORDS))
  } catch (cause) {
    await close()
    throw new SettingError('DATABASE_URL', 'leads to a database in which our tables could not be made', {
      cause,
    })
  }
  return new Postgres(db, patient)
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

/** One transaction, tried again when others were in its way. */
async function actOn<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(work)
    } catch (cause) {
      if (cause instanceof Undo || tried >= TRIES || !TRY_AGAIN.includes(codeOf(cause))) throw cause
      await wait(Math.random() * 2 ** Math.min(tried + 2, 8))
    }
  }
}

class Postgres implements Database {
  readonly #db: Db
  readonly #patient: Db

  constructor(db: Db, patient: Db) {
    this.#db = db
    this.#patient = patient
  }

  act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return actOn(this.#db, work)
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
    await actOn(this.#patient, async db => {
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
    return actOn(this.#patient, async db => {
      await sql`set local lock_timeout = '5s'`.execute(db)
      await work(db)
    })
  }

  async close(): Promise<void> {
    await Promise.all([this.#db.destroy(), this.#patient.destroy()])
  }
}

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
