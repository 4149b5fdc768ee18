import { useContext, useEffect, useState } from 'preact/hooks'
import { OpeningContext } from '../../model/desk.ts'
import { DraftsContext } from '../../shared/drafts.ts'
import { inTurn } from './in-turn.ts'
import { isReturning } from '../../shared/use-return.ts'

/** Pixels of a row where rows are lowest (`requests.css`): more never stand in a window. */
const LOWEST_ROW = 48
/** So many rows are drawn with the list itself. */
const FIRST = 5
/** So many more in one frame, of one list: on a slow machine a row takes some 5 ms, and no key shall wait for more. */
const STEP = 4

/** So many rows fill the window, whatever stands over them. */
export const inSight = (): number => Math.ceil(innerHeight / LOWEST_ROW)

/**
 * How many of so many rows are drawn by now: a few at once, those in sight in the frames after it, and the others once
 * nothing more is being opened. Who comes back to where they were in the list finds it drawn.
 * @param above how many rows stand over these
 */
export function useDrawn(count: number, above: number): number {
  const drafts = useContext(DraftsContext)
  // Each that is opened meanwhile may move the others: what nobody sees need not be drawn and moved each time.
  const isOpening = useContext(OpeningContext)
  const [drawn, setDrawn] = useState(() => (isReturning(drafts) ? Infinity : Math.max(0, FIRST - above)))
  const most = isOpening ? Math.min(count, Math.max(0, inSight() - above)) : count
  const isMore = drawn < most
  useEffect(
    () =>
      isMore
        ? inTurn(() => {
            setDrawn(before => before + STEP)
          })
        : undefined,
    [isMore, drawn],
  )
  return Math.min(drawn, count)
}
