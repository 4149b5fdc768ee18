import type { Day, Slot } from '../../core/contract/index.ts'

/** The day `count` days after (or, negative, before) a day. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** The municipality's time zone. */
export const TIME_ZONE = 'Europe/Copenhagen'

/** One for each time zone: a formatter costs 50 times its use, and holds memory that garbage collection does not see. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of an instant (ms since 1970) in a time zone, the municipality's unless another is named. */
export function dayOf(instant: number, timeZone = TIME_ZONE): Day {
  let format = formats.get(timeZone)
  // Swedish writes dates as ISO 8601 does.
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })))
  return format.format(instant)
}

/** The later of two days. */
export function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** When the first date begins (ms since 1970), and the last date's day. */
export function span(dates: Slot['dates'], timeZone: string): { beginsAt: number; lastDay: Day } {
  const starts = dates.map(date => Date.parse(date.startsAt))
  return { beginsAt: Math.min(...starts), lastDay: dayOf(Math.max(...starts), timeZone) }
}
