import { dayText } from '../../core/calendar/names.ts'
import { clockText } from '../../core/calendar/times.ts'
import { unbroken } from '../shared/unbroken.ts'
import { filled, formOf, type Language } from '../../core/languages.ts'

/** "26. november 2026 kl. 14.00-15.00", "26 November 2026, 14:00-15:00", of `2026-11-26T14`: the hour is all that is kept. */
export function hourText(hour: string, lang: Language): string {
  const from = Number(hour.slice(11, 13))
  const at = (h: number): string => clockText(`${String(h).padStart(2, '0')}:00`, lang)
  const time = unbroken(`${at(from)}-${at(from + 1)}`)
  return filled(formOf(lang).dayAndTime, { day: dayText(hour.slice(0, 10), lang), time })
}
