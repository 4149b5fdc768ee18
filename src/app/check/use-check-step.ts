import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Field, Situation } from '../../core/eligibility/index.ts'
import { asksOf, firstOpen, nextStep, steps, stepsFor, type Asking, type Seen, type Step } from './steps.ts'

/** A history entry holds this and nothing else: no answer, no name of a step. */
type Entry = { step: number }

const stepOf = (state: unknown): Step | undefined => steps[(state as Entry | null)?.step ?? -1]

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
  const [wanted, setWanted] = useState<Step>(() => firstOpen(situation, new Set()))
  const pushed = useRef(0)
  const latest = useRef(situation)
  latest.current = situation

  useEffect(() => {
    // Read only now: the first picture must be the prerendered one.
    const kept = stepOf(history.state)
    const begun = Object.keys(latest.current).length > 0
    if (kept && begun) {
      // Back from another page: all screens before this one have been seen.
      setSeen(fieldsBefore(kept, latest.current))
      setWanted(kept)
    } else history.replaceState({ step: steps.indexOf(wanted) } satisfies Entry, '')
    const follow = (event: PopStateEvent): void => {
      const step = stepOf(event.state)
      if (step) {
        pushed.current = Math.max(0, pushed.current - 1)
        setWanted(step)
      }
    }
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('popstate', follow)
    }
    // Only when it appears: later entries are pushed by goTo.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const goTo = useCallback((step: Step) => {
    history.pushState({ step: steps.indexOf(step) } satisfies Entry, '')
    pushed.current += 1
    setWanted(step)
  }, [])

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
    if (pushed.current > 0) {
      history.back()
      return true
    }
    const before = stepBefore(step, situation, seen)
    if (!before) return false
    history.replaceState({ step: steps.indexOf(before) } satisfies Entry, '')
    setWanted(before)
    return true
  }, [step, situation, seen])

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
