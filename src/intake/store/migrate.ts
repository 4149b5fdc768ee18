import type { Kysely, Migration } from 'kysely'
import type { Db } from './database.ts'

/** Kysely's own table for this, so that a database made with its migrator stays readable. */
type Done = { kysely_migration: { name: string; timestamp: string } }

/** A database that a newer version of this program has changed. */
export class MadeByNewer extends Error {}

/** A database with tables in it, where only one without any can be brought to an older schema. */
export class HasTables extends Error {}

/** Whether every migration has been done. @throws MadeByNewer when more have been than we know. */
export async function isNewest(db: Db, all: Record<string, Migration>): Promise<boolean> {
  const done = await doneIn(on(db))
  const unknown = done.find(name => !(name in all))
  if (unknown !== undefined) throw new MadeByNewer(`the migration ${unknown} is not ours`)
  return Object.keys(all).every(name => done.includes(name))
}

/**
 * Brings a database to the newest schema, in the transaction that the caller has begun: all or nothing, and one
 * program at a time. (Kysely's migrator locks a whole session, which a pooler may hand to somebody else.)
 *
 * @param only names: of a new database, which is brought to this older schema, to be filled with what has it
 * @throws MadeByNewer, HasTables, or the error of the migration that failed.
 */
export async function migrate(
  db: Db,
  all: Record<string, Migration>,
  only: readonly string[] | null = null,
): Promise<void> {
  const ours = on(db)
  await ours.schema
    .createTable('kysely_migration')
    .ifNotExists()
    .addColumn('name', 'varchar(255)', c => c.notNull().primaryKey())
    .addColumn('timestamp', 'varchar(255)', c => c.notNull())
    .execute()
  if (only === null && (await isNewest(db, all))) return
  const done = await doneIn(ours)
  if (only !== null && done.length > 0) throw new HasTables()
  for (const name of Object.keys(all).sort()) {
    if (done.includes(name) || only?.includes(name) === false) continue
    await all[name]?.up(db)
    await ours.insertInto('kysely_migration').values({ name, timestamp: new Date().toISOString() }).execute()
  }
}

async function doneIn(db: Kysely<Done>): Promise<string[]> {
  const rows = await db.selectFrom('kysely_migration').select('name').execute()
  return rows.map(row => row.name)
}

/** Kysely types a database by its tables; this one is none of the store's. */
const on = (db: Db): Kysely<Done> => db as unknown as Kysely<Done>
