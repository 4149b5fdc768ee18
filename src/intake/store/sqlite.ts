import { accessSync, chmodSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { Kysely } from 'kysely'
import { SettingError } from '../settings/setting-error.ts'
import type { Database, Db, OnFault } from './database.ts'
import { migrate } from './migrate.ts'
import { migrations, SQLITE_WORDS } from './migrations.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** The file's name in the data folder; SQLite puts `-wal` and `-shm` beside it. */
export const SQLITE_FILE = 'intake.sqlite'

/** How long one program waits for another that writes. */
const BUSY_MS = 5_000
/** While somebody reads, the log cannot be emptied; it is tried again after so long. */
const SCRUB_AGAIN_MS = 5_000
/** After so many tries (5 minutes) whoever runs the intake is told, and then each hour. */
const TRIES_TOLD = 60
const TRIES_AN_HOUR = 720

type Waiting = {
  work: (db: Db) => Promise<unknown>
  resolve: (answer: unknown) => void
  reject: (cause: unknown) => void
}

/**
 * Opens (and makes) the embedded database in a folder.
 * @throws SettingError naming INTAKE_DATA when the folder is missing, cannot be written, or holds another database.
 */
export async function openSqlite(dataDir: string, onFault: OnFault): Promise<Database> {
  const file = join(dataDir, SQLITE_FILE)
  const connection = connect(dataDir, file)
  const db = new Kysely<Schema>({ dialect: sqliteDialect(connection) })
  try {
    await lockFile(connection)
    await migrate(db, migrations(SQLITE_WORDS))
    connection.exec(`COMMIT; PRAGMA busy_timeout = ${BUSY_MS}`)
  } catch (cause) {
    connection.close()
    throw notOurs(cause)
  }
  return new Sqlite(connection, db, onFault)
}

/** Of two programs that start at once one waits here for the other's migration, without blocking its own thread. */
async function lockFile(connection: DatabaseSyncInstance): Promise<void> {
  connection.exec('PRAGMA busy_timeout = 0')
  for (let tried = 1; ; tried++) {
    try {
      connection.exec('BEGIN IMMEDIATE')
      return
    } catch (cause) {
      if (tried >= 250) throw cause
      await wait(20)
    }
  }
}

function connect(dataDir: string, file: string): DatabaseSyncInstance {
  try {
    if (!statSync(dataDir).isDirectory()) throw new Error('not a folder')
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new SettingError('INTAKE_DATA', 'must name an existing folder that this program may write in', {
      cause,
    })
  }
  try {
    const connection = new DatabaseSync(file)
    chmodSync(file, 0o600)
    connection.exec(`
      PRAGMA busy_timeout = ${BUSY_MS};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA temp_store = MEMORY;
    `)
    return connection
  } catch (cause) {
    throw notOurs(cause)
  }
}

/** A full disk, another program that holds the file, or a file that is no database of ours: SQLite says which. */
function notOurs(cause: unknown): SettingError {
  const said = cause instanceof Error ? cause.message : 'unknown'
  return new SettingError('INTAKE_DATA', `holds a database that does not open: ${said}`, { cause })
}

/**
 * Group commit: what is asked within one tick becomes one transaction and one wait for the disk. Each act stands
 * in its own savepoint, so one that fails takes only itself back. Nobody gets an answer before the commit.
 */
class Sqlite implements Database {
  readonly #connection: DatabaseSyncInstance
  readonly #db: Db
  #waiting: Waiting[] = []
  #between: (() => void)[] = []
  #running: Promise<void> | null = null
  #closed = false
  readonly #onFault: OnFault
  #scrubTries = 0
  #scrubTimer: NodeJS.Timeout | null = null

  constructor(connection: DatabaseSyncInstance, db: Db, onFault: OnFault) {
    this.#connection = connection
    this.#db = db
    this.#onFault = onFault
  }

  act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        work,
        resolve: answer => {
          resolve(answer as T)
        },
        reject,
      })
      this.#running ??= this.#run()
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length + this.#between.length > 0) {
      await new Promise(resolve => setImmediate(resolve))
      const batch = this.#waiting
      this.#waiting = []
      if (batch.length > 0) await this.#commit(batch)
      for (const work of this.#between.splice(0)) work()
    }
    this.#running = null
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const settle: (() => void)[] = []
    try {
      this.#connection.exec('BEGIN IMMEDIATE')
      for (const waiting of batch) settle.push(await this.#one(waiting))
      this.#connection.exec('COMMIT')
    } catch (cause) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK')
      for (const { reject } of batch) reject(cause)
      return
    }
    for (const tell of settle) tell()
  }

  /** Runs one act in its savepoint and gives what to tell its asker once the transaction stands. */
  async #one({ work, resolve, reject }: Waiting): Promise<() => void> {
    this.#connection.exec('SAVEPOINT act')
    try {
      const answer = await work(this.#db)
      this.#connection.exec('RELEASE act')
      return () => {
        resolve(answer)
      }
    } catch (cause) {
      // Throws when SQLite has ended the whole transaction (disk full): then the whole batch fails.
      this.#connection.exec('ROLLBACK TO act; RELEASE act')
      return () => {
        reject(cause)
      }
    }
  }

  /** `secure_delete` has overwritten the pages; the log still holds their old text until it is emptied here. */
  async scrub(): Promise<void> {
    if (this.#closed) return
    await this.#betweenActs(() => {
      this.#emptyLog()
    })
  }

  /** Long texts lie in pages handed out as they came; VACUUM copies every table in key order (sqlite.org/lang_vacuum). */
  rewrite(): Promise<void> {
    return this.#betweenActs(() => {
      this.#withoutWaiting(() => {
        this.#connection.exec('VACUUM')
      })
    })
  }

  /** A checkpoint that somebody's reading keeps from emptying the log says so in a row, and throws nothing. */
  #emptyLog(): void {
    let fault: unknown = Object.assign(new Error('the log is being read'), { code: 'SQLITE_BUSY' })
    try {
      const rows = this.#withoutWaiting<unknown[]>(() =>
        this.#connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all(),
      ) as { busy: number }[]
      if (rows[0]?.busy === 0) {
        this.#scrubTries = 0
        return
      }
    } catch (cause) {
      fault = cause
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

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    if (this.#scrubTimer) clearTimeout(this.#scrubTimer)
    await this.#running
    await this.#db.destroy()
    this.#connection.close()
  }

  /** Neither a checkpoint nor VACUUM can run inside a transaction: it takes its turn after the present one. */
  #betweenActs(work: () => void): Promise<void> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    return new Promise((resolve, reject) => {
      this.#between.push(() => {
        try {
          work()
          resolve()
        } catch (cause) {
          reject(cause instanceof Error ? cause : new Error('SQLite refused', { cause }))
        }
      })
      this.#running ??= this.#run()
    })
  }
}
