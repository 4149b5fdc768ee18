import type { RequestState, StaffRequest } from '../../core/contract/index.ts'
import { toSealed } from './content.ts'
import type { Db } from './database.ts'
import type { RequestRow } from './schema.ts'
import type { Moment, Store } from './store.ts'

type StaffBooking = StaffRequest['bookings'][number]

/** What one answer may hold: so many requests, and so many sealed texts in them (each under 22 kB as it travels). */
const REQUESTS_A_PAGE = 200
const TEXTS_A_PAGE = 400

/**
 * `Store.staffRequests`: those whose id comes after `after`, in the order of their random ids. A page ends early when
 * its threads are long, but never before it has one.
 */
export async function staffRequests(db: Db, after = ''): ReturnType<Store['staffRequests']> {
  const candidates = await db
    .selectFrom('requests')
    .select(eb => [
      'id',
      eb
        .selectFrom('messages')
        .select(of => of.fn.countAll<number>().as('count'))
        .whereRef('messages.mailbox', '=', 'requests.mailbox')
        .as('messages'),
    ])
    .where('id', '>', after)
    .orderBy('id')
    .limit(REQUESTS_A_PAGE + 1)
    .execute()
  const last = candidates[pageLength(candidates.map(({ messages }) => 1 + (messages ?? 0))) - 1]
  if (!last) return { requests: [] }

  const requests = await db
    .selectFrom('requests')
    .selectAll()
    .where('id', '>', after)
    .where('id', '<=', last.id)
    .orderBy('id')
    .execute()
  const messages = await db
    .selectFrom('messages')
    .innerJoin('requests', 'requests.mailbox', 'messages.mailbox')
    .select(['messages.id', 'messages.mailbox', 'messages.sealed', 'messages.on_day'])
    .where('requests.id', '>', after)
    .where('requests.id', '<=', last.id)
    .orderBy('messages.id')
    .execute()
  const bookings = await bookingsOf(db)
    .where('requests.id', '>', after)
    .where('requests.id', '<=', last.id)
    .execute()
  const written = grouped(messages, message => message.mailbox)
  const booked = grouped(bookings.map(plain), booking => booking.requestId)
  const isAll = last === candidates.at(-1) && candidates.length <= REQUESTS_A_PAGE
  return {
    requests: requests.map(row =>
      toStaffRequest(row, written.get(row.mailbox) ?? [], booked.get(row.id) ?? []),
    ),
    ...(!isAll && { next: last.id }),
  }
}

/** How many of the next requests go on a page, given how many sealed texts each has. */
function pageLength(texts: readonly number[]): number {
  let sum = 0
  const tooMany = texts.findIndex((count, index) => (sum += count) > TEXTS_A_PAGE && index > 0)
  return Math.min(REQUESTS_A_PAGE, tooMany === -1 ? texts.length : tooMany)
}

/** `Store.staffRequest`. */
export async function staffRequest(db: Db, id: string): Promise<StaffRequest | null> {
  const row = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const messages = await db
    .selectFrom('messages')
    .selectAll()
    .where('mailbox', '=', row.mailbox)
    .orderBy('id')
    .execute()
  const bookings = await bookingsOf(db).where('requests.id', '=', id).execute()
  return toStaffRequest(row, messages, bookings.map(plain))
}

/** `Store.setState`. Setting the state it has changes nothing: its days are counted from the first time. */
export async function setState(
  db: Db,
  id: string,
  state: RequestState,
  at: Moment,
): ReturnType<Store['setState']> {
  const row = await db
    .selectFrom('requests')
    .select(['state', 'waits_from'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return 'not-found'
  const waits = ['new', 'opened']
  const waitsAgain = waits.includes(state) && !waits.includes(row.state)
  await db
    .updateTable('requests')
    .set({ state, state_on: at.today, waits_from: waitsAgain ? at.today : row.waits_from })
    .where('id', '=', id)
    .where('state', '!=', state)
    .execute()
  return 'set'
}

/** All booked times as staff see them: with the request, never with the mailbox. */
export async function staffBookings(db: Db): Promise<StaffBooking[]> {
  return (await bookingsOf(db).execute()).map(plain)
}

function bookingsOf(db: Db) {
  return db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .innerJoin('requests', 'requests.mailbox', 'bookings.mailbox')
    .select(['bookings.id', 'requests.id as requestId', 'slots.id as slotId', 'slots.kind'])
    .orderBy('bookings.id')
}

/** SQLite's rows have no prototype. */
const plain = (row: StaffBooking): StaffBooking => ({ ...row })

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

function toStaffRequest(
  row: RequestRow,
  messages: readonly { id: string; sealed: Uint8Array; on_day: string }[],
  bookings: StaffBooking[],
): StaffRequest {
  return {
    id: row.id,
    receivedOn: row.received_on,
    state: row.state,
    sealed: toSealed(row.sealed),
    messages: messages.map(({ id, sealed, on_day }) => ({ id, sealed: toSealed(sealed), on: on_day })),
    bookings,
  }
}
