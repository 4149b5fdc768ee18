import type { RequestState, StaffRequest } from '../../core/contract/index.ts'
import { toSealed } from './content.ts'
import type { Db } from './database.ts'
import type { RequestRow } from './schema.ts'
import type { Moment, Store } from './store.ts'

type StaffBooking = StaffRequest['bookings'][number]

/** `Store.staffRequests`, in the order of their random ids. */
export async function staffRequests(db: Db): Promise<StaffRequest[]> {
  const requests = await db.selectFrom('requests').selectAll().orderBy('id').execute()
  const messages = await db.selectFrom('messages').selectAll().orderBy('id').execute()
  const bookings = await staffBookings(db)
  const written = grouped(messages, message => message.mailbox)
  const booked = grouped(bookings, booking => booking.requestId)
  return requests.map(row => toStaffRequest(row, written.get(row.mailbox) ?? [], booked.get(row.id) ?? []))
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
  return toStaffRequest(row, messages, await staffBookings(db, id))
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

/** Booked times as staff see them: with the request, never with the mailbox. */
export async function staffBookings(db: Db, requestId?: string): Promise<StaffBooking[]> {
  const all = db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .innerJoin('requests', 'requests.mailbox', 'bookings.mailbox')
    .select(['bookings.id', 'requests.id as requestId', 'slots.id as slotId', 'slots.kind'])
    .orderBy('bookings.id')
  const rows = await (requestId === undefined ? all : all.where('requests.id', '=', requestId)).execute()
  return rows.map(row => ({ ...row }))
}

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
