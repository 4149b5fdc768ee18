import { type Kysely, sql } from 'kysely'
import type { TableWords } from './table-words.ts'

/** Who did what: a line each, and the head of the chain, which is locked while one is written. */
export async function audit(db: Kysely<unknown>, { whole, tableEnd }: TableWords): Promise<void> {
  const lines = db.schema
    .createTable('audit')
    .addColumn('seq', whole, c => c.primaryKey().notNull())
    .addColumn('hour', 'text', c => c.notNull().check(sql<boolean>`length(hour) = 13`))
    .addColumn('who', 'text', c => c.notNull())
    .addColumn('member', 'text', c => c.notNull())
    .addColumn('act', 'text', c => c.notNull())
    .addColumn('reference', 'text')
    .addColumn('state', 'text')
    .addColumn('hash', 'text', c => c.notNull())
  const head = db.schema
    .createTable('audit_head')
    .addColumn('name', 'text', c => c.primaryKey().notNull())
    .addColumn('seq', whole, c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
  for (const table of [lines, head]) {
    await (tableEnd ? table.modifyEnd(sql.raw(tableEnd)) : table).execute()
  }
  await sql`insert into audit_head (name, seq, hash) values ('head', 0, 'foerste-snak audit v1')`.execute(db)
}
