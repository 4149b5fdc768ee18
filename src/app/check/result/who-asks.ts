import { bandOfAge, type Situation, type Wish } from '../../../core/eligibility/index.ts'

// What a situation tells about how its result is worded and ordered; the rules have their own questions in core.

export const wants = ({ wishes }: Situation, ...any: readonly Wish[]): boolean =>
  any.some(wish => wishes?.includes(wish) === true)

/** False as long as no age is told. */
export const isUnder18 = ({ age }: Situation): boolean =>
  typeof age === 'number' && bandOfAge(age) !== 'adult'

/** Somebody who wants nothing but to complain: an offer of treatment is not what they asked for. */
export const onlyComplains = ({ wishes }: Situation): boolean =>
  wishes?.length === 1 && wishes[0] === 'complain'

/** Somebody who has asked for a talk and no treatment: no time limit is theirs. A young person starts with a talk. */
export function onlyTalks(situation: Situation): boolean {
  if (wants(situation, 'treatment')) return false
  if (isUnder18(situation)) return true
  const talk = situation.wishes?.every(wish => wish === 'advice-only' || wish === 'anonymous') === true
  return talk && wants(situation, 'advice-only')
}

/** A relative for whom the course and the talks are there (rule R40). */
export const isCoveredRelative = ({ subject, resident, relative_of: other }: Situation): boolean =>
  subject === 'relative' && (resident === true || other?.enrolled_here === true)
