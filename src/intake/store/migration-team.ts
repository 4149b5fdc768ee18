import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { TableWords } from './table-words.ts'

/** The signed list of members with what hangs on it, and invitations. */
export async function team(db: Kysely<unknown>, { whole, tableEnd }: TableWords): Promise<void> {
  const tables = [
    db.schema
      .createTable('team_entries')
      .addColumn('n', whole, c => c.primaryKey().notNull())
      .addColumn('hash', 'text', c => c.notNull())
      .addColumn('entry', 'text', c => c.notNull()),
    db.schema
      .createTable('team_wrapped')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('signing', 'text', c => c.notNull())
      .addColumn('epoch', whole, c => c.notNull())
      .addColumn('sealed', 'text', c => c.notNull()),
    db.schema
      .createTable('team_calendars')
      .addColumn('signing', 'text', c => c.primaryKey().notNull())
      .addColumn('calendar', 'text', c => c.notNull()),
    db.schema
      .createTable('invites')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('token', 'text', c => c.notNull().unique())
      .addColumn('role', 'text', c => c.notNull())
      .addColumn('by_member', 'text', c => c.notNull())
      .addColumn('expires', whole, c => c.notNull())
      .addColumn('newcomer', 'text'),
  ]
  for (const table of tables) await (tableEnd ? table.modifyEnd(sql.raw(tableEnd)) : table).execute()
}
