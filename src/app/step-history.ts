import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** A history entry holds this and nothing else: no answer, no name of a step. */
type Entry = { step: number }

export type StepHistory<Step> = {
  /** The screen the history asks for; whether it can be shown is the flow's to say. */
  readonly wanted: Step
  readonly goTo: (step: Step) => void
  /** Shows a screen in place of the present one, without a new entry. */
  readonly replace: (step: Step) => void
  /** One entry back; false when this flow has pushed none. */
  readonly back: () => boolean
}

/**
 * The screens of a flow tied to the browser's history, so that Back and Forward work.
 * @param steps all screens there are; an entry holds the place in this list
 * @param first what is shown at first, as the prerendered page has it
 * @param takesUp whether a screen found in the history at the start (a reload, back from another page) is taken up
 */
export function useStepHistory<Step>(
  steps: readonly Step[],
  first: () => Step,
  takesUp: (kept: Step) => boolean = () => true,
): StepHistory<Step> {
  const [wanted, setWanted] = useState<Step>(first)
  const pushed = useRef(0)
  const atStart = useRef({ steps, wanted, takesUp })

  useEffect(() => {
    const { steps: all, wanted: shown, takesUp: mayTakeUp } = atStart.current
    const stepOf = (state: unknown): Step | undefined => all[(state as Entry | null)?.step ?? -1]
    // Read only now: the first picture must be the prerendered one.
    const kept = stepOf(history.state)
    if (kept !== undefined && mayTakeUp(kept)) setWanted(kept)
    else history.replaceState({ step: all.indexOf(shown) } satisfies Entry, '')
    const follow = (event: PopStateEvent): void => {
      const step = stepOf(event.state)
      if (step === undefined) return
      pushed.current = Math.max(0, pushed.current - 1)
      setWanted(step)
    }
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('popstate', follow)
    }
  }, [])

  const goTo = useCallback(
    (step: Step) => {
      history.pushState({ step: steps.indexOf(step) } satisfies Entry, '')
      pushed.current += 1
      setWanted(step)
    },
    [steps],
  )
  const replace = useCallback(
    (step: Step) => {
      history.replaceState({ step: steps.indexOf(step) } satisfies Entry, '')
      setWanted(step)
    },
    [steps],
  )
  const back = useCallback(() => {
    if (pushed.current === 0) return false
    history.back()
    return true
  }, [])

  return { wanted, goTo, replace, back }
}
