import type { Answers } from './answers.ts'
import type { Check } from './chosen.ts'
import { stepsFor, type Step } from './flow.ts'

/** Whether a screen needs no further look: all it must have is there. Times count once chosen or declined. */
function isDone(step: Step, answers: Answers, check: Check): boolean {
  if (step === 'review') return false
  if (step === 'times') return answers.slotIds !== undefined
  return check(step, answers).length === 0
}

/**
 * The first screen that is not done: where a flow starts, so that what was answered elsewhere is not asked again.
 *
 * @param check `checkStep`, or where that is not there yet `checkChosen`
 */
export function firstOpenStep(answers: Answers, check: Check): Step {
  return stepsFor(answers).find(step => !isDone(step, answers, check)) ?? 'review'
}

/**
 * Where "Continue" leads: the next screen that is not done. After a change from the review that is the review again,
 * unless the change opened a new question.
 */
export function nextStep(step: Step, answers: Answers, check: Check): Step {
  const list = stepsFor(answers)
  const at = list.indexOf(step)
  return list.slice(at + 1).find(later => !isDone(later, answers, check)) ?? firstOpenStep(answers, check)
}
