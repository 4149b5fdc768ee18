import { daysAfter } from '../../core/calendar/times.ts'
import type { Language } from '../../core/facts/types.ts'

const weekday = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7

/** The Monday of a day's week (ISO 8601). */
export const mondayOf = (day: string): string => daysAfter(day, -weekday(day))

/** The number of a day's week (ISO 8601): the week's Thursday says which year it belongs to. */
export function weekOf(day: string): number {
  const thursday = daysAfter(mondayOf(day), 3)
  const dayOfYear =
    Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)
  return Math.floor(dayOfYear / (7 * 86_400_000)) + 1
}

const locale = { da: 'da-DK', en: 'en-GB' } as const satisfies Record<Language, string>

/** "23.-29. november" / "23-29 November", each month named once. */
export function fromDayToDay(from: string, to: string, lang: Language): string {
  const format = new Intl.DateTimeFormat(locale[lang], { timeZone: 'UTC', day: 'numeric', month: 'long' })
  const name = (day: string): string => format.format(Date.parse(`${day}T12:00:00Z`))
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${name(from)} - ${name(to)}`
  return `${Number(from.slice(8))}${lang === 'da' ? '.' : ''}-${name(to)}`
}
