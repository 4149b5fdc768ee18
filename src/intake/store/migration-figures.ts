import { type Kysely, sql } from 'kysely'
import type { TableWords } from './table-words.ts'

/** When a request was first answered, and sums by week that stay when it is erased. */
export async function figures(db: Kysely<unknown>, { whole, tableEnd }: TableWords): Promise<void> {
  await db.schema.alterTable('requests').addColumn('answered_on', 'text').execute()
  // The day it came into its present state is the best that is known of those that are there.
  await sql`
    update requests set answered_on = state_on where state in ('answered', 'handed-over', 'closed')
  `.execute(db)
  const weeks = db.schema
    .createTable('weeks')
    .addColumn('monday', 'text', c =>
      c
        .primaryKey()
        .notNull()
        .check(sql<boolean>`length(monday) = 10`),
    )
    .addColumn('requests', whole, c => c.notNull())
    .addColumn('within7', whole, c => c.notNull())
    .addColumn('within14', whole, c => c.notNull())
    .addColumn('talks', whole, c => c.notNull())
  await (tableEnd ? weeks.modifyEnd(sql.raw(tableEnd)) : weeks).execute()
}
