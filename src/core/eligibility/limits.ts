import { daysOf, limitOf, monthsOf } from '../facts/index.ts'

/** Years of age at which the offers start. */
export const LOWEST_AGE = limitOf('target-age', 'min')

/** Years of age from which the rules for adults hold; the standards give it in words (fact `target-youth-close-cooperation`). */
export const ADULT_AGE = 18

/** Weeks to complain to Ankestyrelsen after a decision about drugs. */
export const COMPLAINT_WEEKS = daysOf('complaint-drugs-deadline') / 7

/** Months after the end of treatment in which the house still follows up. */
export const RETURN_MONTHS = monthsOf('follow-up-return')
