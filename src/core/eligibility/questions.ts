import { ADULT_AGE, LOWEST_AGE } from './limits.ts'
import type { Situation } from './situation.ts'
import { ageUnknown, isAdult, isUnder15, livesElsewhere, usesDrugs, wants } from './told.ts'

/** A field of a situation, as a path. */
export type Field =
  | Exclude<keyof Situation, 's101a' | 'relative_of' | 'complaint'>
  | `s101a.${keyof NonNullable<Situation['s101a']>}`
  | `relative_of.${keyof NonNullable<Situation['relative_of']>}`
  | `complaint.${keyof NonNullable<Situation['complaint']>}`

/** Screens of the check, in the order that serves the person: danger first, small facts last. */
export const screens = [
  'whom',
  'other',
  'you',
  'substance',
  'wishes',
  'anonymous-drugs',
  'complaint',
  'intensive',
  'now',
] as const
export type Screen = (typeof screens)[number]

type Question = {
  readonly asks: Field
  readonly screen: Screen
  /** Whether the rules need the answer, given those so far. */
  readonly when: (s: Situation) => boolean
}

const forSelf = (s: Situation): boolean => s.subject === 'self'
const forAnother = (s: Situation): boolean => s.subject === 'relative'
/** Past the gate: only here can an answer about one's own use change anything. */
const inside = (s: Situation): boolean => forSelf(s) && !ageUnknown(s) && !isUnder15(s) && !livesElsewhere(s)

const isParent = (s: Situation): boolean => forAnother(s) && s.relative_of?.relation === 'parent'
const parentOfYouth = (s: Situation): boolean => {
  const age = s.relative_of?.age
  return isParent(s) && typeof age === 'number' && age >= LOWEST_AGE && age < ADULT_AGE
}
const notCoveredAsResident = (s: Situation): boolean => forAnother(s) && s.resident !== true
const notCovered = (s: Situation): boolean =>
  notCoveredAsResident(s) && s.relative_of?.enrolled_in_torvehuset !== true

const anonymousDrugs = (s: Situation): boolean =>
  inside(s) && isAdult(s) && usesDrugs(s) && wants(s, 'anonymous')
const drugsComplaint = (s: Situation): boolean => inside(s) && usesDrugs(s) && wants(s, 'complain')
/** Changes the words of the result only (rule R38). */
const wantsIntensive = (s: Situation): boolean => inside(s) && isAdult(s) && wants(s, 'intensive')

const questions: readonly Question[] = [
  { asks: 'acute', screen: 'whom', when: () => true },
  { asks: 'subject', screen: 'whom', when: () => true },
  { asks: 'relative_of.relation', screen: 'other', when: forAnother },
  { asks: 'relative_of.age', screen: 'other', when: isParent },
  // A parent is not asked for their own age.
  { asks: 'age', screen: 'you', when: s => forSelf(s) || (forAnother(s) && !isParent(s)) },
  { asks: 'resident', screen: 'you', when: s => forAnother(s) || (forSelf(s) && !ageUnknown(s)) },
  { asks: 'relative_of.enrolled_in_torvehuset', screen: 'you', when: notCoveredAsResident },
  {
    asks: 'relative_of.lives_in_municipality',
    screen: 'you',
    when: s => notCovered(s) || parentOfYouth(s),
  },
  { asks: 'substance', screen: 'substance', when: s => inside(s) || forAnother(s) },
  { asks: 'use', screen: 'substance', when: inside },
  { asks: 'wishes', screen: 'wishes', when: inside },
  { asks: 's101a.treatment_requiring', screen: 'anonymous-drugs', when: anonymousDrugs },
  { asks: 's101a.no_other_social_problems', screen: 'anonymous-drugs', when: anonymousDrugs },
  { asks: 's101a.close_to_education_or_work', screen: 'anonymous-drugs', when: anonymousDrugs },
  { asks: 's101a.no_other_social_support', screen: 'anonymous-drugs', when: anonymousDrugs },
  { asks: 's101a.seen_little_before', screen: 'anonymous-drugs', when: anonymousDrugs },
  { asks: 'complaint.about', screen: 'complaint', when: drugsComplaint },
  { asks: 'complaint.weeks_since_decision', screen: 'complaint', when: drugsComplaint },
  { asks: 'outpatient_tried', screen: 'intensive', when: wantsIntensive },
  { asks: 'work_network_economy_threatened', screen: 'intensive', when: wantsIntensive },
  { asks: 'stage', screen: 'now', when: inside },
  { asks: 'months_since_end', screen: 'now', when: s => inside(s) && s.stage === 'ended' },
  { asks: 'children_at_home', screen: 'now', when: s => inside(s) || forAnother(s) },
  { asks: 'pregnant', screen: 'now', when: inside },
  { asks: 'mental_disorder', screen: 'now', when: inside },
]

/** The fields that the rules need, given the answers so far, in the order they are asked. All may be skipped. */
export const fieldsToAsk = (situation: Situation): readonly Field[] =>
  questions.filter(question => question.when(situation)).map(({ asks }) => asks)

/** The screens with something to ask, given the answers so far, and what each asks. */
export function nextQuestions(
  situation: Situation,
): readonly { readonly screen: Screen; readonly asks: readonly Field[] }[] {
  const needed = questions.filter(question => question.when(situation))
  return screens
    .map(screen => ({ screen, asks: needed.filter(q => q.screen === screen).map(({ asks }) => asks) }))
    .filter(({ asks }) => asks.length > 0)
}
