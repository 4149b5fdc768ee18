import { signsOfDependence, type Sign } from '../../core/facts/who.ts'

/** What is said to the signs somebody has ticked. */
export type SignsAnswer = {
  /** How many of WHO's six; null where none is, and for whom nothing is counted. */
  readonly count: number | null
  /** Anyone who gets ill when they stop is warned of stopping all at once. */
  readonly stopping: boolean
  /** Harm is none of the six, and enough by itself for what the standards offer. */
  readonly harm: boolean
  /** That one is enough to ask. It never says no. */
  readonly enough: boolean
}

/** @param counts false for those under 18, and where the age is not known */
export function answerTo(ticked: readonly Sign[], counts: boolean): SignsAnswer {
  const known = signsOfDependence.filter(sign => ticked.includes(sign)).length
  return {
    count: counts && known > 0 ? known : null,
    stopping: ticked.includes('withdrawal'),
    harm: ticked.includes('harm'),
    enough: ticked.length > 0,
  }
}
