import { useEffect, useRef } from 'preact/hooks'

/** Milliseconds without key or touch until the desk locks. */
export const UNTOUCHED = 10 * 60_000
/** Milliseconds between two looks at the clock: a computer that slept, or a tab that was slowed, is noticed by it. */
const LOOK_EVERY = 5_000

/** Calls `onIdle` when nobody has touched the page for `UNTOUCHED`, whether or not the page is in sight. */
export function useIdle(isActive: boolean, onIdle: () => void): void {
  const latest = useRef(onIdle)
  latest.current = onIdle
  useEffect(() => {
    if (!isActive) return
    let touched = Date.now()
    const look = (): boolean => {
      const idle = Date.now() - touched >= UNTOUCHED
      if (idle) latest.current()
      return idle
    }
    // The clock is looked at first: the touch that wakes a sleeping computer must not keep the desk open.
    const touch = (): void => {
      if (!look()) touched = Date.now()
    }
    const timer = setInterval(look, LOOK_EVERY)
    const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const name of touches) addEventListener(name, touch, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    addEventListener('pageshow', look)
    addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      for (const name of touches) removeEventListener(name, touch, { capture: true })
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pageshow', look)
      removeEventListener('focus', look)
    }
  }, [isActive])
}
