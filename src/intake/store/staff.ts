import {
  DONE,
  requestState,
  type ChangesAnswer,
  type ChangesPost,
  type StaffRequest,
} from '../../core/contract/index.ts'
import { contentHash, toMessage, toSealed } from './content.ts'
import type { Db } from './database.ts'

type StaffBooking = StaffRequest['bookings'][number]

/** The most that one answer holds: of requests, and of sealed texts in them (each under 22 kB as it travels). */
const REQUESTS_A_PAGE = 200
const TEXTS_A_PAGE = 400
/** Fewer on the first page for somebody who has nothing yet: they wait for the first to be read. */
const TEXTS_AT_FIRST = 50
/** Bytes of a version's hash: two of the same among all that a house ever has are not to be expected. */
export const VERSION_BYTES = 8

/**
 * `Store.staffRequests`: those whose id comes after `after`, in the order of their random ids. A page ends early when
 * its threads are long, but never before it has one.
 */
export async function staffRequests(
  db: Db,
  after = '',
): Promise<{ requests: StaffRequest[]; next?: string }> {
  const candidates = await db
    .selectFrom('requests')
    .select(eb => [
      'id',
      eb
        .selectFrom('messages')
        .select(of => of.fn.countAll<number>().as('count'))
        .whereRef('messages.mailbox', '=', 'requests.mailbox')
        .as('messages'),
      eb
        .selectFrom('notes')
        .select(of => of.fn.countAll<number>().as('count'))
        .whereRef('notes.mailbox', '=', 'requests.mailbox')
        .as('notes'),
    ])
    .where('id', '>', after)
    .orderBy('id')
    .limit(REQUESTS_A_PAGE + 1)
    .execute()
  const last =
    candidates[pageLength(candidates.map(({ messages, notes }) => 1 + (messages ?? 0) + (notes ?? 0))) - 1]
  if (!last) return { requests: [] }

  const page = candidates.slice(0, candidates.indexOf(last) + 1)
  const isAll = last === candidates.at(-1) && candidates.length <= REQUESTS_A_PAGE
  return {
    requests: await read(
      db,
      page.map(({ id }) => id),
    ),
    ...(!isAll && { next: last.id }),
  }
}

/** `Store.changes`: as much as one answer may hold, what waits for an answer first, then in the order of the random ids. */
export async function changes(
  db: Db,
  { have, done: isDoneWanted = true, also = [] }: ChangesPost,
): Promise<ChangesAnswer> {
  const known = new Set(have)
  const present = await versions(db)
  const unknown = present.filter(one => !known.has(one.version))
  const isWanted = (one: Present): boolean => isDoneWanted || !one.isDone || also.includes(one.id)
  const lacking = unknown
    .filter(isWanted)
    .sort((a, b) => orderOf(a.state) - orderOf(b.state) || (a.id < b.id ? -1 : 1))
  const leftOut = unknown.filter(one => !isWanted(one))
  const junk = leftOut.filter(one => one.state === 'junk').length
  const most = have.length === 0 ? TEXTS_AT_FIRST : TEXTS_A_PAGE
  const page = lacking.slice(
    0,
    pageLength(
      lacking.map(one => one.texts),
      most,
    ),
  )
  const stands = new Set(present.map(one => one.version))
  const ids = page.map(one => one.id)
  const byId = new Map((await read(db, ids)).map(request => [request.id, request]))
  return {
    requests: ids.flatMap(id => byId.get(id) ?? []),
    gone: have.filter(one => !stands.has(one)),
    left: lacking.length - page.length,
    done: { finished: leftOut.length - junk, junk },
  }
}

/** From what nobody has opened to what is cleared away. */
const orderOf = (state: StaffRequest['state']): number => requestState.options.indexOf(state)

type Present = {
  readonly id: string
  readonly state: StaffRequest['state']
  readonly version: string
  readonly texts: number
  /** `changesPost`: nothing is left to do, and nobody has written since. */
  readonly isDone: boolean
}

/** Every request with its version and how many sealed texts it has. Reads no sealed text. */
async function versions(db: Db): Promise<Present[]> {
  const requests = await db
    .selectFrom('requests')
    .select(['id', 'mailbox', 'state', 'state_on', 'answered_on'])
    .orderBy('id')
    .execute()
  const written = db.selectFrom('messages').select(['id', 'mailbox', 'on_day', 'by_staff']).orderBy('id')
  const noted = db.selectFrom('notes').select(['id', 'mailbox']).orderBy('id')
  const messages = grouped(await written.execute(), one => one.mailbox)
  const notes = grouped(await noted.execute(), one => one.mailbox)
  const bookings = grouped(await bookingsOf(db).execute(), one => one.requestId)
  const held = await heldBy(db)
  return requests.map(({ id, mailbox, state, state_on, answered_on }) => {
    const hangsOn = { messages: messages.get(mailbox) ?? [], notes: notes.get(mailbox) ?? [] }
    const stands = { id, state, stateOn: state_on, answeredOn: answered_on }
    const all = { ...stands, ...hangsOn, bookings: bookings.get(id) ?? [], held: held.get(mailbox) ?? 0 }
    const isWrittenSince = all.messages.some(one => !one.by_staff && one.on_day >= state_on)
    return {
      id,
      state,
      version: versionOf(all),
      texts: 1 + all.messages.length + all.notes.length,
      isDone: state === 'junk' || (DONE.includes(state) && !isWrittenSince && all.bookings.length === 0),
    }
  })
}

type Versioned = Pick<StaffRequest, 'id' | 'state' | 'stateOn' | 'answeredOn' | 'held'> & {
  readonly messages: readonly { readonly id: string }[]
  readonly notes: readonly { readonly id: string }[]
  readonly bookings: readonly { readonly id: string; readonly slotId: string }[]
}

/** 64 bits of SHA-256: ids are random and sealed texts never change, so only what can change goes into it. */
function versionOf(one: Versioned): string {
  const { id, state, stateOn, answeredOn, held } = one
  const ids = (of: readonly { readonly id: string }[]) => of.map(each => each.id)
  const booked = one.bookings.map(each => [each.id, each.slotId])
  const hangsOn = [ids(one.messages), ids(one.notes), booked, held]
  return contentHash([id, state, stateOn, answeredOn, ...hangsOn], VERSION_BYTES)
}

/** How many of the next requests go on a page, given how many sealed texts each has. */
function pageLength(texts: readonly number[], most = TEXTS_A_PAGE): number {
  let sum = 0
  const tooMany = texts.findIndex((count, index) => (sum += count) > most && index > 0)
  return Math.min(REQUESTS_A_PAGE, tooMany === -1 ? texts.length : tooMany)
}

/** `Store.staffRequest`. */
export async function staffRequest(db: Db, id: string): Promise<StaffRequest | null> {
  return (await read(db, [id]))[0] ?? null
}

/** These requests with all that hangs on them, in the order of their ids. */
async function read(db: Db, ids: readonly string[]): Promise<StaffRequest[]> {
  if (ids.length === 0) return []
  const requests = await db.selectFrom('requests').selectAll().where('id', 'in', ids).orderBy('id').execute()
  const messages = await db
    .selectFrom('messages')
    .innerJoin('requests', 'requests.mailbox', 'messages.mailbox')
    .select(['messages.id', 'messages.mailbox', 'messages.sealed', 'on_day', 'by_staff'])
    .where('requests.id', 'in', ids)
    .orderBy('messages.id')
    .execute()
  const notes = await db
    .selectFrom('notes')
    .innerJoin('requests', 'requests.mailbox', 'notes.mailbox')
    .select(['notes.id', 'notes.mailbox', 'notes.sealed', 'on_day'])
    .where('requests.id', 'in', ids)
    .orderBy('notes.id')
    .execute()
  const bookings = await bookingsOf(db).where('requests.id', 'in', ids).execute()
  const held = await heldBy(
    db,
    requests.map(({ mailbox }) => mailbox),
  )
  const written = grouped(messages, one => one.mailbox)
  const noted = grouped(notes, one => one.mailbox)
  const booked = grouped(bookings, one => one.requestId)
  return requests.map(row => {
    const all = {
      id: row.id,
      receivedOn: row.received_on,
      state: row.state,
      stateOn: row.state_on,
      answeredOn: row.answered_on,
      sealed: toSealed(row.sealed),
      messages: (written.get(row.mailbox) ?? []).map(toMessage),
      notes: (noted.get(row.mailbox) ?? []).map(note => ({
        id: note.id,
        sealed: toSealed(note.sealed),
        on: note.on_day,
      })),
      bookings: (booked.get(row.id) ?? []).map(plain),
      held: held.get(row.mailbox) ?? 0,
    }
    return { ...all, version: versionOf(all) }
  })
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

/** How many booked times of each mailbox are over: their link to the time is gone, and they were not given back. */
async function heldBy(db: Db, mailboxes?: readonly string[]): Promise<Map<string, number>> {
  // PostgreSQL takes no empty list.
  if (mailboxes?.length === 0) return new Map()
  const over = db
    .selectFrom('bookings')
    .select(eb => ['mailbox', eb.fn.countAll<number>().as('count')])
    .where('slot_id', 'is', null)
    .where('given_back', '=', 0)
    .groupBy('mailbox')
  const rows = await (mailboxes ? over.where('mailbox', 'in', mailboxes) : over).execute()
  return new Map(rows.map(({ mailbox, count }) => [mailbox, count]))
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
