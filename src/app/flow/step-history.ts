import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { entryState, goEntries, pushEntry, replaceEntry } from '../phone/history.ts'
import { pageAt } from '../routes.ts'

/**
 * A history entry holds these two numbers and nothing else: no answer, no name of a step. `depth` counts the screens of
 * the flow that lie before it. It stands in the entry, since a count in memory is wrong after Forward and gone after a
 * reload.
 */
type Entry = { readonly step: number; readonly depth: number }

/** Milliseconds in which Back has come to its entry, or does not come. */
const PATIENCE = 1_000

export type StepHistory<Step> = {
  /** The screen the history asks for; whether it can be shown is the flow's to say. */
  readonly wanted: Step
  readonly goTo: (step: Step) => void
  /** Shows a screen in place of the present one, without a new entry. */
  readonly replace: (step: Step) => void
  /** One screen back; false when the one before is not of this flow. */
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
  const atStart = useRef({ steps, wanted, takesUp })
  const entry = useRef<Entry>({ step: steps.indexOf(wanted), depth: 0 })
  /** The depth that a press of Back is on its way to. */
  const onTheWayTo = useRef<number | null>(null)

  useEffect(() => {
    const { steps: all, wanted: shown, takesUp: mayTakeUp } = atStart.current
    const page = pageHere()
    // Read only now: the first picture must be the prerendered one.
    const kept = entryHere()
    const keptStep = all[kept?.step ?? -1]
    if (kept && keptStep !== undefined && mayTakeUp(keptStep)) {
      entry.current = kept
      setWanted(keptStep)
    } else {
      entry.current = { step: all.indexOf(shown), depth: 0 }
      replaceEntry(entry.current)
    }
    const follow = (): void => {
      if (pageHere() !== page) return
      const here = entryHere()
      if (!here) {
        // A link to a place on the page (to the content, past the header) has made an entry: the screen is the same. The
        // entry does not keep the place, or the browser would take the focus there when it is come back to.
        replaceEntry(entry.current, location.pathname)
        return
      }
      if (here.depth > (onTheWayTo.current ?? here.depth)) {
        goEntries(-1)
        return
      }
      onTheWayTo.current = null
      entry.current = here
      const step = all[here.step]
      if (step !== undefined) setWanted(step)
    }
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('popstate', follow)
    }
  }, [])

  const goTo = useCallback(
    (step: Step) => {
      onTheWayTo.current = null
      entry.current = { step: steps.indexOf(step), depth: entry.current.depth + 1 }
      if (!pushEntry(entry.current)) entry.current = { ...entry.current, depth: entry.current.depth - 1 }
      setWanted(step)
    },
    [steps],
  )
  const replace = useCallback(
    (step: Step) => {
      onTheWayTo.current = null
      entry.current = { step: steps.indexOf(step), depth: entry.current.depth }
      replaceEntry(entry.current)
      setWanted(step)
    },
    [steps],
  )
  const back = useCallback(() => {
    if (entry.current.depth === 0) return false
    // The second tap of a double one must not go on to the page before the flow.
    if (onTheWayTo.current !== null) return true
    onTheWayTo.current = entry.current.depth - 1
    // A browser that does not go must not make a second tap do nothing for ever.
    setTimeout(() => {
      onTheWayTo.current = null
    }, PATIENCE)
    if (goEntries(-1)) return true
    onTheWayTo.current = null
    return false
  }, [])

  return { wanted, goTo, replace, back }
}

const pageHere = (): string | undefined => pageAt(location.pathname)?.page

/** Null where the entry is not one of a flow. */
export function entryHere(): Entry | null {
  const { step, depth } = (entryState() ?? {}) as Partial<Entry>
  return step === undefined || depth === undefined ? null : { step, depth }
}
