import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Day } from '../../core/contract/index.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

/** Called with what goes wrong where nobody waits for an answer; it is tried again. The error may quote data. */
export type OnFault = (place: 'scrub' | 'mix', error: unknown) => void

/** What SQLite and PostgreSQL each do in their own way. All else is one set of queries. */
export interface Database {
  /**
   * Runs one act, all or nothing, and resolves when it is durable. The act may be run again when others were in
   * its way, so it must do nothing but ask the database. An `Undo` thrown inside takes everything back and is the answer.
   * @throws StoreFault when the database cannot; nothing is taken in then, or, cut off in its last moment, the whole act.
   */
  act<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * Called after rows are gone: takes their bytes out of the files, at once or within minutes. Never rejects:
   * what is in its way now is tried again by itself.
   */
  scrub(): Promise<void>
  /**
   * Takes out of the files in which order citizens' rows came, at least of those that came on a day or later. Nobody
   * is kept waiting for it. @throws StoreFault when something was in its way: it is due again.
   */
  mix(since: Day): Promise<void>
  /** Resolves when something can be written. @throws StoreFault when not. */
  probe(): Promise<void>
  close(): Promise<void>
}

/** Writes something that means nothing, to see that one can. */
export async function noteReady(db: Db, text: string): Promise<void> {
  await db
    .insertInto('upkeep')
    .values({ name: 'ready', done_on: text })
    .onConflict(oc => oc.column('name').doUpdateSet({ done_on: text }))
    .execute()
}

/** `Store.id`: made with the first question, the same for all programs. No backup carries it. */
export async function idOf(db: Db): Promise<string> {
  await db
    .insertInto('upkeep')
    .values({ name: 'store', done_on: randomUUID() })
    .onConflict(oc => oc.column('name').doNothing())
    .execute()
  const row = await db
    .selectFrom('upkeep')
    .select('done_on')
    .where('name', '=', 'store')
    .executeTakeFirstOrThrow()
  return row.done_on
}

/** Writes so much and takes it away: shows that there is room for it beside all that is stored. */
export async function noteRoom(db: Db, text: string): Promise<void> {
  await db.insertInto('upkeep').values({ name: 'room', done_on: text }).execute()
  await db.deleteFrom('upkeep').where('name', '=', 'room').execute()
}

/**
 * Thrown inside an act to take everything in it back and still answer. `T` is named where it is thrown: the type that the act
 * answers with, so that the compiler looks at this answer as at any other.
 */
export class Undo<T = never> extends Error {
  readonly answer: T

  constructor(answer: NoInfer<T>) {
    super('taken back')
    this.answer = answer
  }
}

/** Runs an act that may end in an `Undo`, whose answer it gives. */
export async function answerOf<T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await database.act(work)
  } catch (cause) {
    // Sound as far as the type named at the throw is the act's own: what is caught has none.
    if (cause instanceof Undo) return (cause as Undo<T>).answer
    throw cause
  }
}
