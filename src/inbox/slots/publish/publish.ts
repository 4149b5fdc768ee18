import { dayOf, daysAfter, instantOf } from '../../../core/calendar/days.ts'
import type { SlotKind, SlotPost } from '../../../core/contract/index.ts'

/** A date and a time of day as typed: `YYYY-MM-DD`, `HH:MM`. */
export type When = { readonly date: string; readonly time: string }

/** What a member types to publish times; texts as typed. */
export type PublishFields = {
  /** Nothing is chosen beforehand: a time published as the wrong kind is booked by the wrong people. */
  readonly kind: SlotKind | undefined
  readonly date: string
  readonly time: string
  /** A course's further dates. */
  readonly more: readonly When[]
  readonly minutes: string
  /** Talks: how many follow each other on the day, with a pause in minutes between. */
  readonly inARow: string
  readonly pause: string
  /** Talks: for how many weeks in all they are repeated. */
  readonly weeks: string
  readonly place: 'house' | 'telephone'
  readonly seats: string
  readonly room: string
  readonly counsellor: string
}

type Counted = keyof typeof limits
export type PublishError =
  | { readonly name: 'kind'; readonly why: 'kind-missing' }
  | { readonly name: 'date'; readonly why: 'date-missing' | 'date-far' | 'twice' }
  | { readonly name: 'time'; readonly why: 'time-missing' | 'time-past' }
  | { readonly name: `more-${number}`; readonly why: 'more-missing' | 'date-far' }
  | { readonly name: Counted; readonly why: `${Counted}-wrong` }
  | { readonly name: 'weeks'; readonly why: 'too-many' }

/** Minutes and seats as the contract allows (core/contract/slots.ts, staff.ts); the rest keeps a portion in sight. */
export const limits = {
  minutes: { least: 5, most: 600 },
  seats: { least: 1, most: 50 },
  inARow: { least: 1, most: 10 },
  pause: { least: 0, most: 240 },
  weeks: { least: 1, most: 26 },
} as const

/** The most that the contract takes in one act (`slotsPost`). */
export const MOST_AT_ONCE = 100

/** Days ahead that a time may lie: another year is a slip of the pen. */
const FAR_DAYS = 366

/**
 * Checks the fields and makes the times of one portion: a talk alone, several in a row, the same each week; or a course
 * with all its dates. Weeks are counted on the Danish clock, so 13.00 stays 13.00 across both clock changes.
 * @param now ms since 1970; a time must begin after it, since nobody can book one that has begun
 */
export function toSlots(
  fields: PublishFields,
  newId: () => string,
  now: number,
): SlotPost[] | PublishError[] {
  const errors = check(fields, now)
  const { kind } = fields
  if (kind === undefined || errors.length > 0) return errors
  const minutes = Number(fields.minutes)
  const course = kind === 'relatives-course'
  const common = {
    kind,
    // A course is never by telephone, whatever was chosen before for talks.
    place: course ? 'house' : fields.place,
    seats: course ? Number(fields.seats) : 1,
    ...(fields.room.trim() && { room: fields.room.trim() }),
    ...(fields.counsellor.trim() && { counsellor: fields.counsellor.trim() }),
  } as const
  if (course) {
    const dates = [fields, ...fields.more]
      .flatMap(({ date, time }) => danishInstant(date, time) ?? [])
      .sort()
      .map(startsAt => ({ startsAt, minutes }))
    return [{ id: newId(), dates, ...common }]
  }
  const step = minutes + Number(fields.pause)
  return range(Number(fields.weeks)).flatMap(week => {
    const first = danishInstant(daysAfter(fields.date, week * 7), fields.time)
    if (first === null) return [] // the hour left out in March: that week has no such time
    return range(Number(fields.inARow)).map(place => ({
      id: newId(),
      dates: [{ startsAt: later(first, place * step), minutes }],
      ...common,
    }))
  })
}

/** The numbers that are asked for. */
export const countedOf = ({ kind }: Pick<PublishFields, 'kind'>): readonly Counted[] =>
  kind === 'relatives-course' ? ['minutes', 'seats'] : ['minutes', 'inARow', 'pause', 'weeks']

function check(fields: PublishFields, now: number): PublishError[] {
  const errors: PublishError[] = []
  const today = dayOf(now)
  const course = fields.kind === 'relatives-course'
  const isFar = (date: string): boolean => isDay(date) && date > daysAfter(today, FAR_DAYS)
  if (fields.kind === undefined) errors.push({ name: 'kind', why: 'kind-missing' })
  if (!isDay(fields.date) || fields.date < today) errors.push({ name: 'date', why: 'date-missing' })
  else if (isFar(fields.date)) errors.push({ name: 'date', why: 'date-far' })
  const startsAt = danishInstant(fields.date, fields.time)
  if (!/^\d\d:\d\d$/.test(fields.time) || (isDay(fields.date) && startsAt === null))
    errors.push({ name: 'time', why: 'time-missing' })
  else if (fields.date === today && hasBegun(startsAt, now)) errors.push({ name: 'time', why: 'time-past' })
  if (course) {
    for (const [index, { date, time }] of fields.more.entries()) {
      if (hasBegun(danishInstant(date, time), now))
        errors.push({ name: `more-${index}`, why: 'more-missing' })
      else if (isFar(date)) errors.push({ name: `more-${index}`, why: 'date-far' })
    }
  }
  for (const name of countedOf(fields)) {
    if (!within(whole(fields[name]), limits[name])) errors.push({ name, why: `${name}-wrong` })
  }
  if (errors.length === 0 && !course && Number(fields.weeks) * Number(fields.inARow) > MOST_AT_ONCE)
    errors.push({ name: 'weeks', why: 'too-many' })
  return errors
}

/** So does a time that there is not. */
const hasBegun = (startsAt: string | null, now: number): boolean =>
  startsAt === null || Date.parse(startsAt) <= now
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)
const whole = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN)
const within = (n: number, { least, most }: { least: number; most: number }): boolean =>
  n >= least && n <= most
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const later = (instant: string, minutes: number): string => iso(Date.parse(instant) + minutes * 60_000)
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

/**
 * The instant of a Danish date and time of day, as UTC; null when there is no such time. In the hour that comes twice
 * in October the first is meant; the hour that is left out in March does not exist.
 */
export function danishInstant(date: string, time: string): string | null {
  const instant = instantOf(date, time)
  return instant === null ? null : iso(instant)
}
