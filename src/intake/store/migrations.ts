import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely'
import { about } from './migration-about.ts'
import { audit } from './migration-audit.ts'
import { desk } from './migration-desk.ts'
import { team } from './migration-team.ts'
import { ended } from './migration-ended.ts'
import { figures } from './migration-figures.ts'
import { notices } from './migration-notices.ts'
import { templates } from './migration-templates.ts'
import type { Schema } from './schema.ts'
import type { TableWords } from './table-words.ts'

/** Every migration, oldest first. A published one is never changed. */
export function migrations(words: TableWords): Record<string, Migration> {
  return {
    '0001-first': { up: db => first(db as Kysely<Schema>, words) },
    '0002-desk': { up: db => desk(db, words) },
    '0003-audit': { up: db => audit(db, words) },
    '0004-team': { up: db => team(db, words) },
    '0005-notices': { up: db => notices(db, words) },
    '0006-figures': { up: db => figures(db, words) },
    '0007-about': { up: db => about(db) },
    '0008-templates': { up: db => templates(db, words) },
    '0009-ended': { up: db => ended(db, words) },
  }
}

async function first(db: Kysely<Schema>, { bytes, whole, tableEnd }: TableWords): Promise<void> {
  const make = async <T extends string, C extends string>(table: CreateTableBuilder<T, C>): Promise<void> => {
    await (tableEnd ? table.modifyEnd(sql.raw(tableEnd)) : table).execute()
  }
  const isDay = (column: string) => sql<boolean>`length(${sql.ref(column)}) = 10`
  // How many there may be is the municipality's figure: kept by the update that counts, under the mailbox's lock.
  const isCount = (column: string) => sql<boolean>`${sql.ref(column)} >= 0`

  await make(
    db.schema
      .createTable('mailboxes')
      .addColumn('hash', 'text', c => c.primaryKey().notNull())
      .addColumn('used_on', 'text', c => c.notNull().check(isDay('used_on')))
      .addColumn('youth_talks', whole, c => c.notNull().check(isCount('youth_talks')))
      .addColumn('adult_talks', whole, c => c.notNull().check(isCount('adult_talks')))
      .addColumn('courses', whole, c => c.notNull().check(isCount('courses'))),
  )
  await make(
    db.schema
      .createTable('requests')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('mailbox', 'text', c =>
        c.notNull().unique().references('mailboxes.hash').onDelete('cascade'),
      )
      .addColumn('content', 'text', c => c.notNull())
      .addColumn('sealed', bytes, c => c.notNull())
      .addColumn('received_on', 'text', c => c.notNull().check(isDay('received_on')))
      .addColumn('state', 'text', c => c.notNull())
      .addColumn('state_on', 'text', c => c.notNull().check(isDay('state_on')))
      .addColumn('waits_from', 'text', c => c.notNull().check(isDay('waits_from'))),
  )
  await make(
    db.schema
      .createTable('messages')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('mailbox', 'text', c => c.notNull().references('mailboxes.hash').onDelete('cascade'))
      .addColumn('content', 'text', c => c.notNull())
      .addColumn('sealed', bytes, c => c.notNull())
      .addColumn('on_day', 'text', c => c.notNull().check(isDay('on_day'))),
  )
  await db.schema.createIndex('messages_of_mailbox').on('messages').column('mailbox').execute()
  await make(
    db.schema
      .createTable('slots')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('content', 'text', c => c.notNull())
      .addColumn('dates', 'text', c => c.notNull())
      .addColumn('place', 'text', c => c.notNull())
      .addColumn('seats', whole, c => c.notNull())
      .addColumn('seats_taken', whole, c => c.notNull())
      .addColumn('room', 'text')
      .addColumn('counsellor', 'text')
      .addColumn('begins_at', whole, c => c.notNull())
      .addColumn('last_day', 'text', c => c.notNull().check(isDay('last_day')))
      .addCheckConstraint('never_oversold', sql`seats_taken between 0 and seats`),
  )
  await make(
    db.schema
      .createTable('bookings')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('mailbox', 'text', c => c.notNull().references('mailboxes.hash').onDelete('cascade'))
      .addColumn('content', 'text', c => c.notNull())
      .addColumn('slot_id', 'text', c => c.references('slots.id'))
      .addColumn('with_request', whole, c => c.notNull())
      .addColumn('given_back', whole, c => c.notNull())
      .addUniqueConstraint('one_seat_each', ['mailbox', 'slot_id']),
  )
  await db.schema.createIndex('bookings_of_slot').on('bookings').column('slot_id').execute()
  await make(
    db.schema
      .createTable('erased')
      .addColumn('hash', 'text', c => c.primaryKey().notNull())
      .addColumn('on_day', 'text', c => c.notNull().check(isDay('on_day'))),
  )
  await make(
    db.schema
      .createTable('proofs')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('until_day', 'text', c => c.notNull().check(isDay('until_day'))),
  )
  await make(
    db.schema
      .createTable('nonces')
      .addColumn('nonce', 'text', c => c.primaryKey().notNull())
      .addColumn('expires', whole, c => c.notNull()),
  )
  await make(
    db.schema
      .createTable('sessions')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('member', 'text', c => c.notNull())
      .addColumn('expires', whole, c => c.notNull()),
  )
  await make(
    db.schema
      .createTable('tally')
      .addColumn('kind', 'text', c => c.primaryKey().notNull())
      .addColumn('held', whole, c => c.notNull()),
  )
  await make(
    db.schema
      .createTable('upkeep')
      .addColumn('name', 'text', c => c.primaryKey().notNull())
      .addColumn('done_on', 'text', c => c.notNull()),
  )
  await db
    .insertInto('tally')
    .values([
      { kind: 'youth-talk', held: 0 },
      { kind: 'adult-talk', held: 0 },
      { kind: 'relatives-course', held: 0 },
    ])
    .execute()
  await db.insertInto('upkeep').values({ name: 'rewrite', done_on: '' }).execute()
}
