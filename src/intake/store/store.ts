import type {
  AuditAct,
  AuditEntry,
  Booking,
  BookingPost,
  Day,
  RequestPost,
  Slot,
  SlotChange,
  SlotKind,
  SlotPost,
  StatesAnswer,
  StatesPost,
  StaffRequest,
  ChangesAnswer,
  ChangesPost,
  NotePost,
  StaffSlot,
  StoredMessage,
  WeekFigures,
} from '../../core/contract/index.ts'
import type { Invite, InvitePost, Newcomer, TeamAnswer, TeamPost } from '../../core/contract/team.ts'

/** All that is kept of the team: nothing of it is believed before it is checked. */
export type StoredTeam = Omit<TeamAnswer, 'demo' | 'invites'>

/** The day (municipality's time zone) and the instant (ms since 1970) an act happens: passed in, never read. */
export type Moment = { readonly today: Day; readonly now: number }

/** A member who acts: name and public signing key. */
export type By = { readonly name: string; readonly signing: string }

/** A moment at which a member acts: what they do is recorded with it. */
export type Act = Moment & { readonly by: By }

/** SHA-256 of a mailbox token, base64url: all the intake ever keeps of it. */
export type MailboxHash = string

/** What a retry meets. `same`: this id with this content was accepted before and gets the same answer. */
type Repeated = 'same' | 'conflict' | 'erased'

export type AcceptedRequest = { readonly receivedOn: Day; readonly slot: Slot | null }

export type StoredMailbox = {
  readonly messages: readonly StoredMessage[]
  readonly bookings: readonly Booking[]
  readonly bookingsLeft: Readonly<Record<SlotKind, number>>
  readonly closesOn: Day
}

/** Who is told by mail: the name that the operator's list gives them, and whether they lead. */
export type Told = { readonly who: string; readonly leader: boolean }

/** A mail to send: why, and all that it may say. */
export type Notice = {
  /** Something came; nobody has looked at it by the next day; nor by the day after that. */
  readonly stage: 'first' | 'again' | 'leader'
  /** How many requests wait for an answer. */
  readonly waiting: number
  /** A week after the day since which the one that has waited longest waits. */
  readonly limit: Day
  /** Which mail it is: to be given back when it is sent. */
  readonly serial: number
}

export type StaffSession = { readonly member: string; readonly expires: number }

export type Retention = {
  /** Days for which a `handed-over` or `closed` request is kept at least. */
  readonly closedDays: number
  /** Days after which a request marked as junk is erased, whatever comes into its mailbox. */
  readonly junkDays: number
  /**
   * Days after its last use or booking after which a mailbox is erased with its request, if that is `answered`,
   * `handed-over` or `closed`; the later of both wins.
   */
  readonly mailboxDays: number
  /** Days for which the SHA-256 of a withdrawn id is kept, so that a late retry answers 410. */
  readonly erasedDays: number
  /** Days after which staff are warned that a request is still unanswered. It is never erased silently. */
  readonly unansweredDays: number
}

export type Swept = {
  readonly requests: number
  readonly links: number
  readonly unanswered: number
  /**
   * The day of the last sweep, when it lies so far back that the clock may be wrong: then nothing was erased, until
   * somebody confirms today's date (`confirmDay`); null = all is well.
   */
  readonly heldSince: Day | null
}

/**
 * What the intake keeps, and cannot read. One interface, two databases, one contract suite.
 * Every promise resolves only after the data is durable. Limits (seats, two `youth-talk`s a mailbox) are kept by
 * the database in one transaction, so that concurrent tries cannot pass them.
 */
export interface Store {
  /** Takes the first free wished time. A taken time never loses the request. */
  acceptRequest(
    post: RequestPost,
    at: Moment,
  ): Promise<{ kind: 'accepted' | 'same'; answer: AcceptedRequest } | { kind: 'conflict' | 'erased' }>

  /** Free times of a kind that have not begun, soonest first. */
  slots(kind: SlotKind, at: Moment): Promise<Slot[]>

  /** Reads a mailbox and counts as its use (day only); null when there is none. */
  mailbox(mailbox: MailboxHash, at: Moment): Promise<StoredMailbox | null>

  /** `full`: the thread has as many messages as one may have. Staff can still reply. */
  addMessage(
    mailbox: MailboxHash,
    message: { id: string; sealed: string },
    at: Moment,
  ): Promise<
    { kind: 'accepted' | 'same'; on: Day } | { kind: Exclude<Repeated, 'same'> | 'unknown-mailbox' | 'full' }
  >

  /** One transaction; with `replaces` the old time is given back only if a new one was got. */
  book(
    mailbox: MailboxHash,
    post: BookingPost,
    at: Moment,
  ): Promise<
    | { kind: 'accepted' | 'same'; booking: Booking }
    | { kind: 'conflict' | 'unknown-mailbox' | 'slot-taken' | 'no-booking-left' | 'not-found' }
  >

  /** Gives a time back. A time given back before it begins does not count against the limit. */
  cancelBooking(
    mailbox: MailboxHash,
    bookingId: string,
    at: Moment,
  ): Promise<'cancelled' | 'unknown-mailbox' | 'not-found'>

  /** Request, messages and bookings are gone; SHA-256 of the request's id stays `erasedDays`. */
  withdraw(mailbox: MailboxHash, at: Moment): Promise<'withdrawn' | 'unknown-mailbox'>

  /** A page of all requests, in the order of their ids; `next` is what to give as `after` for the next one. */
  staffRequests(after?: string): Promise<{ requests: StaffRequest[]; next?: string }>
  staffRequest(id: string): Promise<StaffRequest | null>
  /** A reply of staff; sets the state to `answered` unless it is further on, or `answers` is false. */
  addReply(
    requestId: string,
    message: { id: string; sealed: string; answers?: boolean | undefined },
    at: Act,
  ): Promise<{ kind: 'accepted' | 'same'; on: Day } | { kind: 'conflict' | 'not-found' }>
  /**
   * A note or event that only staff see. `full`: the request has as many as one may have. With `missed` a talk that is
   * over no longer counts, unless the municipality counts those that were missed.
   */
  addNote(
    requestId: string,
    note: NotePost,
    at: Act,
  ): Promise<{ kind: 'accepted' | 'same'; on: Day } | { kind: 'conflict' | 'not-found' | 'full' }>
  /** Moves each request on from the state the member saw; one that stands elsewhere is left and named. */
  setStates(post: StatesPost, at: Act): Promise<StatesAnswer>
  /** What a caller that has these versions lacks, and which of them no longer stand. */
  changes(post: ChangesPost): Promise<ChangesAnswer>
  /** Cancels booked times on staff's side (times or requests that do not open). */
  staffCancelBookings(ids: readonly string[], at: Act): Promise<{ cancelled: number }>

  publishSlots(slots: readonly SlotPost[], at: Act): Promise<{ kind: 'accepted' | 'conflict' | 'exists' }>
  /** A time as it is to be: what citizens were shown of it changes only while nobody has it. */
  changeSlot(
    id: string,
    change: SlotChange,
    at: Act,
  ): Promise<'changed' | 'slot-booked' | 'slot-exists' | 'not-found'>
  /** All or none: a booked time is not withdrawn (`slot-booked`). */
  withdrawSlots(ids: readonly string[], at: Act): Promise<'withdrawn' | 'slot-booked'>
  staffSlots(at: Moment): Promise<{ slots: StaffSlot[]; tally: Record<SlotKind, number> }>

  /** A member's inbox has fetched what there is: what came until now needs no mail today. */
  looked(at: Moment): Promise<void>
  /** Once an hour, whichever program asks first: queues a mail to each of these, where there is something to tell. */
  planNotices(to: readonly Told[], at: Moment): Promise<void>
  /** The mail that is to go to a member now, and to nobody else's hands for some minutes; at most one an hour. */
  claimNotice(who: string, at: Moment): Promise<Notice | null>
  noticeSent(who: string, serial: number, at: Moment): Promise<void>
  /** The mail server did not take it: it stays to be sent. */
  noticeFailed(who: string, at: Moment): Promise<void>
  /** The mail server answers again. */
  noticesWork(): Promise<void>
  /** The day since which a mail could not be sent; null when all could. */
  noticesFailing(): Promise<Day | null>

  /** Sums by week, the newest first; what is erased is still counted. */
  figures(at: Moment): Promise<{ weeks: WeekFigures[] }>

  /** Records an act that changes nothing else in the store. */
  record(done: { act: AuditAct; requestId?: string }, at: Act): Promise<void>
  /** Who did what, the newest first; `before`: the line to go on below. */
  audit(before?: number): Promise<{ entries: AuditEntry[]; more: boolean }>

  /** The hash of the last entry in the list of members; null while there is none. */
  teamHead(): Promise<string | null>
  team(): Promise<StoredTeam>
  /**
   * The list as the keys file has it, with what hangs on it. A shorter list is kept as it is here; one that begins with
   * somebody else takes the place of all that is here. `forked`: it begins alike and goes on in another way.
   */
  beginTeam(team: Omit<TeamPost, 'invite'>): Promise<'kept' | 'forked'>
  /** Puts entries behind the list, and ends at once what a removed member has. `moved-on`: others were put there first. */
  changeTeam(post: TeamPost, at: Act): Promise<'changed' | 'moved-on'>
  /** The hash in the address of each member's calendar feed. */
  calendars(): Promise<StoredTeam['calendars']>
  /** Puts the caller's own feed at another address. */
  renewCalendar(calendar: string, at: Act): Promise<void>
  /** Invitations that have not run out. */
  invites(at: Moment): Promise<Invite[]>
  addInvite(post: InvitePost, at: Act): Promise<void>
  takeBackInvite(id: string, at: Act): Promise<void>
  /** `token`: SHA-256 of the link's. `used`: somebody with other keys was here before. */
  acceptInvite(token: string, newcomer: Newcomer, at: Moment): Promise<'accepted' | 'not-found' | 'used'>

  /** Remembers a spent sign-in nonce until it expires (seconds since 1970); true exactly once, and in time. */
  spendNonce(nonce: string, expires: number, at: Moment): Promise<boolean>
  /** `id` is the SHA-256 of the session token. */
  addSession(id: string, session: StaffSession): Promise<void>
  session(id: string, at: Moment): Promise<StaffSession | null>
  endSessionsOf(member: string): Promise<void>
  /** Remembers a solved proof of work until it expires; true exactly once. */
  spendProof(id: string, expires: number, at: Moment): Promise<boolean>

  /** Erases what is out of its time, drops links of past slots (keeping a counter), reports what waits. In small acts. */
  sweep(retention: Retention, at: Moment): Promise<Swept>
  /** Somebody has looked: it is that day. The next sweep erases again. */
  confirmDay(day: Day): Promise<void>
  /**
   * Once an hour, whichever program asks first: takes out of the files in which order rows came.
   * @throws StoreFault when it failed: it is due again.
   */
  mix(at: Moment): Promise<void>

  /** A random name that the store was given when it was made: two addresses with one of it lead to one store. */
  id(): Promise<string>

  /** Resolves when something could be written: a request would be accepted. @throws StoreFault otherwise. */
  ready(): Promise<void>
  close(): Promise<void>
}
