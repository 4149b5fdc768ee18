import { dayOf } from '../../core/calendar/days.ts'
import type {
  Slot,
  SlotChange,
  SlotKind,
  SlotPost,
  SlotTraits,
  StaffSlot,
} from '../../core/contract/index.ts'
import { record } from './audit.ts'
import { contentHash, idHash } from './content.ts'
import { type Db, Undo } from './database.ts'
import { KINDS } from './limits.ts'
import type { SlotRow } from './schema.ts'
import { slotRow, toSlot } from './slot-row.ts'
import { staffBookings, VERSION_BYTES } from './staff.ts'
import type { Act, Moment } from './moment.ts'

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

type Published = { readonly kind: 'accepted' | 'conflict' | 'exists' }
type Withdrawn = 'withdrawn' | 'slot-booked'

/** `Store.publishSlots`: all or none; one published before with the same content is left as it is. */
export async function publishSlots(db: Db, posts: readonly SlotPost[], at: Act): Promise<Published> {
  for (const post of posts) {
    const { id, kind } = post
    const row = columnsOf(kind, post)
    const made = await db
      .insertInto('slots')
      .values({ id, kind, seats_taken: 0, ...row })
      .onConflict(oc => oc.column('id').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 1n) {
      if (await isTwice(db, id, row)) throw new Undo<Published>({ kind: 'exists' })
      // A late try must not bring back a time that has been put elsewhere since.
      if (await slotRow(db, nextId(id))) throw new Undo<Published>({ kind: 'conflict' })
      continue
    }
    const before = await db.selectFrom('slots').select('content').where('id', '=', id).executeTakeFirst()
    if (before?.content !== row.content) throw new Undo<Published>({ kind: 'conflict' })
  }
  await record(db, at, { act: 'times-published' })
  return { kind: 'accepted' }
}

/** What a time is, as it is stored. */
function columnsOf(kind: SlotKind, traits: SlotTraits) {
  const { dates, place, seats, room = null, counsellor = null } = traits
  const starts = dates.map(date => Date.parse(date.startsAt))
  return {
    content: contentHash([kind, dates, place, seats, room, counsellor]),
    dates: JSON.stringify(dates),
    place,
    seats,
    room,
    counsellor,
    begins_at: Math.min(...starts),
    last_day: dayOf(Math.max(...starts)),
  }
}

/**
 * Whether the same time is there under another id: two citizens would meet one counsellor. Where neither room nor
 * counsellor is named it may be meant for two colleagues; the inbox asks the member who publishes it.
 */
async function isTwice(db: Db, id: string, { content, room, counsellor }: Columns) {
  if (room === null && counsellor === null) return false
  const twin = await db
    .selectFrom('slots')
    .select('id')
    .where('content', '=', content)
    .where('id', 'not in', [id, nextId(id)])
    .executeTakeFirst()
  return twin !== undefined
}

type Changed = 'changed' | 'slot-booked' | 'slot-changed' | 'slot-exists' | 'not-found'

/**
 * `Store.changeSlot`. One statement under conditions, which the database keeps also while somebody books, or a colleague
 * changes the same time. What is as it is to be already was changed by an earlier try.
 */
export async function changeSlot(db: Db, id: string, change: SlotChange, at: Act): Promise<Changed> {
  const before = await slotRow(db, id)
  if (!before) return whatBecame(db, id, change)
  const row = columnsOf(before.kind, change)
  if (before.content === row.content) return 'changed'
  const was = columnsOf(before.kind, change.was).content
  if (await isTwice(db, id, row)) return 'slot-exists'
  const isShownAlike = before.dates === row.dates && before.place === row.place
  const isChanged = await (isShownAlike ? setRow(db, id, was, row) : putElsewhere(db, before, was, row))
  if (!isChanged) {
    const now = await slotRow(db, id)
    if (!now) return whatBecame(db, id, change)
    return now.content === was ? 'slot-booked' : 'slot-changed'
  }
  await record(db, at, { act: 'times-published' })
  return 'changed'
}

type Columns = ReturnType<typeof columnsOf>

async function setRow(db: Db, id: string, was: string, row: Columns): Promise<boolean> {
  const set = await db
    .updateTable('slots')
    .set(row)
    .where('id', '=', id)
    .where('content', '=', was)
    .where('seats_taken', '<=', row.seats)
    .executeTakeFirst()
  return set.numUpdatedRows === 1n
}

/**
 * Under a new id, since a wish names a time by its id: a request that waited on a phone meanwhile would else be booked for
 * an hour that nobody chose.
 */
async function putElsewhere(db: Db, { id, kind }: SlotRow, was: string, row: Columns): Promise<boolean> {
  const gone = await db
    .deleteFrom('slots')
    .where('id', '=', id)
    .where('content', '=', was)
    .where('seats_taken', '=', 0)
    .executeTakeFirst()
  if (gone.numDeletedRows !== 1n) return false
  await db
    .insertInto('slots')
    .values({ id: nextId(id), kind, seats_taken: 0, ...row })
    .execute()
  return true
}

/** The id under which a time stands next: told by the one before, so that a second try finds what the first has done. */
const nextId = (id: string): string =>
  Buffer.from(idHash(id), 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** Of a time that is not there under its id (any more): under the next it stands as it was to be, or otherwise, or not. */
async function whatBecame(db: Db, id: string, change: SlotChange): Promise<Changed> {
  const now = await slotRow(db, nextId(id))
  if (!now) return 'not-found'
  return now.content === columnsOf(now.kind, change).content ? 'changed' : 'slot-changed'
}

/** `Store.withdrawSlots`. A time that is not there (any more) is no hindrance: withdrawing twice is withdrawing. */
export async function withdrawSlots(db: Db, ids: readonly string[], at: Act): Promise<Withdrawn> {
  if (ids.length === 0) return 'withdrawn'
  await db.deleteFrom('slots').where('id', 'in', ids).where('seats_taken', '=', 0).execute()
  const booked = await db.selectFrom('slots').select('id').where('id', 'in', ids).executeTakeFirst()
  if (booked) throw new Undo<Withdrawn>('slot-booked')
  await record(db, at, { act: 'times-withdrawn' })
  return 'withdrawn'
}

type Times = { slots: StaffSlot[]; tally: Record<SlotKind, number> }

/** Changes when anything of these does: who has them as well. */
export const versionOfTimes = ({ slots, tally }: Times): string =>
  contentHash([slots, KINDS.map(kind => tally[kind])], VERSION_BYTES)

/** `Store.staffSlots`: times whose last day is today or later, soonest first. */
export async function staffSlots(db: Db, at: Moment): Promise<Times> {
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
    // Sound: made of all kinds just here.
    tally: Object.fromEntries(KINDS.map(kind => [kind, held(kind)])) as Record<SlotKind, number>,
  }
}
