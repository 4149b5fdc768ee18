import { dayText } from '../../core/calendar/names.ts'
import { unbroken } from '../shared/unbroken.ts'
import type { Language } from '../../core/facts/types.ts'

/** "26. november 2026, kl. 14-15", "26 November 2026, 14:00-15:00", of `2026-11-26T14`: the hour is all that is kept. */
export function hourText(hour: string, lang: Language): string {
  const from = Number(hour.slice(11, 13))
  const between = lang === 'da' ? `kl.\u00a0${from}-${from + 1}` : `${from}:00-${from + 1}:00`
  return `${dayText(hour.slice(0, 10), lang)}, ${unbroken(between)}`
}
