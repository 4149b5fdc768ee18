import { useEffect, useRef } from 'preact/hooks'

/** Milliseconds between two looks for something new. */
export const EVERY = 3 * 60_000

/**
 * Calls `freshen` when the page comes back into view, and now and then while somebody is there. A desk that nobody touches
 * locks (`useIdle`), and its calls end with it.
 */
export function useFresh(freshen: () => void): void {
  const latest = useRef(freshen)
  latest.current = freshen
  useEffect(() => {
    const onVisible = (): void => {
      if (document.visibilityState !== 'visible') return
      latest.current()
    }
    const timer = setInterval(() => {
      latest.current()
    }, EVERY)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [])
}
