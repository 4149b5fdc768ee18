import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { firstOpenStep, stepsFor, steps, type Answers, type Step } from '../../core/request/index.ts'

/** A history entry holds this and nothing else: no answer, no name of a step. */
type Entry = { step: number }

const stepOf = (state: unknown): Step | undefined => steps[(state as Entry | null)?.step ?? -1]

/**
 * Which screen is shown, tied to the browser's history so that Back and Forward work.
 * An entry for a screen that cannot be shown yet leads to the first open one.
 */
export function useStep(answers: Answers): { step: Step; goTo: (step: Step) => void; back: () => boolean } {
  const [wanted, setWanted] = useState<Step>(() => firstOpenStep(answers))
  const pushed = useRef(0)

  useEffect(() => {
    // Read only now: the first picture must be the prerendered one.
    const kept = stepOf(history.state)
    if (kept) setWanted(kept)
    else history.replaceState({ step: steps.indexOf(wanted) } satisfies Entry, '')
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

  const back = useCallback(() => {
    if (pushed.current === 0) return false
    history.back()
    return true
  }, [])

  return { step: canShow(wanted, answers) ? wanted : firstOpenStep(answers), goTo, back }
}

/** A screen of this person's flow, with everything before it answered; `times` also as a side step. */
function canShow(step: Step, answers: Answers): boolean {
  const list = stepsFor(answers)
  if (step === 'times') return answers.audience !== undefined
  // Choosing must not turn the page: these two stay until "Continue", though the choice shortens the list.
  if (step === 'audience' || (step === 'wish' && answers.audience !== undefined)) return true
  const at = list.indexOf(step)
  const open = list.indexOf(firstOpenStep(answers))
  return at >= 0 && at <= open
}
