import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** As many prepared statements as are kept: the queries are few, only lists of ids make new ones. */
const KEPT_STATEMENTS = 100

/**
 * Kysely over the `node:sqlite` API (of which @photostructure/sqlite is one). It has one connection and begins
 * and ends no transaction: `sqlite.ts` does that around a whole tick of acts.
 */
export function sqliteDialect(database: DatabaseSyncInstance): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new OneConnection(database),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class OneConnection implements Driver, DatabaseConnection {
  readonly #database: DatabaseSyncInstance
  readonly #statements = new Map<string, { statement: StatementSyncInstance; reads: boolean }>()

  constructor(database: DatabaseSyncInstance) {
    this.#database = database
  }

  init(): Promise<void> {
    return Promise.resolve()
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this)
  }
  releaseConnection(): Promise<void> {
    return Promise.resolve()
  }
  destroy(): Promise<void> {
    this.#statements.clear()
    return Promise.resolve()
  }
  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('an act is already in a transaction'))
  }
  commitTransaction(): Promise<void> {
    return this.beginTransaction()
  }
  rollbackTransaction(): Promise<void> {
    return this.beginTransaction()
  }

  /** An error of SQLite becomes a rejection. */
  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return new Promise(done => {
      const { statement, reads } = this.#prepare(sql)
      // Kysely's own claim: rows are what the query's type says.
      if (reads) done({ rows: statement.all(...parameters) as R[] })
      else done({ rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) })
    })
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported')
  }

  #prepare(sql: string): { statement: StatementSyncInstance; reads: boolean } {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear()
    const statement = this.#database.prepare(sql)
    const prepared = { statement, reads: statement.columns().length > 0 }
    this.#statements.set(sql, prepared)
    return prepared
  }
}
