import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

/** Waiting for a connection that does not come ends after so long. */
const CONNECT_MS = 10_000
/** After so long without a word the system asks whether the other end is still there. */
const SILENCE_MS = 10_000

/** int8 as a number: all of ours are well below 2^53. Set here only, not for every user of `pg`. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format): unknown =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
}

/**
 * A pool of at most `max` connections.
 *
 * @param answerMs a query without an answer after so long is given up, and its connection with it; null = never.
 */
export function connectTo(
  databaseUrl: string,
  { max, answerMs }: { readonly max: number; readonly answerMs: number | null },
): Db {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE_MS,
    types,
  })
  // A connection that breaks while idle would end the program. The pool drops it; the next query, and
  // `ready()`, tell when the database itself is gone.
  pool.on('error', () => undefined)
  // So would one that breaks between two queries of an act: the next query of that act says so.
  pool.on('connect', client => {
    client.on('error', () => undefined)
  })
  const lines = {
    connect: async () => new Line(await pool.connect(), answerMs),
    end: () => pool.end(),
  }
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: lines }) })
}

/** A connection that is not handed on once it has been without an answer for too long: anyone who got it would wait too. */
class Line implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #answerMs: number | null
  #isLost = false

  constructor(client: pg.PoolClient, answerMs: number | null) {
    this.#client = client
    this.#answerMs = answerMs
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') throw new Error('streaming is not supported')
    if (this.#isLost) return Promise.reject(hangs())
    const answer = this.#client.query(sql, [...parameters])
    return this.#answerMs === null ? answer : this.#inTime(answer, this.#answerMs)
  }

  release(): void {
    this.#client.release(this.#isLost)
  }

  #inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#isLost = true
        reject(hangs())
      }, ms)
      answer.then(resolve, reject).finally(() => {
        clearTimeout(timer)
      })
    })
  }
}

function hangs(): Error {
  return Object.assign(new Error('the database does not answer'), { code: 'DATABASE_HANGS' })
}
