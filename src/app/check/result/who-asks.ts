import { isUnder18, wants, type Situation } from '../../../core/eligibility/index.ts'

// Who asks, as far as it decides how a result is worded and ordered; the rules have their own questions in core.

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
