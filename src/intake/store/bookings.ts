import { randomUUID } from 'node:crypto'
import type { Booking, BookingPost, Slot } from '../../core/contract/index.ts'
import { record } from './audit.ts'
import { contentHash } from './content.ts'
import { type Db, Undo } from './database.ts'
import { lockMailbox, touchMailbox } from './mailbox-row.ts'
import type { BookingRow, SlotRow } from './schema.ts'
import type { Counted } from './limits.ts'
import { release, takeSeat } from './seats.ts'
import { slotRow, toDates, toSlot } from './slot-row.ts'
import type { Act, MailboxHash, Moment } from './moment.ts'

type Booked =
  | { kind: 'accepted' | 'same'; booking: Booking }
  | { kind: 'conflict' | 'unknown-mailbox' | 'slot-taken' | 'no-booking-left' | 'not-found' }

/** `Store.book`. A retry of a booking that was given back, moved or is over answers `not-found` and books nothing. */
export async function book(db: Db, mailbox: MailboxHash, post: BookingPost, at: Counted): Promise<Booked> {
  if (!(await touchMailbox(db, mailbox, at))) return { kind: 'unknown-mailbox' }
  const content = contentHash([post.slotIds, post.replaces ?? null])

  const before = await bookingRow(db, post.id)
  if (before) return repeated(db, before, mailbox, content)

  const old = post.replaces === undefined ? undefined : await bookingRow(db, post.replaces)
  if (post.replaces !== undefined) {
    if (!old || !(await release(db, old, mailbox, at, 'citizen')))
      throw new Undo<Booked>({ kind: 'not-found' })
  }
  const got = await takeSeat(db, mailbox, post.slotIds, at)
  if (typeof got === 'string') throw new Undo<Booked>({ kind: got })

  const row = { id: post.id, mailbox, content, slot_id: got.slot.id, with_request: old?.with_request ?? 0 }
  const made = await insertBooking(db, row)
  // The same id came in another program at the same time, from another mailbox: ours is locked here.
  if (!made) throw new Undo<Booked>({ kind: 'conflict' })
  if (old) await db.updateTable('bookings').set({ with_request: 0 }).where('id', '=', old.id).execute()
  return { kind: 'accepted', booking: toBooking(post.id, got.slot) }
}

/** Takes the first free wished time for a request that has just been accepted; null when none was free. */
export async function bookWithRequest(
  db: Db,
  mailbox: MailboxHash,
  slotIds: readonly string[],
  at: Counted,
): Promise<Slot | null> {
  const got = await takeSeat(db, mailbox, slotIds, at)
  if (typeof got === 'string') return null
  await insertBooking(db, { id: randomUUID(), mailbox, content: '', slot_id: got.slot.id, with_request: 1 })
  return toSlot(got.slot)
}

/** `Store.cancelBooking`. Asked again for one already given back it answers `cancelled` again. */
export async function cancelBooking(
  db: Db,
  mailbox: MailboxHash,
  bookingId: string,
  at: Moment,
): Promise<'cancelled' | 'unknown-mailbox' | 'not-found'> {
  if (!(await touchMailbox(db, mailbox, at))) return 'unknown-mailbox'
  const booking = await bookingRow(db, bookingId)
  if (booking?.mailbox !== mailbox) return 'not-found'
  if (booking.given_back === 1) return 'cancelled'
  return (await release(db, booking, mailbox, at, 'citizen')) ? 'cancelled' : 'not-found'
}

/** `Store.staffCancelBookings`. What staff cancel never counts against the person, whenever it is. */
export async function staffCancelBookings(
  db: Db,
  ids: readonly string[],
  at: Act,
): Promise<{ cancelled: number }> {
  if (ids.length === 0) return { cancelled: 0 }
  // In one order, so that two members of staff cannot lock each other out.
  const found = await db
    .selectFrom('bookings')
    .innerJoin('requests', 'requests.mailbox', 'bookings.mailbox')
    .select(['bookings.id', 'bookings.mailbox', 'requests.id as requestId'])
    .where('bookings.id', 'in', ids)
    .orderBy('bookings.mailbox')
    .execute()
  const calledOff: string[] = []
  for (const { id, mailbox, requestId } of found) {
    if (!(await lockMailbox(db, mailbox))) continue
    const booking = await bookingRow(db, id)
    if (booking && (await release(db, booking, mailbox, at, 'staff'))) calledOff.push(requestId)
  }
  for (const requestId of calledOff) await record(db, at, { act: 'booking-called-off', requestId })
  return { cancelled: calledOff.length }
}

/** Gives back every time a mailbox holds. The mailbox must be locked. */
export async function releaseAll(
  db: Db,
  mailbox: MailboxHash,
  at: Moment,
  by: 'citizen' | 'staff',
): Promise<void> {
  const held = await db.selectFrom('bookings').selectAll().where('mailbox', '=', mailbox).execute()
  for (const booking of held) await release(db, booking, mailbox, at, by)
}

async function repeated(db: Db, before: BookingRow, mailbox: MailboxHash, content: string): Promise<Booked> {
  if (before.mailbox !== mailbox) return { kind: 'conflict' }
  const slot = before.slot_id === null ? undefined : await slotRow(db, before.slot_id)
  if (!slot) return { kind: 'not-found' }
  if (before.content !== content) return { kind: 'conflict' }
  return { kind: 'same', booking: toBooking(before.id, slot) }
}

async function insertBooking(db: Db, row: Omit<BookingRow, 'given_back'>): Promise<boolean> {
  const made = await db
    .insertInto('bookings')
    .values({ ...row, given_back: 0 })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

function bookingRow(db: Db, id: string): Promise<BookingRow | undefined> {
  return db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A booking as the holder of the mailbox sees it. */
export function toBooking(id: string, slot: Pick<SlotRow, 'id' | 'kind' | 'dates' | 'place'>): Booking {
  return { id, slotId: slot.id, kind: slot.kind, dates: toDates(slot.dates), place: slot.place }
}
