import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Field, Situation } from '../../core/eligibility/index.ts'
import { asksOf, firstOpen, nextStep, steps, stepsFor, type Asking, type Seen, type Step } from './steps.ts'
import { useStepHistory } from '../flow/step-history.ts'

export type CheckStep = {
  readonly step: Step
  /** What the person has had before them; a question answered by the door taken is not among it. */
  readonly seen: Seen
  /** On from a screen, with the answers as they are now. */
  readonly goOn: (from: Asking, now: Situation) => void
  /** To a screen, to change its answer. */
  readonly goTo: (step: Step) => void
  readonly back: () => boolean
}

/** Which screen is shown, tied to the browser's history so that Back and Forward work. */
export function useCheckStep(situation: Situation): CheckStep {
  const [seen, setSeen] = useState<Seen>(new Set<Field>())
  const {
    wanted,
    goTo,
    replace,
    back: pop,
  } = useStepHistory<Step>(
    steps,
    () => firstOpen(situation, new Set()),
    kept => {
      if (Object.keys(situation).length === 0) return false
      // Back from another page: all screens before this one have been seen.
      setSeen(fieldsBefore(kept, situation))
      return true
    },
  )

  // What was told is wiped (20 minutes untouched): the check begins again, and nothing has been before the person.
  const isTold = Object.keys(situation).length > 0
  const begun = useRef(isTold)
  useEffect(() => {
    if (begun.current && !isTold) {
      setSeen(new Set())
      replace(firstOpen({}, new Set()))
    }
    begun.current = isTold
  }, [isTold, replace])

  const goOn = useCallback(
    (from: Asking, now: Situation) => {
      const after = new Set([...seen, ...asksOf(from, now)])
      setSeen(after)
      goTo(nextStep(from, now, after))
    },
    [goTo, seen],
  )

  const step = canShow(wanted, situation) ? wanted : firstOpen(situation, seen)
  const back = useCallback(() => {
    // What lies before an entry that cannot be shown, since its answers are gone, cannot be shown either.
    if (step === wanted && pop()) return true
    const before = stepBefore(step, situation, seen)
    if (!before) return false
    replace(before)
    return true
  }, [pop, replace, step, wanted, situation, seen])

  return { step, seen, goOn, goTo, back }
}

/** The screen before, when it has been before the person: after coming back from another page there is no entry for it. */
const stepBefore = (step: Step, situation: Situation, seen: Seen): Step | undefined =>
  stepsFor(situation)
    .filter(other => steps.indexOf(other) < steps.indexOf(step))
    .filter(other => asksOf(other, situation).every(field => seen.has(field)))
    .at(-1)

const fieldsBefore = (step: Step, situation: Situation): Seen =>
  new Set(
    stepsFor(situation)
      .filter(other => steps.indexOf(other) < steps.indexOf(step))
      .flatMap(other => asksOf(other, situation)),
  )

/** After a change of answers an old entry may lead to a screen that no longer asks this person anything. */
const canShow = (step: Step, situation: Situation): boolean =>
  step === 'result' || stepsFor(situation).includes(step)
