import type { Language, Standard } from './types.ts'

/** The first and last day a standard says of itself. */
export type Period = Pick<Standard, 'validFrom' | 'validTo'>

export type StandardStatus = 'coming' | 'valid' | 'lapsed'

/** Where `today` (`YYYY-MM-DD`) stands to a standard's own first and last day; both of them count as valid. */
export function standardStatus(standard: Period, today: string): StandardStatus {
  if (today < standard.validFrom) return 'coming'
  return today > standard.validTo ? 'lapsed' : 'valid'
}

/** A day (`YYYY-MM-DD`) as people write it: "24. januar 2024", "24 January 2024". A day that is none throws RangeError. */
export function dayText(day: string, lang: Language): string {
  const locale = lang === 'da' ? 'da-DK' : 'en-GB'
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
