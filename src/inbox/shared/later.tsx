import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { inTurn } from './in-turn.ts'

/**
 * Whether what stands over a part of a page has been drawn, so that the part may be: in a frame of its own, and no key waits for
 * the whole page.
 * @param atOnce it is drawn with what stands over it all the same
 */
export function useLater(atOnce = false): boolean {
  const [isDrawn, setDrawn] = useState(atOnce)
  useEffect(
    () =>
      isDrawn
        ? undefined
        : inTurn(() => {
            setDrawn(true)
          }),
    [isDrawn],
  )
  return isDrawn
}

/** A part of a page as `useLater` has it. Once drawn it is drawn with the rest. */
export function Later(props: { readonly children: () => ComponentChildren }): JSX.Element | null {
  return useLater() ? <>{props.children()}</> : null
}

/** Parts of a long list that each frame adds. */
export const STEP = 4

/**
 * How many of `count` are drawn by now: none with the page itself, which has enough to draw, then a few a frame.
 * @param of what they are of: of something else, a few at once again
 */
export function useGrowing(count: number, of: string): number {
  const [kept, setKept] = useState({ of, to: 0 })
  const to = kept.of === of ? kept.to : STEP
  useEffect(
    () =>
      to >= count
        ? undefined
        : inTurn(() => {
            setKept({ of, to: to + STEP })
          }),
    [of, to, count],
  )
  return Math.min(to, count)
}

/**
 * A value that many show and that changes for all at once: the change is staggered, a few of them in each frame.
 * @param share how much of a frame one takes
 */
export function useStaggered<Value>(value: Value, share: number): Value {
  const [shown, setShown] = useState(value)
  useEffect(
    () =>
      shown === value
        ? undefined
        : inTurn(() => {
            setShown(value)
          }, share),
    [shown, value, share],
  )
  return shown
}
