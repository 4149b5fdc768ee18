import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { Kysely } from 'kysely'
import type { Day } from '../../core/contract/index.ts'
import { type Database, type Db, noteReady, noteRoom, type OnFault } from './database.ts'
import { faultOf, StoreFault } from './fault.ts'
import { keepFileTimes } from './file-times.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { CITIZENS_TABLES, type Schema } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { changePlaces, groups, keysSince, type Mixed } from './sqlite-mix.ts'
import { BUSY_MS, connect, lockFile, notOurs } from './sqlite-open.ts'
import { SqliteTurns } from './sqlite-turns.ts'
import { SQLITE_WORDS } from './table-words.ts'

/** While somebody reads, the log cannot be emptied; it is tried again after so long. */
const SCRUB_AGAIN_MS = 5_000
/** After this many tries (5 minutes) it is reported to the operator, and then each hour. */
const TRIES_TOLD = 60
const TRIES_AN_HOUR = 720
/** Upkeep goes in small acts with a pause after each, so that anyone who calls is let in between. */
const PAUSE_MS = 3
/** Another program that writes is waited for so often and so long, without holding up our own thread. */
const BUSY_TRIES = 20
const BUSY_PAUSE_MS = 50
/** Pages given back to the disk in one act, once more than `PAGES_KEPT` are empty: 400 kB of 40 MB. */
const PAGES_GIVEN_BACK = 100
const PAGES_KEPT = 10_000
/** Longer than a message with all that goes with it: what fits shows that there is room again. */
const FILLING_BYTES = 24_000
const filling = (): string => randomBytes(FILLING_BYTES).toString('base64url')

/**
 * Opens (and makes) the embedded database in a folder.
 * @param only the migrations of an older schema: see `migrate`
 * @throws SettingError naming INTAKE_DATA when the folder is missing, cannot be written, or holds another database.
 */
export async function openSqlite(
  dataDir: string,
  onFault: OnFault,
  only: readonly string[] | null = null,
): Promise<Database> {
  const connection = connect(dataDir)
  const db = new Kysely<Schema>({ dialect: sqliteDialect(connection) })
  try {
    await lockFile(connection)
    await migrate(db, migrations(SQLITE_WORDS), only)
    // Written now, so that a full disk shows before anybody relies on it.
    await noteRoom(db, filling())
    connection.exec(`COMMIT; PRAGMA busy_timeout = ${BUSY_MS}`)
  } catch (cause) {
    connection.close()
    throw notOurs(cause)
  }
  return new Sqlite(connection, db, onFault, keepFileTimes(dataDir))
}

/** The embedded database: its acts in turns, and the upkeep of its file between them. */
class Sqlite implements Database {
  readonly #connection: DatabaseSyncInstance
  readonly #db: Db
  readonly #turns: SqliteTurns
  readonly #onFault: OnFault
  readonly #fileTimes: { stop(): void }
  #scrubTries = 0
  #scrubTimer: NodeJS.Timeout | null = null
  #isDamaged = false
  #wasFull = false

  constructor(
    connection: DatabaseSyncInstance,
    db: Db,
    onFault: OnFault,
    fileTimes: { readonly stop: () => void },
  ) {
    this.#connection = connection
    this.#db = db
    this.#turns = new SqliteTurns(connection, db)
    this.#onFault = onFault
    this.#fileTimes = fileTimes
  }

  act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#turns.act(work).catch((cause: unknown) => {
      throw this.#noted(cause)
    })
  }

  /** What a fault tells of the whole database is remembered for `ready`. */
  #noted(cause: unknown): Error {
    const fault = faultOf(cause)
    if (fault instanceof StoreFault) {
      this.#isDamaged ||= fault.code === 'DATABASE_DAMAGED' || fault.code === 'DISK_BROKEN'
      this.#wasFull ||= fault.code === 'DISK_FULL'
    }
    return fault instanceof Error ? fault : new Error('an act failed', { cause: fault })
  }

  /** `secure_delete` has overwritten the pages; the log still holds their old text until it is emptied here. */
  async scrub(): Promise<void> {
    if (this.#turns.isClosed) return
    await this.#turns.between(() => {
      this.#emptyLog()
    })
  }

  /** In small acts: rows of the present and the last day change places, then empty pages go back to the disk. */
  async mix(since: Day): Promise<void> {
    for (const table of CITIZENS_TABLES) {
      for (const keys of groups(await this.#keysSince(table, since))) {
        await this.#inTurn(() => {
          changePlaces(this.#connection, table, keys)
        })
      }
    }
    while (
      await this.#inTurn(() => {
        if (this.#pages('freelist_count') <= PAGES_KEPT || this.#pages('auto_vacuum') !== 2) return false
        this.#connection.exec(`PRAGMA incremental_vacuum(${PAGES_GIVEN_BACK})`)
        return true
      })
    );
    await this.scrub()
  }

  async #keysSince(table: Mixed, since: Day): Promise<string[]> {
    const all: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const from: string = after
      const { keys, next } = await this.#inTurn(() => keysSince(this.#connection, table, since, from))
      all.push(...keys)
      after = next
    }
    return all
  }

  #pages(pragma: string): number {
    const row = this.#connection.prepare(`PRAGMA ${pragma}`).get() as Record<string, number> | undefined
    return row?.[pragma] ?? 0
  }

  /** Does a small piece of upkeep between two acts, and lets others in before the next one. */
  async #inTurn<T>(work: () => T): Promise<T> {
    for (let tried = 1; ; tried++) {
      await wait(tried === 1 ? PAUSE_MS : BUSY_PAUSE_MS)
      try {
        return await this.#turns.between(() => this.#withoutWaiting(work))
      } catch (cause) {
        const fault = this.#noted(cause)
        if (!(fault instanceof StoreFault) || fault.code !== 'DATABASE_BUSY' || tried >= BUSY_TRIES)
          throw fault
      }
    }
  }

  /** A checkpoint that somebody's reading keeps from emptying the log says so in a row, and throws nothing. */
  #emptyLog(): void {
    let fault: unknown = new StoreFault('DATABASE_BUSY', { cause: new Error('the log is being read') })
    try {
      const rows = this.#withoutWaiting<unknown[]>(() =>
        this.#connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all(),
      ) as { busy: number }[]
      if (rows[0]?.busy === 0) {
        this.#scrubTries = 0
        return
      }
    } catch (cause) {
      fault = faultOf(cause)
    }
    this.#scrubTimer ??= setTimeout(() => {
      this.#scrubTimer = null
      this.#scrubTries++
      if (this.#scrubTries === TRIES_TOLD || this.#scrubTries % TRIES_AN_HOUR === 0)
        this.#onFault('scrub', fault)
      void this.scrub()
    }, SCRUB_AGAIN_MS).unref()
  }

  /** SQLite waits for others on the only thread there is, and with it everybody: not for what can be done later. */
  #withoutWaiting<T>(work: () => T): T {
    this.#connection.exec('PRAGMA busy_timeout = 0')
    try {
      return work()
    } finally {
      this.#connection.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
    }
  }

  /** Writes a little, and after a full disk as much as a request needs. A damaged file stays damaged. */
  async probe(): Promise<void> {
    if (this.#isDamaged) throw new StoreFault('DATABASE_DAMAGED')
    await this.act(async db => {
      await noteReady(db, String(Math.random()))
      if (this.#wasFull) await noteRoom(db, filling())
    })
    this.#wasFull = false
  }

  async close(): Promise<void> {
    if (this.#turns.isClosed) return
    if (this.#scrubTimer) clearTimeout(this.#scrubTimer)
    await this.#turns.close()
    await this.#db.destroy()
    // Statements that JavaScript still holds keep SQLite from doing this itself. Where it cannot, nothing is lost.
    this.#emptyLog()
    if (this.#scrubTimer) clearTimeout(this.#scrubTimer)
    this.#connection.close()
    this.#fileTimes.stop()
  }
}
