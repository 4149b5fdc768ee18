import * as z from 'zod/mini'
import { base64url, base64url32, base64url64, day, sealed, uuid } from './encoding.ts'
import { storedMessage } from './mailbox.ts'
import { slot, slotDate, slotKind, slotPlace } from './slots.ts'
import { mayMove, requestState } from './states.ts'

/** What a member signs to sign in. Built by the inbox itself; nothing the server sends is signed unread. */
export const SIGN_IN_PURPOSE = 'foerste-snak staff sign-in v1'

/** `POST /api/staff/challenge`: a nonce that can be used once. `expires` is seconds since 1970. */
export const challengeAnswer = z.strictObject({ nonce: base64url32, expires: z.int() })

/** The statement whose UTF-8 JSON bytes are signed (Ed25519, RFC 8032). */
export const signInStatement = z.strictObject({
  purpose: z.literal(SIGN_IN_PURPOSE),
  origin: z.string(),
  nonce: base64url32,
  expires: z.int(),
})

/** `POST /api/staff/session`: `member` is the base64url Ed25519 public key. */
export const sessionPost = z.strictObject({
  member: base64url32,
  statement: base64url,
  signature: base64url64,
})

/** The team identity of each epoch, wrapped (an age file) to this member's own key. */
export const sessionAnswer = z.strictObject({
  name: z.string(),
  wrapped: z.array(z.strictObject({ epoch: z.int(), sealed: base64url })),
})

/** A booked time of one request, as staff see it. */
export const staffBooking = z.strictObject({
  id: uuid,
  requestId: uuid,
  slotId: uuid,
  kind: slotKind,
})

/** A note or event that only staff see, sealed to the team: what it says, and who wrote it, stands inside. */
export const storedNote = z.strictObject({ id: uuid, sealed, on: day })

/** A version of one request with all that hangs on it: changes when any of it does, and tells nothing else. */
export const version = z.string().check(z.regex(/^[A-Za-z0-9_-]{11}$/))

export const staffRequest = z.strictObject({
  id: uuid,
  version,
  receivedOn: day,
  state: requestState,
  /** The day the present state began. */
  stateOn: day,
  /** The day of the first answer, or of the move that stands for one; null: nobody has answered it yet. */
  answeredOn: z.nullable(day),
  sealed,
  messages: z.array(storedMessage),
  notes: z.array(storedNote),
  bookings: z.array(staffBooking),
  /** How many of its booked times are over; which they were is erased. */
  held: z.int().check(z.gte(0)),
})
export type StaffRequest = z.infer<typeof staffRequest>

/**
 * `GET /api/staff/requests`: all that is not erased, sealed as it came, page by page. `next` is there when there is
 * more: ask again with `?after=<next>`.
 */
export const staffRequestsAnswer = z.strictObject({
  requests: z.array(staffRequest),
  next: z.optional(uuid),
})

/**
 * `POST /api/staff/requests/:id/replies`. `answers: false`: it confirms, links or calls off, and the person still waits
 * for an answer. The intake cannot read that, so the member says it.
 */
export const replyPost = z.strictObject({ id: uuid, sealed, answers: z.optional(z.boolean()) })

/**
 * `POST /api/staff/requests/:id/notes`: idempotent by `id`. Answered as a reply is. `missed`: it notes that a young person
 * did not come to a talk, which the intake cannot read and counts back, where a missed talk does not count; false: that they
 * came after all, so that it counts again.
 */
export const notePost = z.strictObject({ id: uuid, sealed, missed: z.optional(z.boolean()) })
export type NotePost = z.infer<typeof notePost>

/**
 * `POST /api/staff/requests/changes`: the versions the caller has, as many as it likes. `done: false` leaves out those
 * that staff are done with: junk, and what is handed over or closed, unless the person has written on that day or since
 * or has a time; `also`: the ids of such that are wanted all the same. `quiet`: the page asks by itself, and nobody need have
 * looked: members get mail about what has come all the same.
 */
export const changesPost = z.strictObject({
  have: z.array(version).check(z.maxLength(20_000)),
  done: z.optional(z.boolean()),
  also: z.optional(z.array(uuid).check(z.maxLength(500))),
  quiet: z.optional(z.boolean()),
})

/**
 * What the caller lacks, those that wait for an answer first, and `gone`, those of its versions that no longer stand: the
 * request has changed or is erased. `left`: the answer was cut, and this many are still to come; ask again with what is now
 * there, and drop what is `gone` only when the last answer has come. `done`: how many were left out as asked.
 */
export const changesAnswer = z.strictObject({
  requests: z.array(staffRequest),
  gone: z.array(version),
  left: z.int().check(z.gte(0)),
  done: z.strictObject({ finished: z.int().check(z.gte(0)), junk: z.int().check(z.gte(0)) }),
})
export type ChangesPost = z.infer<typeof changesPost>
export type ChangesAnswer = z.infer<typeof changesAnswer>

/** How many messages of the person the member saw: what was written since is neither moved on over nor taken as seen. */
const written = z.optional(z.int().check(z.gte(0)))

/**
 * `POST /api/staff/requests/:id/state`: `from` is the state the member saw. 204, also when it has this state already, which
 * tells that a member has looked at it; 409 `state-changed` with the present `state` when it has another than `from`, or when
 * the person has written more than `written` and would no longer wait; 422 when `TRANSITIONS` has no such move.
 */
export const statePost = z
  .strictObject({ from: requestState, state: requestState, written })
  .check(z.refine(({ from, state }) => from === state || mayMove(from, state), { path: ['state'] }))

/** `POST /api/staff/requests/state`: several at once, each from the state the member saw; those that differ are left. */
export const statesPost = z
  .strictObject({
    state: requestState,
    requests: z
      .array(z.strictObject({ id: uuid, from: requestState, written }))
      .check(z.minLength(1), z.maxLength(500)),
  })
  .check(
    z.refine(({ state, requests }) => requests.every(({ from }) => from === state || mayMove(from, state)), {
      path: ['state'],
    }),
  )
export type StatesPost = z.infer<typeof statesPost>

/**
 * `refused`: those that had another state, with the present one; null when the request is gone. One that has the state it
 * was to be moved from is refused for what the person has written since.
 */
export const statesAnswer = z.strictObject({
  changed: z.array(uuid),
  refused: z.array(z.strictObject({ id: uuid, state: z.nullable(requestState) })),
})
export type StatesAnswer = z.infer<typeof statesAnswer>

/** A time to publish. `room` and `counsellor` are shown to staff only. */
export const slotPost = z.strictObject({
  id: uuid,
  kind: slotKind,
  dates: z.array(slotDate).check(z.minLength(1), z.maxLength(20)),
  place: slotPlace,
  seats: z.int().check(z.gte(1), z.lte(50)),
  room: z.optional(z.string().check(z.maxLength(80))),
  counsellor: z.optional(z.string().check(z.maxLength(80))),
})
export type SlotPost = z.infer<typeof slotPost>

/** `POST /api/staff/slots`: all or none; idempotent by each id; the same time under another id is 409 `slot-exists`. */
export const slotsPost = z.strictObject({
  slots: z.array(slotPost).check(z.minLength(1), z.maxLength(100)),
})

/** What of a published time can be changed. */
const slotTraits = z.strictObject({
  dates: slotPost.shape.dates,
  place: slotPlace,
  seats: slotPost.shape.seats,
  room: slotPost.shape.room,
  counsellor: slotPost.shape.counsellor,
})
export type SlotTraits = z.infer<typeof slotTraits>

/**
 * `POST /api/staff/slots/:id`: a published time as it is to be, and `was`, as the member saw it: 409 `slot-changed` when a
 * colleague has changed it since. What citizens were shown (`dates`, `place`) can change only while nobody has booked it,
 * and there are never fewer seats than are taken: 409 `slot-booked`. What they were shown stands under one id: a time of which
 * that changes has another id afterwards.
 */
export const slotChange = z.strictObject({ ...slotTraits.shape, was: slotTraits })
export type SlotChange = z.infer<typeof slotChange>

/** A published time as staff see it, with who has it. */
export const staffSlot = z.strictObject({
  ...slot.shape,
  seats: z.int(),
  room: z.nullable(z.string()),
  counsellor: z.nullable(z.string()),
  bookings: z.array(staffBooking),
})

/** `GET /api/staff/slots?have=…`: the version of what the caller has; left out when it has nothing. */
export const staffSlotsQuery = z.strictObject({ have: z.optional(version) })

/** From today on. `times` is null when the caller has them as they are: an unchanged list does not travel again. */
export const staffSlotsAnswer = z.strictObject({
  version,
  times: z.nullable(
    z.strictObject({
      slots: z.array(staffSlot),
      /** How many anonymous talks have been held so far, as counters without links. */
      tally: z.record(slotKind, z.int()),
    }),
  ),
})
export type StaffSlot = z.infer<typeof staffSlot>

/** `DELETE /api/staff/slots` */
export const slotsDelete = z.strictObject({ ids: z.array(uuid).check(z.minLength(1), z.maxLength(100)) })

/** `GET /api/staff/notices`: the day since which the mail server takes no notice to members; null = nothing is wrong. */
export const noticesAnswer = z.strictObject({ failingSince: z.nullable(day) })

/** A count that is smaller, and not none, is not given: each in it could be known by who knows of the others. */
export const LEAST_COUNTED = 5

/** A count that names nobody: null when there are some, but fewer than `LEAST_COUNTED`. */
export const fewOrCount = z.nullable(z.union([z.literal(0), z.int().check(z.gte(LEAST_COUNTED))]))

/** Days within which an answer is counted: sums that are kept cannot follow a standard that changes. */
export const WITHIN_DAYS = { within7: 7, within14: 14 } as const

/** `GET /api/staff/figures`: sums by week, also of what is erased. Junk and what was withdrawn unanswered is not counted. */
export const figuresAnswer = z.strictObject({
  weeks: z.array(
    z.strictObject({
      /** The week's Monday. */
      from: day,
      requests: fewOrCount,
      /** Of these, answered within `WITHIN_DAYS` of their coming. */
      within7: fewOrCount,
      within14: fewOrCount,
      /** Talks of the young, which are without a name, whose day is over. */
      talks: fewOrCount,
    }),
  ),
})
export type WeekFigures = z.infer<typeof figuresAnswer>['weeks'][number]

/** `POST /api/staff/bookings/cancel`: those booked get a reply in their thread. Unknown ids are passed over. */
export const bookingsCancel = z.strictObject({ ids: z.array(uuid).check(z.minLength(1), z.maxLength(100)) })
export const bookingsCancelAnswer = z.strictObject({ cancelled: z.int().check(z.gte(0)) })
