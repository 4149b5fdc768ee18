import { filled, formOf, onOneLine, rangeOf } from '../languages.ts'
import type { Language } from '../facts/types.ts'
import { dayOf, daysAfter, timeOf, weekdayOf, type Day } from './days.ts'
import { dayAndMonth, weekdayName } from './names.ts'

/** "torsdag den 26. november" / "Thursday 26 November", in Denmark's time; day and month are not parted at a line's end. */
export const dayName = (instant: string, lang: Language): string =>
  nameOfDay(dayOf(Date.parse(instant)), lang)

/** The name of a day given as `YYYY-MM-DD`, as `dayName` writes it. */
export function nameOfDay(day: Day, lang: Language): string {
  const date = dayAndMonth(day, lang).replaceAll(' ', '\u00a0')
  return filled(formOf(lang).weekdayAndDay, { weekday: weekdayName(day, lang), day: date })
}

/** As `nameOfDay`, with its year: for a day that is a promise, and may be far away. */
export const dayInYear = (day: Day, lang: Language): string => `${nameOfDay(day, lang)} ${day.slice(0, 4)}`

/** "14.30" / "14:30", of `14:30`. */
export function clockText(time: string, lang: Language): string {
  const [h = '', min = ''] = time.split(':')
  return filled(formOf(lang).clock, { h, min })
}

/** "14.30" / "14:30", in Denmark's time. */
export function clock(instant: string, lang: Language): string {
  return clockText(timeOf(Date.parse(instant)), lang)
}

/** "torsdag den 26. november kl. 14.30-15.00" */
export function dayAndTime(date: { startsAt: string; minutes: number }, lang: Language): string {
  return filled(formOf(lang).dayAndTime, { day: dayName(date.startsAt, lang), time: fromTo(date, lang) })
}

/** As `dayAndTime`, with its year: for what is copied out or printed, and read when nobody knows which year it was. */
export function dayAndTimeInYear(date: { startsAt: string; minutes: number }, lang: Language): string {
  const day = dayInYear(dayOf(Date.parse(date.startsAt)), lang)
  return filled(formOf(lang).dayAndTime, { day, time: fromTo(date, lang) })
}

/** The dates of one slot, a line each. Danish writes days small, a line begins large. */
export function dateLines(dates: readonly { startsAt: string; minutes: number }[], lang: Language): string[] {
  return dates.map(date => {
    const line = dayAndTime(date, lang)
    return line.charAt(0).toUpperCase() + line.slice(1)
  })
}

/** "14.30-15.00", "14:30 to 15:00", on one line. */
export function fromTo(date: { startsAt: string; minutes: number }, lang: Language): string {
  const end = new Date(Date.parse(date.startsAt) + date.minutes * 60_000).toISOString()
  return onOneLine(rangeOf(clock(date.startsAt, lang), clock(end, lang), lang))
}

/** Two days on, and never a Saturday or Sunday: when it is worth looking for an answer. Our advice, not a promise. */
export function lookAgainDay(day: Day): Day {
  const then = daysAfter(day, 2)
  const weekday = weekdayOf(then)
  return weekday < 5 ? then : daysAfter(then, 7 - weekday)
}
