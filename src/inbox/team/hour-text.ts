import { dayText } from '../../core/calendar/names.ts'
import { clockText } from '../../core/calendar/times.ts'
import { filled, formOf, onOneLine, rangeOf, type Language } from '../../core/languages.ts'

/** "26. november 2026 kl. 14.00-15.00", "26 November 2026, 14:00 to 15:00", of `2026-11-26T14`: the hour is all that is kept. */
export function hourText(hour: string, lang: Language): string {
  const from = Number(hour.slice(11, 13))
  const at = (h: number): string => clockText(`${String(h).padStart(2, '0')}:00`, lang)
  const time = onOneLine(rangeOf(at(from), at(from + 1), lang))
  return filled(formOf(lang).dayAndTime, { day: dayText(hour.slice(0, 10), lang), time })
}
