import { ADULT_AGE, LOWEST_AGE } from './limits.ts'

/** The app asks for a band: the rules need no more, and a band says less about somebody than an age. */
export const ageBands = ['under-15', '15-17', 'adult'] as const
export type AgeBand = (typeof ageBands)[number]

/** An age in years that stands for the band in a situation; it is never shown. */
export function ageOfBand(band: AgeBand): number {
  switch (band) {
    case 'under-15':
      return LOWEST_AGE - 1
    case '15-17':
      return LOWEST_AGE
    case 'adult':
      return ADULT_AGE
  }
}

/** The band of an age in whole years. */
export function bandOfAge(age: number): AgeBand {
  if (age < LOWEST_AGE) return 'under-15'
  return age < ADULT_AGE ? '15-17' : 'adult'
}
