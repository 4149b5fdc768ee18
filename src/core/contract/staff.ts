import * as z from 'zod/mini'
import { base64url, base64url32, day, sealed, uuid } from './encoding.ts'
import { storedMessage } from './mailbox.ts'
import { slot, slotDate, slotKind, slotPlace } from './slots.ts'

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
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
})

/** The team identity of each epoch, wrapped (an age file) to this member's own key. */
export const sessionAnswer = z.strictObject({
  name: z.string(),
  wrapped: z.array(z.strictObject({ epoch: z.int(), sealed: base64url })),
})

/**
 * Where a request stands. `new` and `opened` wait for an answer and are never erased. The others are, when their mailbox
 * closes (`closesOn`): days after its last use or booking, and never sooner than days after `handed-over` or `closed`.
 */
export const requestState = z.enum(['new', 'opened', 'answered', 'handed-over', 'closed'])
export type RequestState = z.infer<typeof requestState>

/** A booked time of one request, as staff see it. */
export const staffBooking = z.strictObject({
  id: uuid,
  requestId: uuid,
  slotId: uuid,
  kind: slotKind,
})

export const staffRequest = z.strictObject({
  id: uuid,
  receivedOn: day,
  state: requestState,
  sealed,
  messages: z.array(storedMessage),
  bookings: z.array(staffBooking),
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
 * `POST /api/staff/requests/:id/replies`. `answers: false`: it confirms, links or calls off, and whoever wrote still waits
 * for an answer. The intake cannot read that, so it is told.
 */
export const replyPost = z.strictObject({ id: uuid, sealed, answers: z.optional(z.boolean()) })

/** `POST /api/staff/requests/:id/state` */
export const statePost = z.strictObject({ state: requestState })

/** A date far from today is a slip of the pen; a year of five digits, as near the end of 9999, is no `day`. */
const publishedDate = slotDate.check(z.refine(date => /^2[01]\d\d-/.test(date.startsAt), 'year'))

/** A time to publish. `room` and `counsellor` are shown to staff only. */
export const slotPost = z.strictObject({
  id: uuid,
  kind: slotKind,
  dates: z.array(publishedDate).check(z.minLength(1), z.maxLength(20)),
  place: slotPlace,
  seats: z.int().check(z.gte(1), z.lte(50)),
  room: z.optional(z.string().check(z.maxLength(80))),
  counsellor: z.optional(z.string().check(z.maxLength(80))),
})
export type SlotPost = z.infer<typeof slotPost>

/** `POST /api/staff/slots`: all or none; idempotent by each id. */
export const slotsPost = z.strictObject({
  slots: z.array(slotPost).check(z.minLength(1), z.maxLength(100)),
})

/** `GET /api/staff/slots`: from today on; `DELETE /api/staff/slots` takes `{ ids }`. */
export const staffSlot = z.strictObject({
  ...slot.shape,
  seats: z.int(),
  room: z.nullable(z.string()),
  counsellor: z.nullable(z.string()),
  bookings: z.array(staffBooking),
})
export const staffSlotsAnswer = z.strictObject({
  slots: z.array(staffSlot),
  /** How many anonymous talks have been held so far, as counters without links. */
  tally: z.record(slotKind, z.int()),
})
export type StaffSlot = z.infer<typeof staffSlot>
export const slotsDelete = z.strictObject({ ids: z.array(uuid).check(z.minLength(1), z.maxLength(100)) })

/** `POST /api/staff/bookings/cancel`: those booked are told by a reply in their thread. Unknown ids are passed over. */
export const bookingsCancel = z.strictObject({ ids: z.array(uuid).check(z.minLength(1), z.maxLength(100)) })
export const bookingsCancelAnswer = z.strictObject({ cancelled: z.int().check(z.gte(0)) })
