import type { Language } from '../facts/types.ts'
import { weekdayOf, type Day } from './days.ts'

const weekdays = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<Language, readonly string[]>

const months = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const satisfies Record<Language, readonly string[]>

/** "26. november" / "26 November", as `Intl` writes it, without its data. A day that is none throws RangeError. */
export function dayAndMonth(day: Day, lang: Language): string {
  const month = months[lang][Number(day.slice(5, 7)) - 1]
  if (month === undefined || Number.isNaN(Date.parse(day))) throw new RangeError(`no day: ${day}`)
  return `${Number(day.slice(8, 10))}${lang === 'da' ? '.' : ''} ${month}`
}

/** "24. januar 2024" / "24 January 2024". A day that is none throws RangeError. */
export const dayText = (day: Day, lang: Language): string => `${dayAndMonth(day, lang)} ${day.slice(0, 4)}`

/** "torsdag" / "Thursday" */
export function weekdayName(day: Day, lang: Language): string {
  const name = weekdays[lang][weekdayOf(day)]
  if (name === undefined) throw new RangeError(`no day: ${day}`)
  return name
}
