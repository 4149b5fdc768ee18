import { type Kysely, sql } from 'kysely'
import type { TableWords } from './table-words.ts'

/** How the waiting of a request ended last: by a reply, or by a move that may be taken back. */
export async function ended(db: Kysely<unknown>, { whole }: TableWords): Promise<void> {
  await db.schema
    .alterTable('requests')
    .addColumn('ended_by', whole, c => c.notNull().defaultTo(0))
    .execute()
  // Where staff have written nothing, only a move can have ended it.
  await sql`
    update requests set ended_by = case when state = 'junk' then 1 else 2 end
    where state in ('answered', 'handed-over', 'closed', 'junk')
      and mailbox not in (select mailbox from messages where by_staff = 1)
  `.execute(db)
}
