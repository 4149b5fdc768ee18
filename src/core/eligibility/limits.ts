import { municipality } from '#municipality'

/**
 * The figure of a fact, so that a new standard moves a limit by its data alone.
 * @throws Error when the fact or its figure is missing: a limit must never be guessed.
 */
export function figureOf(factId: string, side: 'min' | 'max'): number {
  const figure = municipality.facts.find(fact => fact.id === factId)?.figure?.[side]
  if (figure === undefined || figure === null) throw new Error(`fact ${factId} has no figure (${side})`)
  return figure
}

/** Years of age at which the offers start. */
export const LOWEST_AGE = figureOf('target-age-from-15', 'min')

/** Years of age from which the rules for adults hold; the standards give it in words (fact `target-youth-close-cooperation`). */
export const ADULT_AGE = 18

/** Weeks to complain to Ankestyrelsen after a decision about drugs. */
export const COMPLAINT_WEEKS = figureOf('complaint-drugs-4-weeks', 'max')

/** Months after the end of treatment in which Torvehuset still follows up. */
export const RETURN_MONTHS = figureOf('follow-up-return-12-months', 'max')
