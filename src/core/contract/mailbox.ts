import * as z from 'zod/mini'
import { day, sealed, uuid } from './encoding.ts'
import { booking, slotIds, slotKind } from './slots.ts'

/** The two sides of a thread. */
export const messageSide = z.enum(['citizen', 'staff'])

/**
 * A thread message as stored. `from` is the route by which it came: through a mailbox, or from somebody signed in. Who
 * wrote it is inside the seal; this only shows when the two do not agree.
 */
export const storedMessage = z.strictObject({ id: uuid, sealed, on: day, from: messageSide })
export type StoredMessage = z.infer<typeof storedMessage>

/** `GET /api/mailbox` with `Authorization: Bearer <token>`. */
export const mailboxAnswer = z.strictObject({
  messages: z.array(storedMessage),
  bookings: z.array(booking),
  /** How many more of each kind this mailbox may book in all. */
  bookingsLeft: z.record(slotKind, z.int().check(z.gte(0))),
  /** The day after which the mailbox is erased, if nothing more happens. */
  closesOn: day,
})
export type MailboxAnswer = z.infer<typeof mailboxAnswer>

/** `POST /api/mailbox/messages`: idempotent by `id`. */
export const messagePost = z.strictObject({ id: uuid, sealed })
export const messageAnswer = z.strictObject({ id: uuid, on: day })

/** `POST /api/mailbox/bookings`: one act; with `replaces` it moves a time. */
export const bookingPost = z.strictObject({
  id: uuid,
  slotIds: slotIds.check(z.minLength(1)),
  replaces: z.optional(uuid),
})
export type BookingPost = z.infer<typeof bookingPost>
export const bookingAnswer = booking
