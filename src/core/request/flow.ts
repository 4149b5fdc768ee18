import type { SlotKind } from '../contract/slots.ts'
import type { Answers, AnswerField } from './answers.ts'

/** A screen of the request. */
export const steps = [
  'audience',
  'wish',
  'substance',
  'concern',
  'connection',
  'identity',
  'reach',
  'who',
  'times',
  'review',
] as const
export type Step = (typeof steps)[number]

/** The fields that each screen asks for. `who` is `identity` and `reach` in one, for relatives. */
export const fieldsOf = {
  audience: ['audience'],
  wish: ['wish', 'slotIds'],
  substance: ['substance'],
  concern: ['concern'],
  connection: ['connection'],
  identity: ['identity'],
  reach: ['name', 'phone', 'callTimes', 'ifSomeoneElseAnswers'],
  who: ['identity', 'name', 'phone', 'callTimes', 'ifSomeoneElseAnswers'],
  times: ['slotIds'],
  review: ['message', 'interpreter'],
} as const satisfies Record<Step, readonly AnswerField[]>

/**
 * The screens of this person's request, in order (voice: "Flows: as few screens as can be").
 * A young person booking a talk has two; an adult five, the times among them without a name; a relative five.
 */
export function stepsFor(answers: Answers): readonly Step[] {
  if (answers.audience === undefined) return ['audience']
  switch (answers.audience) {
    case 'adult':
      return ['wish', 'substance', 'identity', ...reachOf(answers), 'review']
    case 'youth':
      if (answers.wish === undefined) return ['wish']
      return answers.wish === 'anonymous-talk'
        ? ['times', 'review']
        : ['substance', 'identity', ...reachOf(answers), 'review']
    case 'relative':
      return ['concern', 'connection', 'wish', 'who', 'review']
  }
}

/** A named adult says how to be reached; one without a name sees the free times. */
const reachOf = (answers: Answers): Step[] =>
  answers.identity === 'anonymous' ? (answers.audience === 'adult' ? ['times'] : []) : ['reach']

/** The kind of time this person may wish for now, or null. */
export function slotKindOf(answers: Answers): SlotKind | null {
  if (answers.audience === 'youth' && answers.wish === 'anonymous-talk') return 'youth-talk'
  if (answers.audience === 'adult' && answers.identity === 'anonymous') return 'adult-talk'
  if (answers.audience === 'relative' && answers.wish === 'relatives-course') return 'relatives-course'
  return null
}

/**
 * The kind of time to ask the intake for on this screen, or null: from the question on whose answer leads to the times, so
 * that nobody is led to times of which there are none.
 */
export const slotKindNear = (step: Step, answers: Answers): SlotKind | null =>
  step === 'identity' && answers.audience === 'adult' ? 'adult-talk' : slotKindOf(answers)
