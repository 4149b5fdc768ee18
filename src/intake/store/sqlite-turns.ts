import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Db } from './database.ts'

type Waiting = {
  work: (db: Db) => Promise<unknown>
  resolve: (answer: unknown) => void
  reject: (cause: unknown) => void
}

/**
 * Group commit: what is asked within one tick becomes one transaction and one wait for the disk. Each act stands
 * in its own savepoint, so one that fails takes only itself back. Nobody gets an answer before the commit.
 */
export class SqliteTurns {
  readonly #connection: DatabaseSyncInstance
  readonly #db: Db
  #waiting: Waiting[] = []
  #between: (() => void)[] = []
  #running: Promise<void> | null = null
  #closed = false

  constructor(connection: DatabaseSyncInstance, db: Db) {
    this.#connection = connection
    this.#db = db
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Takes nothing more, and waits until all that was asked is answered. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }

  act<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        work,
        resolve: answer => {
          resolve(answer as T) // what `work` gave
        },
        reject,
      })
      this.#running ??= this.#run()
    })
  }

  /** Neither a checkpoint nor a change of places can run inside a transaction: it takes its turn after the present one. */
  between<T>(work: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    return new Promise((resolve, reject) => {
      this.#between.push(() => {
        try {
          resolve(work())
        } catch (cause) {
          reject(cause instanceof Error ? cause : new Error('SQLite refused', { cause }))
        }
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
      // SQLite has ended the whole transaction (disk full): then the whole batch fails, and for that reason.
      if (!this.#connection.isTransaction) throw cause
      this.#connection.exec('ROLLBACK TO act; RELEASE act')
      return () => {
        reject(cause)
      }
    }
  }
}
