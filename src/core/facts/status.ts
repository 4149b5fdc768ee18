import type { Standard } from './types.ts'

/** The first and last day a standard says of itself. */
export type Period = Pick<Standard, 'validFrom' | 'validTo' | 'unsureFrom'>

export type StandardStatus = 'coming' | 'valid' | 'unsure' | 'lapsed'

/** Where `today` (`YYYY-MM-DD`) stands to a standard's own first and last day; both of them count as valid. */
export function standardStatus(standard: Period, today: string): StandardStatus {
  if (today < standard.validFrom) return 'coming'
  if (today > standard.validTo) return 'lapsed'
  return standard.unsureFrom !== undefined && today >= standard.unsureFrom ? 'unsure' : 'valid'
}
