import { ageOfBand, type Situation } from '../../core/eligibility/index.ts'
import type { Answers } from '../../core/request/index.ts'

/** What the door taken already says, so that the check does not ask it again. */
export function situationOf({ audience }: Answers): Situation {
  switch (audience) {
    case 'adult':
      return { subject: 'self', age: ageOfBand('adult') }
    case 'youth':
      return { subject: 'self', age: ageOfBand('15-17') }
    case 'relative':
      return { subject: 'relative' }
    case undefined:
      return {}
  }
}

/**
 * The check's part of a request's answers: what was said comes along, and a wish or times of another audience
 * than the one now given do not stay behind.
 */
export function answersWith(carried: Answers, before: Answers): Answers {
  const same = carried.audience === before.audience
  return same || carried.audience === undefined
    ? carried
    : { wish: undefined, slotIds: undefined, ...carried }
}
