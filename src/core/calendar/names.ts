import { filled, formOf } from '../languages.ts'
import type { Language } from '../facts/types.ts'
import { weekdayOf, type Day } from './days.ts'

/** "26. november" / "26 November", as `Intl` writes it, without its data. A day that is none throws RangeError. */
export function dayAndMonth(day: Day, lang: Language): string {
  const of = formOf(lang)
  const month = of.months[Number(day.slice(5, 7)) - 1]
  if (month === undefined || Number.isNaN(Date.parse(day))) throw new RangeError(`no day: ${day}`)
  return filled(of.day, { d: Number(day.slice(8, 10)), month })
}

/** "24. januar 2024" / "24 January 2024". A day that is none throws RangeError. */
export const dayText = (day: Day, lang: Language): string => `${dayAndMonth(day, lang)} ${day.slice(0, 4)}`

/** "torsdag" / "Thursday" */
export function weekdayName(day: Day, lang: Language): string {
  const name = formOf(lang).weekdays[weekdayOf(day)]
  if (name === undefined) throw new RangeError(`no day: ${day}`)
  return name
}
