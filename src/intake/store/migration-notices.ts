import { type Kysely, sql } from 'kysely'
import type { TableWords } from './table-words.ts'

/** What members have been told of by mail, and the mails that are still to go out. */
export async function notices(db: Kysely<unknown>, { whole, tableEnd }: TableWords): Promise<void> {
  await db.schema
    .alterTable('requests')
    .addColumn('notice', whole, c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('requests').addColumn('notice_on', 'text').execute()
  await sql`update requests set notice = 1 where state = 'new'`.execute(db)
  // Few rows are in it: it is asked each time a member's inbox looks for something new.
  await db.schema
    .createIndex('requests_noticed')
    .on('requests')
    .column('notice')
    .where(sql<boolean>`notice > 0`)
    .execute()
  const mails = db.schema
    .createTable('notices')
    .addColumn('who', 'text', c => c.primaryKey().notNull())
    .addColumn('stage', whole, c => c.notNull())
    .addColumn('serial', whole, c => c.notNull())
    .addColumn('sent_hour', 'text', c => c.notNull())
    .addColumn('claimed_until', whole, c => c.notNull())
    .addColumn('failing_since', 'text')
  await (tableEnd ? mails.modifyEnd(sql.raw(tableEnd)) : mails).execute()
}
