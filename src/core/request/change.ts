import type { Answers } from './answers.ts'
import { slotKindOf } from './flow.ts'

/** What a person has typed or ticked about themselves, and means in any role: kept through every change. */
const ofThePerson = ['name', 'phone', 'callTimes', 'ifSomeoneElseAnswers', 'interpreter', 'message'] as const

/**
 * The answers after a change, without what the change leaves with no meaning: a time of another kind would be booked
 * unseen, a wish that is no longer offered would be sent. Words a person has typed stay; `toRequest` sends of them
 * only what belongs to the chosen way.
 */
export function withChange(before: Answers, change: Answers): Answers {
  const other = 'audience' in change && change.audience !== before.audience
  const merged = { ...(other ? only(before, ofThePerson) : before), ...change }
  const kept = offered(merged) ? merged : { ...merged, wish: undefined }
  const timed = slotKindOf(kept) === slotKindOf(before) ? kept : withoutTimes(kept, change)
  return isMetByAlias(timed) ? timed : { ...timed, alias: undefined }
}

/** Whether this person is met by a made-up name: without one of their own, for a time they have or are about to choose. */
export function isMetByAlias(answers: Answers): boolean {
  const kind = slotKindOf(answers)
  if (kind === 'youth-talk') return true
  return kind !== null && answers.identity === 'anonymous' && (answers.slotIds ?? []).length > 0
}

/** A change that brings its own times has chosen them for the new kind. */
const withoutTimes = (answers: Answers, change: Answers): Answers => ({ ...answers, slotIds: change.slotIds })

/** Support as a parent is for those who are worried about a child of theirs. */
const offered = ({ wish, concern }: Answers): boolean =>
  wish !== 'parent-support' || concern === 'child-15-17'

function only(answers: Answers, keys: readonly (keyof Answers)[]): Answers {
  return Object.fromEntries(keys.filter(key => key in answers).map(key => [key, answers[key]]))
}
