import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

/** Told of what goes wrong where nobody waits for an answer; it is tried again. The error may quote data. */
export type OnFault = (place: 'scrub' | 'rewrite', error: unknown) => void

/** What SQLite and PostgreSQL each do in their own way. All else is one set of queries. */
export interface Database {
  /**
   * Runs one act, all or nothing, and resolves when it is durable. The act may be run again when others were in
   * its way, so it must do nothing but ask the database. An `Undo` thrown inside takes everything back and is the answer.
   */
  act<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * Called after rows are gone: takes their bytes out of the files, as far as the database can at once. Never rejects:
   * what is in its way now is tried again by itself.
   */
  scrub(): Promise<void>
  /** Writes the citizens' tables anew in the order of their random keys, so that the files tell no order of arrival. */
  rewrite(): Promise<void>
  close(): Promise<void>
}

/** Thrown inside an act to take everything in it back and still answer. */
export class Undo extends Error {
  readonly answer: unknown

  constructor(answer: unknown) {
    super('taken back')
    this.answer = answer
  }
}

/** Runs an act that may end in an `Undo`, whose answer it gives. */
export async function answerOf<T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await database.act(work)
  } catch (cause) {
    if (cause instanceof Undo) return cause.answer as T
    throw cause
  }
}
