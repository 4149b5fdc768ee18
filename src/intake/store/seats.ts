import type { SlotKind } from '../../core/contract/index.ts'
import type { Db } from './database.ts'
import { addToWeek } from './figures.ts'
import { COUNTERS, COUNTS_FOR_EVER, type Counted } from './limits.ts'
import type { BookingRow, SlotRow } from './schema.ts'
import { slotRow } from './slot-row.ts'
import type { MailboxHash, Moment } from './moment.ts'

type Got = { readonly slot: SlotRow } | 'slot-taken' | 'no-booking-left'

/**
 * Takes a seat at the first wished time that has one and has not begun. Count and seat are each one update under
 * a condition, which the database keeps also among several programs. The mailbox must be locked.
 */
export async function takeSeat(
  db: Db,
  mailbox: MailboxHash,
  slotIds: readonly string[],
  at: Counted,
): Promise<Got> {
  let none: Exclude<Got, object> = 'slot-taken'
  for (const id of slotIds) {
    const slot = await slotRow(db, id)
    if (!slot || slot.begins_at <= at.now || (await holds(db, mailbox, id))) continue
    if (!(await countUp(db, mailbox, slot.kind, at.limits.most[slot.kind]))) {
      none = 'no-booking-left'
      continue
    }
    const seat = await db
      .updateTable('slots')
      .set(eb => ({ seats_taken: eb('seats_taken', '+', 1) }))
      .where('id', '=', id)
      .whereRef('seats_taken', '<', 'seats')
      .returningAll()
      .executeTakeFirst()
    if (seat) return { slot: seat }
    await countDown(db, mailbox, slot.kind)
  }
  return none
}

/**
 * Lets go of a time; false when the booking holds none (any more). Before it begins, or when staff do it, seat and
 * count are given back. After that the seat has been used: it counts, and goes into the tally without a link.
 */
export async function release(
  db: Db,
  booking: BookingRow,
  mailbox: MailboxHash,
  at: Moment,
  by: 'citizen' | 'staff',
): Promise<boolean> {
  if (booking.slot_id === null || booking.mailbox !== mailbox) return false
  const slot = await slotRow(db, booking.slot_id)
  if (!slot) return false
  const used = by === 'citizen' && slot.begins_at <= at.now
  await unlink(db, booking.id, 1)
  if (used) await addToTally(db, slot)
  else await giveSeatBack(db, slot.id)
  if (!used || !COUNTS_FOR_EVER.includes(slot.kind)) await countDown(db, mailbox, slot.kind)
  return true
}

/** Takes the link between a booking and its time away; false when it was gone already. */
export async function unlink(db: Db, bookingId: string, givenBack: 0 | 1): Promise<boolean> {
  const gone = await db
    .updateTable('bookings')
    .set({ slot_id: null, content: '', given_back: givenBack })
    .where('id', '=', bookingId)
    .where('slot_id', 'is not', null)
    .executeTakeFirst()
  return gone.numUpdatedRows === 1n
}

/** One more talk held, as a number that leads to nobody. */
export async function addToTally(
  db: Db,
  { kind, last_day }: Pick<SlotRow, 'kind' | 'last_day'>,
): Promise<void> {
  if (kind === 'youth-talk') await addToWeek(db, last_day, { talks: 1 })
  await db
    .updateTable('tally')
    .set(eb => ({ held: eb('held', '+', 1) }))
    .where('kind', '=', kind)
    .execute()
}

/** One fewer of a kind that a mailbox holds. The mailbox must be locked. */
export async function countDown(db: Db, mailbox: MailboxHash, kind: SlotKind): Promise<void> {
  const counter = COUNTERS[kind]
  await db
    .updateTable('mailboxes')
    .set(eb => ({ [counter]: eb(counter, '-', 1) }))
    .where('hash', '=', mailbox)
    .where(counter, '>', 0)
    .execute()
}

/** One talk of a young person that is over counts no more; those still to come do. The mailbox must be locked. */
export async function countMissedBack(db: Db, mailbox: MailboxHash, at: Moment): Promise<void> {
  const { coming } = await db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .select(eb => eb.fn.countAll().as('coming'))
    .where('mailbox', '=', mailbox)
    .where('kind', '=', 'youth-talk')
    .where('begins_at', '>', at.now)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('mailboxes')
    .set(eb => ({ youth_talks: eb('youth_talks', '-', 1) }))
    .where('hash', '=', mailbox)
    .where('youth_talks', '>', Number(coming))
    .execute()
}

/** A talk that was counted back as missed counts again: they had come. The mailbox must be locked. */
export async function countAgain(db: Db, mailbox: MailboxHash, { limits }: Counted): Promise<void> {
  await countUp(db, mailbox, 'youth-talk', limits.most['youth-talk'])
}

/** One more of a kind; false when the mailbox has what it may have. */
async function countUp(db: Db, mailbox: MailboxHash, kind: SlotKind, most: number): Promise<boolean> {
  const counter = COUNTERS[kind]
  const counted = await db
    .updateTable('mailboxes')
    .set(eb => ({ [counter]: eb(counter, '+', 1) }))
    .where('hash', '=', mailbox)
    .where(counter, '<', most)
    .executeTakeFirst()
  return counted.numUpdatedRows === 1n
}

async function giveSeatBack(db: Db, slotId: string): Promise<void> {
  await db
    .updateTable('slots')
    .set(eb => ({ seats_taken: eb('seats_taken', '-', 1) }))
    .where('id', '=', slotId)
    .execute()
}

async function holds(db: Db, mailbox: MailboxHash, slotId: string): Promise<boolean> {
  const held = await db
    .selectFrom('bookings')
    .select('id')
    .where('mailbox', '=', mailbox)
    .where('slot_id', '=', slotId)
    .executeTakeFirst()
  return held !== undefined
}
