import { daysAfter, laterDay } from '../../core/calendar/days.ts'
import type { Day, SlotKind } from '../../core/contract/index.ts'
import { toBooking } from './bookings.ts'
import { toMessage } from './content.ts'
import type { Db } from './database.ts'
import { COUNTERS, type Counted, KINDS } from './limits.ts'
import { touchMailbox } from './mailbox-row.ts'
import type { MailboxRow } from './schema.ts'
import type { Retention } from '../settings/retention.ts'
import type { StoredMailbox } from './answers.ts'
import type { MailboxHash } from './moment.ts'

/** The part of the retention that says when a mailbox closes. */
export type Closing = Pick<Retention, 'mailboxDays' | 'closedDays' | 'junkDays'>

/** `Store.mailbox`. Messages come in the order of their random ids: their own order stands inside the seal. */
export async function readMailbox(
  db: Db,
  hash: MailboxHash,
  at: Counted,
  closing: Closing,
): Promise<StoredMailbox | null> {
  const row = await touchMailbox(db, hash, at)
  if (!row) return null
  const messages = await db
    .selectFrom('messages')
    .select(['id', 'sealed', 'on_day', 'by_staff'])
    .where('mailbox', '=', hash)
    .orderBy('id')
    .execute()
  const booked = await db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .select(['bookings.id as booking', 'slots.id', 'kind', 'dates', 'place', 'last_day'])
    .where('mailbox', '=', hash)
    .where('last_day', '>=', at.today)
    .orderBy('begins_at')
    .execute()
  const left = (kind: SlotKind) => Math.max(0, at.limits.most[kind] - row[COUNTERS[kind]])
  return {
    messages: messages.map(toMessage),
    bookings: booked.map(({ booking, ...slot }) => toBooking(booking, slot)),
    // Sound: made of all kinds just here.
    bookingsLeft: Object.fromEntries(KINDS.map(kind => [kind, left(kind)])) as Record<SlotKind, number>,
    closesOn: await closesOn(db, row, closing),
  }
}

/**
 * The last day a mailbox is kept if nothing more happens: counted from its last use, from the last day of a time it
 * holds, and from the day its request was handed over or closed; the latest wins. Junk goes whatever happens.
 */
export async function closesOn(
  db: Db,
  mailbox: MailboxRow,
  { mailboxDays, closedDays, junkDays }: Closing,
): Promise<Day> {
  const booked = await db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .select(eb => eb.fn.max('last_day').as('last'))
    .where('mailbox', '=', mailbox.hash)
    .executeTakeFirst()
  const done = await db
    .selectFrom('requests')
    .select(['state', 'state_on'])
    .where('mailbox', '=', mailbox.hash)
    .where('state', 'in', ['handed-over', 'closed', 'junk'])
    .executeTakeFirst()
  if (done?.state === 'junk') return daysAfter(done.state_on, junkDays)
  const used = laterDay(mailbox.used_on, booked?.last ?? mailbox.used_on)
  const kept = daysAfter(used, mailboxDays)
  return done ? laterDay(kept, daysAfter(done.state_on, closedDays)) : kept
}
