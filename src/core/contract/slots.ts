import * as z from 'zod/mini'
import { uuid } from './encoding.ts'

/** What a published time is for. A mailbox may hold two `youth-talk`s in all (fact `youth-anonymous-talks`). */
export const slotKind = z.enum(['youth-talk', 'adult-talk', 'relatives-course'])
export type SlotKind = z.infer<typeof slotKind>

/** Where a talk is held: in the house, or on the telephone (the citizen rings). */
export const slotPlace = z.enum(['house', 'telephone'])

/**
 * An instant as `YYYY-MM-DDTHH:MM:SSZ` or with an offset (RFC 3339), in the years 2000-2199 as a `day`; times of slots may
 * be this fine. At the end of 9999 it would be a day of the year 10000 in Denmark, which is none.
 */
export const instant = z.iso.datetime({ offset: true }).check(z.regex(/^2[01]\d\d-/))

export const slotDate = z.strictObject({ startsAt: instant, minutes: z.int().check(z.gte(5), z.lte(600)) })

/** A free time as a citizen sees it. A course has several dates and many seats; a talk one of each. */
export const slot = z.strictObject({
  id: uuid,
  kind: slotKind,
  dates: z.array(slotDate).check(z.minLength(1), z.maxLength(20)),
  place: slotPlace,
  seatsLeft: z.int().check(z.gte(0)),
})
export type Slot = z.infer<typeof slot>

/** `GET /api/slots?kind=…` */
export const slotsAnswer = z.strictObject({ slots: z.array(slot) })

/** Up to three wished times, first wish first, none twice. */
export const slotIds = z.array(uuid).check(
  z.maxLength(3),
  z.refine(ids => new Set(ids).size === ids.length, 'twice'),
)

/** A time somebody has, as the holder of the mailbox sees it. */
export const booking = z.strictObject({
  id: uuid,
  slotId: uuid,
  kind: slotKind,
  dates: z.array(slotDate),
  place: slotPlace,
})
export type Booking = z.infer<typeof booking>
