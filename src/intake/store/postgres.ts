import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, type Db, noteReady, type OnFault, Undo } from './database.ts'
import { faultOf, StoreFault } from './fault.ts'
import { writeBeside } from './postgres-beside.ts'
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

/** A person waits for what is asked; after this time it counts as hanging, and not as slow. */
const ANSWER_MS = 10_000

/** What was withdrawn is out of the tables' files so soon, together with all that is withdrawn until then. */
const SCRUB_MS = 2 * 60_000
/** Rewriting tables gives the disk work: it takes at most a fifth of the time. */
const SHARE = 5
/** All who come later wait behind one who waits for a table: not long, and rather several times. */
const LOCK_WAIT = '30ms'
const LOCK_TRIES = 40
const LOCK_PAUSE_MS = 150
/** Tables up to this size (some 300 requests) are rewritten in one piece, in less than a tenth of a second. */
const SMALL_BYTES = 4_000_000
/** Any number that nobody else on the server uses: of several programs one rewrites at a time. */
const REWRITING = 7_205_759_403_793
const OTHERS_PAUSE_MS = 2_000

/**
 * Opens a PostgreSQL database and brings it to the newest schema.
 * @param only the migrations of an older schema instead: see `migrate`
 * @throws SettingError naming DATABASE_URL (never its content, which holds a password).
 */
export async function openPostgres(
  databaseUrl: string,
  onFault: OnFault,
  connections = CONNECTIONS,
  only: readonly string[] | null = null,
): Promise<Database> {
  refuseSeveralHosts(databaseUrl)
  const db = connectTo(databaseUrl, { max: connections, answerMs: ANSWER_MS })
  // Rewriting tables takes as long as they are large: on a connection of its own, that is there when needed.
  const patient = connectTo(databaseUrl, { max: 2, answerMs: null })
  try {
    await refuseIfNotDurable(db)
    await bringUpToDate(patient, only)
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

type Citizens = (typeof CITIZENS_TABLES)[number]

class Postgres implements Database {
  readonly #db: Db
  readonly #patient: Db
  readonly #onFault: OnFault
  #scrubTimer: NodeJS.Timeout | null = null
  #rewriting: Promise<void> = Promise.resolve()
  #tookMs = 0

  constructor(db: Db, patient: Db, onFault: OnFault) {
    this.#db = db
    this.#patient = patient
    this.#onFault = onFault
  }

  act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return actOn(this.#db, work)
  }

  /** PostgreSQL keeps erased rows in its files until they are rewritten, and in its log until that is reused. */
  scrub(): Promise<void> {
    this.#scrubTimer ??= setTimeout(
      () => {
        this.#scrubTimer = null
        this.#rewrite().catch((cause: unknown) => {
          this.#onFault('scrub', cause)
          void this.scrub()
        })
      },
      Math.max(SCRUB_MS, SHARE * this.#tookMs),
    ).unref()
    return Promise.resolve()
  }

  mix(): Promise<void> {
    return this.#rewrite()
  }

  /** One after another, in several programs too: both the hour and a withdrawal may ask for it. */
  #rewrite(): Promise<void> {
    this.#rewriting = this.#rewriting
      .catch(() => undefined) // the caller of that one has its error
      .then(async () => {
        while (!(await this.#writeAnewAlone())) await wait(OTHERS_PAUSE_MS)
      })
    return this.#rewriting
  }

  /** @returns false where another program is at it. (To wait inside for it would look like one who reads for long.) */
  #writeAnewAlone(): Promise<boolean> {
    return actOn(this.#patient, async db => {
      // This one has nothing to say until all is done; some servers end those who are silent for a minute.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(db)
      const { rows } = await sql<{ pid: number; alone: boolean }>`
        select pg_backend_pid() as pid, pg_try_advisory_xact_lock(${sql.lit(REWRITING)}) as alone`.execute(db)
      const [{ pid, alone } = { pid: 0, alone: false }] = rows
      if (alone) await this.#writeAnew(pid)
      return alone
    })
  }

  /** @param waiting the server's process whose transaction is open meanwhile */
  async #writeAnew(waiting: number): Promise<void> {
    const began = performance.now()
    const [small, large]: [Citizens[], Citizens[]] = [[], []]
    for (const one of CITIZENS_TABLES) {
      // Asked before anything is written: a backup may hold the tables for long, and every failed try would swell them.
      const bytes = await this.#locked([one.table], async db => {
        const { rows } = await sql<{ bytes: number }>`
          select pg_total_relation_size(${one.table}::regclass) as bytes`.execute(db)
        return rows[0]?.bytes ?? 0
      })
      const isSmall = bytes <= SMALL_BYTES
      ;(isSmall ? small : large).push(one)
    }
    await this.#clusterAll(small)
    const ways = {
      act: <T>(work: (db: Db) => Promise<T>) => actOn(this.#patient, work),
      locked: <T>(tables: readonly string[], work: (db: Db) => Promise<T>) => this.#locked(tables, work),
      waiting,
    }
    for (const one of large) await writeBeside(one, ways)
    this.#tookMs = performance.now() - began
  }

  /**
   * CLUSTER writes a table to a new file in key order and drops the old file with all that was erased. The update
   * before it gives every row the same `xmin`, which otherwise counts upwards with each transaction.
   */
  async #clusterAll(small: readonly Citizens[]): Promise<void> {
    await actOn(this.#patient, async db => {
      for (const { table, key } of small) {
        const column = sql.ref(key)
        await sql`update ${sql.table(table)} set ${column} = ${column}`.execute(db)
      }
    })
    for (const { table } of small) {
      await this.#locked([table], db =>
        sql`cluster ${sql.table(table)} using ${sql.ref(`${table}_pkey`)}`.execute(db),
      )
    }
  }

  async #locked<T>(tables: readonly string[], work: (db: Db) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await actOn(this.#patient, async db => {
          await sql`set local lock_timeout = ${sql.lit(LOCK_WAIT)}`.execute(db)
          await sql`lock table ${sql.join(tables.map(table => sql.table(table)))} in access exclusive mode`.execute(
            db,
          )
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
