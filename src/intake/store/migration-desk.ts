import { type Kysely, sql } from 'kysely'
import type { TableWords } from './table-words.ts'

/** By which route a message came; notes that only staff see. */
export async function desk(db: Kysely<unknown>, { bytes, whole, tableEnd }: TableWords): Promise<void> {
  await db.schema
    .alterTable('messages')
    .addColumn('by_staff', whole, c => c.notNull().defaultTo(0))
    .execute()
  const notes = db.schema
    .createTable('notes')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('mailbox', 'text', c => c.notNull().references('mailboxes.hash').onDelete('cascade'))
    .addColumn('content', 'text', c => c.notNull())
    .addColumn('sealed', bytes, c => c.notNull())
    .addColumn('on_day', 'text', c => c.notNull().check(sql<boolean>`length(on_day) = 10`))
  await (tableEnd ? notes.modifyEnd(sql.raw(tableEnd)) : notes).execute()
  await db.schema.createIndex('notes_of_mailbox').on('notes').column('mailbox').execute()
}
