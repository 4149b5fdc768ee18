import { dayOf } from '../../core/calendar/days.ts'
import type { Slot, SlotKind, SlotPost, StaffSlot } from '../../core/contract/index.ts'
import { record } from './audit.ts'
import { contentHash } from './content.ts'
import { type Db, Undo } from './database.ts'
import { KINDS } from './limits.ts'
import { toSlot } from './slot-row.ts'
import { staffBookings } from './staff.ts'
import type { Act, Moment, Store } from './store.ts'

/** `Store.slots`. */
export async function freeSlots(db: Db, kind: SlotKind, at: Moment): Promise<Slot[]> {
  const rows = await db
    .selectFrom('slots')
    .selectAll()
    .where('kind', '=', kind)
    .where('begins_at', '>', at.now)
    .whereRef('seats_taken', '<', 'seats')
    .orderBy('begins_at')
    .orderBy('id')
    .execute()
  return rows.map(toSlot)
}

/** `Store.publishSlots`: all or none; one published before with the same content is left as it is. */
export async function publishSlots(
  db: Db,
  posts: readonly SlotPost[],
  at: Act,
): ReturnType<Store['publishSlots']> {
  for (const post of posts) {
    const { id, kind, dates, place, seats, room = null, counsellor = null } = post
    const content = contentHash([kind, dates, place, seats, room, counsellor])
    const starts = dates.map(date => Date.parse(date.startsAt))
    const row = {
      id,
      kind,
      content,
      dates: JSON.stringify(dates),
      place,
      seats,
      seats_taken: 0,
      room,
      counsellor,
    }
    const made = await db
      .insertInto('slots')
      .values({ ...row, begins_at: Math.min(...starts), last_day: dayOf(Math.max(...starts)) })
      .onConflict(oc => oc.column('id').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 1n) continue
    const before = await db.selectFrom('slots').select('content').where('id', '=', id).executeTakeFirst()
    if (before?.content !== content) throw new Undo({ kind: 'conflict' })
  }
  await record(db, at, { act: 'times-published' })
  return { kind: 'accepted' }
}

/** `Store.withdrawSlots`. A time that is not there (any more) is no hindrance: withdrawing twice is withdrawing. */
export async function withdrawSlots(
  db: Db,
  ids: readonly string[],
  at: Act,
): ReturnType<Store['withdrawSlots']> {
  if (ids.length === 0) return 'withdrawn'
  await db.deleteFrom('slots').where('id', 'in', ids).where('seats_taken', '=', 0).execute()
  const booked = await db.selectFrom('slots').select('id').where('id', 'in', ids).executeTakeFirst()
  if (booked) throw new Undo('slot-booked')
  await record(db, at, { act: 'times-withdrawn' })
  return 'withdrawn'
}

/** `Store.staffSlots`: times whose last day is today or later, soonest first. */
export async function staffSlots(db: Db, at: Moment): ReturnType<Store['staffSlots']> {
  const rows = await db
    .selectFrom('slots')
    .selectAll()
    .where('last_day', '>=', at.today)
    .orderBy('begins_at')
    .orderBy('id')
    .execute()
  const bookings = await staffBookings(db)
  const slots: StaffSlot[] = rows.map(row => ({
    ...toSlot(row),
    seats: row.seats,
    room: row.room,
    counsellor: row.counsellor,
    bookings: bookings.filter(booking => booking.slotId === row.id),
  }))
  const counted = await db.selectFrom('tally').selectAll().execute()
  const held = (kind: SlotKind) => counted.find(row => row.kind === kind)?.held ?? 0
  return {
    slots,
    tally: Object.fromEntries(KINDS.map(kind => [kind, held(kind)])) as Record<SlotKind, number>,
  }
}
