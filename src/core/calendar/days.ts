/** A day in Denmark, `YYYY-MM-DD`; such days compare as text. */
export type Day = string

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * How far Denmark's clock is ahead of UTC at an instant (ms since 1970), in ms: two hours in summer time, else one.
 * Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Directive
 * 2000/84/EC, articles 2 and 3). Plain arithmetic, since the first use of the time zones in `Intl` blocks a poor phone
 * for 160-280 ms, and some phones have no data for them. Right from 1996 on, and until the directive is changed.
 */
function aheadOfUtc(instant: number): number {
  const year = new Date(instant).getUTCFullYear()
  return instant >= clockChange(year, 2) && instant < clockChange(year, 9) ? 2 * HOUR : HOUR
}

/** 01:00 UTC on the last Sunday of a month (0-11) that has 31 days. */
function clockChange(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1)
  return last - new Date(last).getUTCDay() * DAY
}

/** The day in Denmark of an instant (ms since 1970). An instant that is none throws RangeError. */
export const dayOf = (instant: number): Day => danishClock(instant).slice(0, 10)

/** The time of day in Denmark of an instant (ms since 1970), `HH:MM`. An instant that is none throws RangeError. */
export const timeOf = (instant: number): string => danishClock(instant).slice(11, 16)

const danishClock = (instant: number): string => new Date(instant + aheadOfUtc(instant)).toISOString()

/**
 * The instant (ms since 1970) of a day and a time of day (`HH:MM`) in Denmark; null when there is no such time. Of the
 * hour that comes twice in October the first is meant; the hour that is left out in March does not exist.
 */
export function instantOf(day: Day, time: string): number | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return null
  const instant = [2 * HOUR, HOUR].map(ahead => asUtc - ahead).find(one => one + aheadOfUtc(one) === asUtc)
  // Date.parse takes 30 February for 2 March in some engines.
  return instant !== undefined && dayOf(instant) === day && timeOf(instant) === time ? instant : null
}

/** The day `count` days after (or, negative, before) a day. A day that is none throws RangeError. */
export const daysAfter = (day: Day, count: number): Day =>
  new Date(noon(day) + count * DAY).toISOString().slice(0, 10)

/** Whole days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / DAY)

/** The day of the week: 0 is Monday, 6 is Sunday (ISO 8601 counts from 1). */
export const weekdayOf = (day: Day): number => (new Date(noon(day)).getUTCDay() + 6) % 7

/** The later of two days. */
export const laterDay = (one: Day, other: Day): Day => (one > other ? one : other)

const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`)
