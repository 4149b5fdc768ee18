import type { SlotKind, SlotPost } from '../core/contract/index.ts'

/** What a member types to publish a time; texts as typed. */
export type PublishFields = {
  readonly kind: SlotKind
  readonly date: string
  readonly time: string
  readonly minutes: string
  readonly place: 'house' | 'telephone'
  readonly seats: string
  readonly room: string
  readonly counsellor: string
}

export type PublishError = { readonly name: 'date' | 'time' | 'minutes' | 'seats'; readonly why: PublishWhy }
type PublishWhy = 'date-missing' | 'time-missing' | 'minutes-wrong' | 'seats-wrong'

/** Minutes of one date and seats of one time, as the contract allows (core/contract/slots.ts, staff.ts). */
export const limits = { minutes: { least: 5, most: 600 }, seats: { least: 1, most: 50 } } as const

/**
 * Checks the fields and makes the time to publish.
 * @param today `YYYY-MM-DD`; a time must lie on it or later
 */
export function toSlot(fields: PublishFields, id: string, today: string): SlotPost | PublishError[] {
  const startsAt = danishInstant(fields.date, fields.time)
  const minutes = whole(fields.minutes)
  const seats = fields.kind === 'relatives-course' ? whole(fields.seats) : 1
  const errors: PublishError[] = []
  if (!/^\d{4}-\d\d-\d\d$/.test(fields.date) || fields.date < today)
    errors.push({ name: 'date', why: 'date-missing' })
  if (!/^\d\d:\d\d$/.test(fields.time)) errors.push({ name: 'time', why: 'time-missing' })
  if (!within(minutes, limits.minutes)) errors.push({ name: 'minutes', why: 'minutes-wrong' })
  if (!within(seats, limits.seats)) errors.push({ name: 'seats', why: 'seats-wrong' })
  if (errors.length > 0 || startsAt === null) return errors
  return {
    id,
    kind: fields.kind,
    dates: [{ startsAt, minutes }],
    place: fields.place,
    seats,
    ...(fields.room.trim() && { room: fields.room.trim() }),
    ...(fields.counsellor.trim() && { counsellor: fields.counsellor.trim() }),
  }
}

const whole = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN)
const within = (n: number, { least, most }: { least: number; most: number }): boolean =>
  n >= least && n <= most

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
})

/**
 * The instant of a Danish date and time of day, as UTC; null when there is no such time. In the hour that comes twice
 * in October the first is meant; the hour that is left out in March does not exist.
 */
export function danishInstant(date: string, time: string): string | null {
  const wanted = `${date} ${time}`
  for (const hoursAhead of [2, 1]) {
    const instant = Date.parse(`${date}T${time}:00Z`) - hoursAhead * 3_600_000
    if (!Number.isNaN(instant) && parts.format(instant) === wanted) {
      return new Date(instant).toISOString().replace('.000Z', 'Z')
    }
  }
  return null
}
