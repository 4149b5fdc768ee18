import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Day } from '../../core/contract/index.ts'
import { type Database, type Db, noteReady, type OnFault, Undo } from './database.ts'
import { faultOf, StoreFault } from './fault.ts'
import { bringUpToDate, refuseIfNotDurable, refuseSeveralHosts, whyNotIn } from './postgres-open.ts'
import { connectTo } from './postgres-pool.ts'
import { CITIZENS_TABLES } from './schema.ts'

/** Others were in the way: serialization_failure, deadlock_detected (PostgreSQL, appendix A). */
const TRY_AGAIN = ['40001', '40P01']
const TRIES = 12
/** Connections that ended while they lay idle: as many as the pool has could be handed out one after another. */
const CONNECTIONS = 10

/** An address at which nobody answers is not called ten times. */
const AT_ONCE_MS = 1_000

/** A person waits for what is asked; a database that hangs is told from a slow one after so long. */
const ANSWER_MS = 10_000

/** What was withdrawn is out of the tables' files so soon, together with all that is withdrawn until then. */
const SCRUB_MS = 2 * 60_000
/** Writing large tables anew keeps callers waiting: it takes at most a hundredth of the time. */
const SHARE = 100
const LOCK_WAIT = '80ms'
const LOCK_TRIES = 6
const LOCK_PAUSE_MS = 500
/** Larger tables (about 10,000 requests) lose the order of arrival once a day, not once an hour. */
const LARGE_BYTES = 100_000_000

/**
 * Opens a PostgreSQL database and brings it to the newest schema.
 * @throws SettingError naming DATABASE_URL (never its content, which holds a password).
 */
export async function openPostgres(databaseUrl: string, onFault: OnFault): Promise<Database> {
  refuseSeveralHosts(databaseUrl)
  const db = connectTo(databaseUrl, { max: CONNECTIONS, answerMs: ANSWER_MS })
  // Writing tables anew takes as long as they are large: on a connection of its own, that is there when needed.
  const patient = connectTo(databaseUrl, { max: 1, answerMs: null })
  try {
    await refuseIfNotDurable(db)
    await bringUpToDate(patient)
  } catch (cause) {
    await Promise.all([db.destroy(), patient.destroy()])
    throw whyNotIn(cause)
  }
  return new Postgres(db, patient, onFault)
}

/** One transaction, tried again when others were in its way, or the connection it was given had ended before it began. */
async function actOn<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let tried = 1; ; tried++) {
    const act = { hasBegun: false }
    try {
      return await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(within => {
          act.hasBegun = true
          return work(within)
        })
    } catch (cause) {
      if (cause instanceof Undo) throw cause
      const fault = faultOf(cause)
      if (!act.hasBegun && isAway(fault) && tried <= CONNECTIONS && performance.now() - began < AT_ONCE_MS)
        continue
      if (tried >= TRIES || !TRY_AGAIN.includes(codeOf(cause))) throw fault
      await wait(Math.random() * 2 ** Math.min(tried + 2, 8))
    }
  }
}

class Postgres implements Database {
  readonly #db: Db
  readonly #patient: Db
  readonly #onFault: OnFault
  #scrubTimer: NodeJS.Timeout | null = null
  #rewriting: Promise<void> = Promise.resolve()
  #tookMs = 0
  #largeOn: Day | null = null

  constructor(db: Db, patient: Db, onFault: OnFault) {
    this.#db = db
    this.#patient = patient
    this.#onFault = onFault
  }

  act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return actOn(this.#db, work)
  }

  /** PostgreSQL keeps erased rows in its files until they are written anew, and in its log until that is reused. */
  scrub(): Promise<void> {
    this.#scrubTimer ??= setTimeout(
      () => {
        this.#scrubTimer = null
        this.#rewrite(() => true).catch((cause: unknown) => {
          this.#onFault('scrub', cause)
          void this.scrub()
        })
      },
      Math.max(SCRUB_MS, SHARE * this.#tookMs),
    ).unref()
    return Promise.resolve()
  }

  mix(since: Day): Promise<void> {
    const isLargesTurn = this.#largeOn !== since
    this.#largeOn = since
    return this.#rewrite(bytes => isLargesTurn || bytes <= LARGE_BYTES)
  }

  /** One after another: both the hour and a withdrawal may ask for it. */
  #rewrite(isDue: (bytes: number) => boolean): Promise<void> {
    this.#rewriting = this.#rewriting
      .catch(() => undefined) // who asked for that one has been told
      .then(() => this.#writeAnew(isDue))
    return this.#rewriting
  }

  /**
   * CLUSTER writes a table to a new file in key order and drops the old file with all that was erased. The update
   * before it gives every row the same `xmin`, which otherwise counts upwards with each transaction.
   */
  async #writeAnew(isDue: (bytes: number) => boolean): Promise<void> {
    const due: (typeof CITIZENS_TABLES)[number][] = []
    for (const one of CITIZENS_TABLES) {
      // Asked before anything is written: a backup may hold the tables for long, and every try in vain would swell them.
      const bytes = await this.#locked(one.table, async db => {
        const { rows } = await sql<{ bytes: number }>`
          select pg_total_relation_size(${one.table}::regclass) as bytes`.execute(db)
        return rows[0]?.bytes ?? 0
      })
      if (isDue(bytes)) due.push(one)
    }
    const began = performance.now()
    await actOn(this.#patient, async db => {
      for (const { table, key } of due) {
        const column = sql.ref(key)
        await sql`update ${sql.table(table)} set ${column} = ${column}`.execute(db)
      }
    })
    for (const { table } of due) {
      await this.#locked(table, db =>
        sql`cluster ${sql.table(table)} using ${sql.ref(`${table}_pkey`)}`.execute(db),
      )
    }
    this.#tookMs = performance.now() - began
  }

  /** All who come later wait behind one who waits for a table: not long, and rather a few times. */
  async #locked<T>(table: string, work: (db: Db) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await actOn(this.#patient, async db => {
          await sql`set local lock_timeout = ${sql.lit(LOCK_WAIT)}`.execute(db)
          await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(db)
          return work(db)
        })
      } catch (cause) {
        const isBusy = cause instanceof StoreFault && cause.code === 'DATABASE_BUSY'
        if (!isBusy || tried >= LOCK_TRIES) throw cause
        await wait(LOCK_PAUSE_MS)
      }
    }
  }

  async probe(): Promise<void> {
    await this.act(db => noteReady(db, String(Math.random())))
  }

  async close(): Promise<void> {
    if (this.#scrubTimer) clearTimeout(this.#scrubTimer)
    await Promise.all([this.#db.destroy(), this.#patient.destroy()])
  }
}

const isAway = (fault: unknown): boolean => fault instanceof StoreFault && fault.code === 'DATABASE_AWAY'

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
