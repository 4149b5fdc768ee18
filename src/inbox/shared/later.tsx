import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { inTurn } from './in-turn.ts'

/**
 * A part of a page that is drawn in a frame of its own, after what stands over it: no key waits for the whole page. Once
 * drawn it is drawn with the rest.
 */
export function Later(props: { readonly children: () => ComponentChildren }): JSX.Element | null {
  const [isDrawn, setDrawn] = useState(false)
  useEffect(
    () =>
      isDrawn
        ? undefined
        : inTurn(() => {
            setDrawn(true)
          }),
    [isDrawn],
  )
  return isDrawn ? <>{props.children()}</> : null
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
