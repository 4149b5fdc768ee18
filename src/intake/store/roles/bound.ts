import type { ServiceLimits } from '../../../core/facts/limits.ts'
import { answerOf, type Database, type Db } from '../database.ts'
import type { Closing } from '../mailboxes.ts'

/** What the roles of a store are made over: its database, and the municipality's figures. */
export type Ground = {
  readonly database: Database
  /** The municipality's limits. */
  readonly limits: ServiceLimits
  /** What the day on which a mailbox closes is counted with. */
  readonly closing: Closing
}

// `never` takes a query of any parameters: each is called with its own by the type of `Bound`.
type Queries = Readonly<Record<string, (db: Db, ...asked: never[]) => Promise<unknown>>>

type Asked<Query> = Query extends (db: Db, ...asked: infer A) => Promise<unknown> ? A : never
type Answer<Query> = Query extends (db: Db, ...asked: never[]) => Promise<infer R> ? R : never

/** The same calls, each as one act of its own. Each promise resolves only after the data is durable. */
export type Bound<Q> = { [Name in keyof Q]: (...asked: Asked<Q[Name]>) => Promise<Answer<Q[Name]>> }

/** Which answers mean that rows are gone, whose bytes then go out of the files as well. */
export type Erasing<Q> = {
  readonly [Name in keyof Q]?: (answer: Answer<Q[Name]>, asked: Asked<Q[Name]>) => boolean
}

/**
 * Makes a role of a store out of its queries. A query that throws an `Undo` answers with what that carries.
 *
 * @throws StoreFault (each call) when the database cannot
 */
export function bind<Q extends Queries>(
  { database }: Ground,
  queries: Q,
  erasing: Erasing<Q> = {},
): Bound<Q> {
  const bindOne = (name: keyof Q & string) => {
    // The types of one entry belong together, which TypeScript does not see across two records.
    const query = queries[name] as unknown as (db: Db, ...asked: unknown[]) => Promise<unknown>
    const erases = erasing[name] as ((answer: unknown, asked: unknown[]) => boolean) | undefined
    return async (...asked: unknown[]): Promise<unknown> => {
      const answer = await answerOf(database, db => query(db, ...asked))
      if (erases?.(answer, asked)) await database.scrub()
      return answer
    }
  }
  const bound: unknown = Object.fromEntries(Object.keys(queries).map(name => [name, bindOne(name)]))
  return bound as Bound<Q>
}
