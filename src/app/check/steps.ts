import { fieldsToAsk, type Field, type Situation } from '../../core/eligibility/index.ts'

/**
 * The screens of the check, in the order of `fieldsToAsk`, cut so that none holds more than two small questions.
 * `result` comes last. A history entry holds the place in this list, so new ones go to the end of their part only with
 * a new version of the app.
 */
export const steps = [
  'whom',
  'other',
  'you',
  'place',
  'substance',
  'wishes',
  'criteria',
  'complaint',
  'intensive',
  'stage',
  'now',
  'result',
] as const
/** As many as the longest way through has: said before the first. */
export const MOST_SCREENS = 9

export type Step = (typeof steps)[number]
export type Asking = Exclude<Step, 'result'>

/** What each screen asks. Of a relative, where they live and whether the other is enrolled is one question. */
const stepOf: Readonly<Record<Field, Asking>> = {
  acute: 'whom',
  subject: 'whom',
  'relative_of.relation': 'other',
  'relative_of.age': 'other',
  age: 'you',
  resident: 'you',
  'relative_of.enrolled_here': 'you',
  'relative_of.lives_in_municipality': 'place',
  substance: 'substance',
  use: 'substance',
  wishes: 'wishes',
  's101a.treatment_requiring': 'criteria',
  's101a.no_other_social_problems': 'criteria',
  's101a.close_to_education_or_work': 'criteria',
  's101a.no_other_social_support': 'criteria',
  's101a.seen_little_before': 'criteria',
  'complaint.about': 'complaint',
  'complaint.weeks_since_decision': 'complaint',
  outpatient_tried: 'intensive',
  work_network_economy_threatened: 'intensive',
  stage: 'stage',
  months_since_end: 'stage',
  children_at_home: 'now',
  pregnant: 'now',
  mental_disorder: 'now',
}

/** What a screen asks of this person, given the answers so far. */
export const asksOf = (step: Asking, situation: Situation): readonly Field[] =>
  fieldsToAsk(situation).filter(field => stepOf[field] === step)

/** The screens of this person, in order. */
export const stepsFor = (situation: Situation): readonly Asking[] =>
  steps.filter((step): step is Asking => step !== 'result' && asksOf(step, situation).length > 0)

/** The answer in a situation; undefined when it was not given. `null` says "I don't know". */
export function valueOf(situation: Situation, field: Field): unknown {
  return field
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], situation)
}

/** Whether one of these questions is answered. Danger is no answer to its question: nobody is held back by it. */
export const isAnswered = (fields: readonly Field[], situation: Situation): boolean =>
  fields.some(field => field !== 'acute' && valueOf(situation, field) !== undefined)

/** What the person has had before them, answered or not. */
export type Seen = ReadonlySet<Field>

/** Whether nothing on a screen is left to ask. Danger alone does not bring up a screen whose question is answered. */
const isDone = (step: Asking, situation: Situation, seen: Seen): boolean =>
  asksOf(step, situation).every(
    field => field === 'acute' || seen.has(field) || valueOf(situation, field) !== undefined,
  )

/** Where the check starts or stands: the first screen with something not yet asked, else the result. */
export const firstOpen = (situation: Situation, seen: Seen): Step =>
  stepsFor(situation).find(step => !isDone(step, situation, seen)) ?? 'result'

/** Which page of those this person has before them; what the door taken has answered is none. */
export const pageOf = (step: Asking, situation: Situation, seen: Seen): number =>
  1 +
  stepsFor(situation)
    .filter(other => steps.indexOf(other) < steps.indexOf(step))
    .filter(other => asksOf(other, situation).every(field => seen.has(field))).length

/** Where "Continue" leads; after a change from the result that is the result, unless the change opened a question. */
export function nextStep(step: Asking, situation: Situation, seen: Seen): Step {
  const later = stepsFor(situation).filter(other => steps.indexOf(other) > steps.indexOf(step))
  return later.find(other => !isDone(other, situation, seen)) ?? firstOpen(situation, seen)
}
