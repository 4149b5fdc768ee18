import { useContext, useEffect, useState } from 'preact/hooks'
import { useFetched } from '../../model/desk.ts'
import { DraftsContext } from '../../shared/drafts.ts'
import { isReturning } from './use-return.ts'

/** So many rows are drawn with the list itself: those in sight. */
export const IN_SIGHT = 10
/** So many more at a time, with a turn for keys between. */
const STEP = 5

/**
 * How many of so many rows are drawn by now: those in sight at once, the others a few at a time once nothing more is being opened, so that
 * no key waits for them. Who comes back to where they were in the list finds it drawn.
 */
export function useDrawn(count: number): number {
  const drafts = useContext(DraftsContext)
  // Each that is opened meanwhile may move the others: what nobody sees need not be drawn and moved each time.
  const { isOpening } = useFetched()
  const [drawn, setDrawn] = useState(() => (isReturning(drafts) ? Infinity : IN_SIGHT))
  useEffect(() => {
    if (isOpening || drawn >= count) return
    const timer = setTimeout(() => {
      setDrawn(drawn + STEP)
    })
    return () => {
      clearTimeout(timer)
    }
  }, [drawn, count, isOpening])
  return Math.min(drawn, count)
}
