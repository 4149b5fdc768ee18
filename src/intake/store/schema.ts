import type { RequestState, SlotKind } from '../../core/contract/index.ts'

/** The tables as Kysely sees them; `migrations.ts` makes them. Days are `YYYY-MM-DD` and checked for length. */
export type Schema = {
  mailboxes: MailboxRow
  requests: RequestRow
  messages: MessageRow
  notes: NoteRow
  bookings: BookingRow
  erased: { hash: string; on_day: string }
  proofs: { id: string; until_day: string }
  slots: SlotRow
  tally: { kind: SlotKind; held: number }
  nonces: { nonce: string; expires: number }
  sessions: { id: string; member: string; expires: number }
  upkeep: { name: 'rewrite'; done_on: string }
}

/**
 * Tables that hold something of citizens: random keys only, nothing finer than a day, no order of arrival.
 * The word after each table is a column that the daily rewrite may touch without changing anything.
 */
export const CITIZENS_TABLES = [
  ['mailboxes', 'used_on'],
  ['requests', 'state'],
  ['messages', 'on_day'],
  ['notes', 'on_day'],
  ['bookings', 'given_back'],
  ['erased', 'on_day'],
  ['proofs', 'until_day'],
] as const satisfies readonly (readonly [keyof Schema, string])[]

export type MailboxRow = {
  hash: string
  used_on: string
  /** Talks held or had, in all: stays when the link to the time is gone. */
  youth_talks: number
  /** Times now held; one that is over no longer counts. */
  adult_talks: number
  courses: number
}

export type RequestRow = {
  id: string
  mailbox: string
  content: string
  sealed: Uint8Array
  received_on: string
  state: RequestState
  /** The day the present state began. */
  state_on: string
  /** The day from which the person waits for an answer. */
  waits_from: string
}

export type MessageRow = NoteRow & {
  /** 1 when it came from somebody signed in, 0 when it came through a mailbox. */
  by_staff: number
}

export type NoteRow = { id: string; mailbox: string; content: string; sealed: Uint8Array; on_day: string }

export type BookingRow = {
  id: string
  mailbox: string
  /** SHA-256 of what was asked, emptied with the link: few times are published, so it could be guessed back. */
  content: string
  /** Null once the time is given back, or its day is over. */
  slot_id: string | null
  /** 1 when the time was got with the request (and after a move of it), so that a retry gets the same answer. */
  with_request: number
  given_back: number
}

export type SlotRow = {
  id: string
  kind: SlotKind
  content: string
  /** JSON of `slotDate[]`, as published. */
  dates: string
  place: 'house' | 'telephone'
  seats: number
  seats_taken: number
  room: string | null
  counsellor: string | null
  /** Milliseconds since 1970 of the first date's start. */
  begins_at: number
  /** The last date's day in the municipality's time zone. */
  last_day: string
}
