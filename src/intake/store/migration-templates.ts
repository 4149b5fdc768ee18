import { type Kysely, sql } from 'kysely'
import type { TableWords } from './table-words.ts'

/** What leaders have made of the templates for replies. */
export async function templates(db: Kysely<unknown>, { whole, tableEnd }: TableWords): Promise<void> {
  const table = db.schema
    .createTable('templates')
    .addColumn('name', 'text', c => c.primaryKey().notNull())
    .addColumn('version', whole, c => c.notNull())
    .addColumn('sealed', 'text', c => c.notNull())
  await (tableEnd ? table.modifyEnd(sql.raw(tableEnd)) : table).execute()
}
