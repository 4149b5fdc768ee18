import { ADULT_AGE, LOWEST_AGE } from './limits.ts'
import type { Situation } from './situation.ts'
import { ageUnknown, isAdult, isTooYoung, isUnder18, livesElsewhere, usesDrugs, wants } from './certain.ts'

/** A field of a situation, as a path. */
export type Field =
  | Exclude<keyof Situation, 's101a' | 'relative_of' | 'complaint'>
  | `s101a.${keyof NonNullable<Situation['s101a']>}`
  | `relative_of.${keyof NonNullable<Situation['relative_of']>}`
  | `complaint.${keyof NonNullable<Situation['complaint']>}`

type Question = {
  readonly asks: Field
  /** Whether the rules need the answer, given those so far. */
  readonly when: (s: Situation) => boolean
}

const forSelf = (s: Situation): boolean => s.subject === 'self'
const forAnother = (s: Situation): boolean => s.subject === 'relative'
/** Past the gate: only here can an answer about one's own use change anything. */
const inside = (s: Situation): boolean => forSelf(s) && !ageUnknown(s) && !isTooYoung(s) && !livesElsewhere(s)

const isParent = (s: Situation): boolean => forAnother(s) && s.relative_of?.relation === 'parent'
const isParentOfChild = (s: Situation): boolean => {
  const age = s.relative_of?.age
  return isParent(s) && typeof age === 'number' && age < LOWEST_AGE
}
const parentOfYouth = (s: Situation): boolean => {
  const age = s.relative_of?.age
  return isParent(s) && typeof age === 'number' && age >= LOWEST_AGE && age < ADULT_AGE
}
const notCoveredAsResident = (s: Situation): boolean => forAnother(s) && s.resident !== true
const notCovered = (s: Situation): boolean => notCoveredAsResident(s) && s.relative_of?.enrolled_here !== true

const anonymousDrugs = (s: Situation): boolean =>
  inside(s) && isAdult(s) && usesDrugs(s) && wants(s, 'anonymous')
const drugsComplaint = (s: Situation): boolean => inside(s) && usesDrugs(s) && wants(s, 'complain')
/** Changes the words of the result only (rule R38). */
const wantsIntensive = (s: Situation): boolean => inside(s) && isAdult(s) && wants(s, 'intensive')

/** In the order that serves the person: danger first, small facts last. */
const questions: readonly Question[] = [
  { asks: 'acute', when: () => true },
  { asks: 'subject', when: () => true },
  { asks: 'relative_of.relation', when: forAnother },
  { asks: 'relative_of.age', when: isParent },
  // A parent is not asked for their own age.
  { asks: 'age', when: s => forSelf(s) || (forAnother(s) && !isParent(s)) },
  { asks: 'resident', when: s => forAnother(s) || (forSelf(s) && !ageUnknown(s)) },
  { asks: 'relative_of.enrolled_here', when: notCoveredAsResident },
  { asks: 'relative_of.lives_in_municipality', when: s => notCovered(s) || parentOfYouth(s) },
  { asks: 'substance', when: s => inside(s) || forAnother(s) },
  { asks: 'use', when: inside },
  { asks: 'wishes', when: inside },
  { asks: 's101a.treatment_requiring', when: anonymousDrugs },
  { asks: 's101a.no_other_social_problems', when: anonymousDrugs },
  { asks: 's101a.close_to_education_or_work', when: anonymousDrugs },
  { asks: 's101a.no_other_social_support', when: anonymousDrugs },
  { asks: 's101a.seen_little_before', when: anonymousDrugs },
  { asks: 'complaint.about', when: drugsComplaint },
  { asks: 'complaint.weeks_since_decision', when: drugsComplaint },
  { asks: 'outpatient_tried', when: wantsIntensive },
  { asks: 'work_network_economy_threatened', when: wantsIntensive },
  { asks: 'stage', when: inside },
  { asks: 'months_since_end', when: s => inside(s) && s.stage === 'ended' },
  // Somebody under 18 is the child at home, and a parent has told of theirs: both are told of the duty all the same.
  {
    asks: 'children_at_home',
    when: s => inside(s) || (forAnother(s) && !isUnder18(s) && !isParentOfChild(s)),
  },
  { asks: 'pregnant', when: inside },
  { asks: 'mental_disorder', when: inside },
]

/** The fields that the rules need, given the answers so far, in the order they are asked. All may be skipped. */
export const fieldsToAsk = (situation: Situation): readonly Field[] =>
  questions.filter(question => question.when(situation)).map(({ asks }) => asks)
