import { dayText } from '../../core/calendar/names.ts'
import type { Language } from '../../core/facts/types.ts'

/** "26. november 2026, kl. 14-15" of `2026-11-26T14`: the hour is all that is kept. */
export function hourText(hour: string, lang: Language): string {
  const from = Number(hour.slice(11, 13))
  const between = `${from}-${from + 1}`
  return `${dayText(hour.slice(0, 10), lang)}, ${lang === 'da' ? `kl. ${between}` : `${between} h`}`
}
