import { useCallback, useEffect, useRef } from 'preact/hooks'
import {
  firstOpenStep,
  stepsFor,
  steps,
  type Answers,
  type Check,
  type Step,
} from '../../core/request/index.ts'
import { useStepHistory } from '../flow/step-history.ts'

/**
 * Which screen is shown. An entry for a screen that cannot be shown yet leads to the first open one.
 * `back` is false where there is no screen before this one.
 */
export function useStep(
  answers: Answers,
  check: Check,
): { step: Step; goTo: (step: Step) => void; back: () => boolean } {
  const {
    wanted,
    goTo,
    replace,
    back: pop,
  } = useStepHistory<Step>(steps, () => firstOpenStep(answers, check))
  const step = canShow(wanted, answers, check) ? wanted : firstOpenStep(answers, check)

  // Answers wiped under way (20 minutes untouched) start again: choosing again must not turn the page to the old screen.
  const begun = useRef(false)
  useEffect(() => {
    if (answers.audience !== undefined) begun.current = true
    else if (begun.current) {
      begun.current = false
      replace('audience')
    }
  }, [answers.audience, replace])

  const back = useCallback(() => {
    // What lies before an entry that cannot be shown, since its answers are gone, cannot be shown either.
    if (step === wanted && pop()) return true
    const before = stepBefore(step, answers)
    if (before === undefined) return false
    replace(before)
    return true
  }, [pop, replace, step, wanted, answers])

  return { step, goTo, back }
}

/** The screen before, for one that is come to from another page: there is no entry for it. */
export function stepBefore(step: Step, answers: Answers): Step | undefined {
  const list = stepsFor(answers)
  if (step === 'times' && !list.includes(step)) return 'review'
  return list[list.indexOf(step) - 1]
}

/** A screen of this person's flow, with everything before it answered; `times` also as a side step. */
function canShow(step: Step, answers: Answers, check: Check): boolean {
  const list = stepsFor(answers)
  if (step === 'times') return answers.audience !== undefined
  // Choosing must not turn the page: these two stay until "Continue", though the choice shortens the list.
  if (step === 'audience' || (step === 'wish' && answers.audience !== undefined)) return true
  const at = list.indexOf(step)
  const open = list.indexOf(firstOpenStep(answers, check))
  return at >= 0 && at <= open
}

/** The flow's own screens, for a count like "step 2 of 5"; null where a count would tell nothing. */
export function countOf(step: Step, answers: Answers): { n: number; of: number } | null {
  const list = stepsFor(answers)
  const n = list.indexOf(step) + 1
  return n === 0 || list.length < 2 ? null : { n, of: list.length }
}
