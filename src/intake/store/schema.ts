import type { Generated, Selectable } from 'kysely'
import type { AuditEntry, RequestState, SlotKind } from '../../core/contract/index.ts'
import type { Role } from '../../core/sealing/team-entry.ts'

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
  notices: NoticesRow
  weeks: WeekRow
  audit: AuditEntry
  audit_head: { name: 'head'; seq: number; hash: string }
  upkeep: UpkeepRow
  /** `entry`: its JSON, as a leader signed it. */
  team_entries: { n: number; hash: string; entry: string }
  /** `id`: signing key and epoch, so that there is one of each. */
  team_wrapped: { id: string; signing: string; epoch: number; sealed: string }
  team_calendars: { signing: string; calendar: string }
  /** What leaders have made of the templates for replies, sealed; one row. */
  templates: { name: 'replies'; version: number; sealed: string }
  /** `token`: SHA-256 of the link's; `newcomer`: JSON of what they told, null while nobody has come. */
  invites: {
    id: string
    token: string
    role: Role
    by_member: string
    expires: number
    newcomer: string | null
  }
}

/** The tables' rows as they are read. */
export type Rows = { readonly [T in keyof Schema]: Selectable<Schema[T]> }

/**
 * What the intake does for itself, and how far it is. `mix`: the hour in which rows last changed places, and ` begun`
 * while they do; `sweep`: the latest day on which anything was erased; `ready`: written to see that one can write;
 * `room`: written and taken away, to see that there is room; `notices`:
 * the hour in which it was last looked whether there is something to tell members of.
 */
export type UpkeepRow = {
  name: 'rewrite' | 'mix' | 'sweep' | 'ready' | 'room' | 'notices' | 'store'
  done_on: string
}

/**
 * Tables that hold something of citizens: random keys only, nothing finer than a day, no order of arrival.
 * `day` is a column that is no earlier than the day on which a row came, where there is one.
 */
export const CITIZENS_TABLES = [
  { table: 'mailboxes', key: 'hash', day: 'used_on' },
  { table: 'requests', key: 'id', day: 'received_on' },
  { table: 'messages', key: 'id', day: 'on_day' },
  { table: 'notes', key: 'id', day: 'on_day' },
  { table: 'bookings', key: 'id', day: null },
  { table: 'erased', key: 'hash', day: 'on_day' },
  { table: 'proofs', key: 'id', day: 'until_day' },
] as const satisfies readonly { table: keyof Schema; key: string; day: string | null }[]

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
  /** The day of the first answer, or of the move that ended the waiting; null: it has none yet. */
  answered_on: string | null
  /**
   * How the waiting ended last, so that a move which is taken back leaves nothing behind: 0 by a reply, or not at all; 1 by
   * a move; 2 by a move that stands as the first answer, and so set `answered_on`.
   */
  ended_by: Generated<number>
  /** What members were told by mail of something that nobody has looked at yet (`notices.ts`). */
  notice: Generated<number>
  /** The day they were told last. */
  notice_on: string | null
}

/** Sums of one week, of what is erased; `monday` is its first day. */
export type WeekRow = {
  monday: string
  requests: number
  within7: number
  within14: number
  talks: number
}

/** The mail of one member. */
export type NoticesRow = {
  /** The name that the operator's list gives them. */
  who: string
  /** What a mail is still to say; 0: nothing. */
  stage: number
  /** Counts what mails were to say: one that is under way does not cover what came after it. */
  serial: number
  /** The hour in which the last mail went out, `YYYY-MM-DDTHH` in UTC; empty: none has. */
  sent_hour: string
  /** Until then (ms since 1970) a program is sending it. */
  claimed_until: number
  /** The day since which the mail server does not take it; null: it does. */
  failing_since: string | null
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
