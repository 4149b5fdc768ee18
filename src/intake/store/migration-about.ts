import type { Kysely } from 'kysely'

/** Whom a leader has taken in, removed or given a role: by name, in the line that tells it. */
export async function about(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('audit').addColumn('about', 'text').execute()
}
