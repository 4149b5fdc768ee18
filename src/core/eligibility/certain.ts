import { ADULT_AGE, LOWEST_AGE } from './limits.ts'
import type { Situation, Wish } from './situation.ts'

// What a situation tells for certain. Each of these is false when the answer is unknown, so a rule that
// must not fire on "no" asks for the "no" itself (`livesElsewhere`), never for the absence of a "yes".

/** Not a number when it is not given: then no limit is reached and none is missed. */
const years = ({ age }: Situation): number => age ?? NaN

/** What is certain of the age: where none is given, only that. */
export const ageUnknown = ({ age }: Situation): boolean => typeof age !== 'number'
export const isTooYoung = (s: Situation): boolean => years(s) < LOWEST_AGE
export const isAdult = (s: Situation): boolean => years(s) >= ADULT_AGE
export const isUnder18 = (s: Situation): boolean => years(s) < ADULT_AGE

/** What is certain of where they live; not sure is unknown. */
export const livesElsewhere = ({ resident }: Situation): boolean => resident === false
export const residenceUnknown = ({ resident }: Situation): boolean => typeof resident !== 'boolean'

/** What is certain of the substance: both are each of the two. */
export const usesBoth = ({ substance }: Situation): boolean => substance === 'both'
export const usesAlcohol = (s: Situation): boolean => s.substance === 'alcohol' || usesBoth(s)
export const usesDrugs = (s: Situation): boolean => s.substance === 'drugs' || usesBoth(s)
/** "Not sure" and not answered are the same to the rules. */
export const substanceUnknown = (s: Situation): boolean => !usesAlcohol(s) && !usesDrugs(s)

/** Before or after treatment. Somebody who has not said so may be; only "enrolled" shuts out. */
export const notEnrolled = ({ stage }: Situation): boolean => stage !== 'enrolled'

/** Whether one of these wishes was chosen. */
export const wants = (s: Situation, ...any: readonly Wish[]): boolean =>
  any.some(wish => s.wishes?.includes(wish) === true)

/** Whether they have said yes: not sure and not answered are no yes. */
export const childrenAtHome = ({ children_at_home }: Situation): boolean => children_at_home === true
export const isPregnant = ({ pregnant }: Situation): boolean => pregnant === true
