import { daysAfter, weekdayOf } from './days.ts'
import { dayAndMonth } from './names.ts'
import { filled, formOf } from '../languages.ts'
import type { Language } from '../facts/types.ts'

/** The Monday of a day's week (ISO 8601). */
export const mondayOf = (day: string): string => daysAfter(day, -weekdayOf(day))

/** The number of a day's week (ISO 8601): the week's Thursday says which year it belongs to. */
export function weekOf(day: string): number {
  const thursday = daysAfter(mondayOf(day), 3)
  const dayOfYear =
    Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)
  return Math.floor(dayOfYear / (7 * 86_400_000)) + 1
}

/** "23.-29. november" / "23 to 29 November", each month named once. */
export function fromDayToDay(from: string, to: string, lang: Language): string {
  const name = (day: string): string => dayAndMonth(day, lang)
  if (from.slice(0, 7) !== to.slice(0, 7)) return `${name(from)} - ${name(to)}`
  return filled(formOf(lang).days, { from: Number(from.slice(8)), to: name(to) })
}
