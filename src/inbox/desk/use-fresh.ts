import { useEffect, useRef } from 'preact/hooks'

/** Milliseconds between two looks for something new. */
export const EVERY = 3 * 60_000

/**
 * Calls `freshen` when the page comes back into view, and, `byItself`, now and then: whether somebody is there, nobody knows. A desk that nobody touches
 * locks (`useIdle`), and its calls end with it.
 */
export function useFresh(freshen: (byItself: boolean) => void): void {
  const latest = useRef(freshen)
  latest.current = freshen
  useEffect(() => {
    const onVisible = (): void => {
      if (document.visibilityState !== 'visible') return
      latest.current(false)
    }
    const timer = setInterval(() => {
      latest.current(true)
    }, EVERY)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [])
}
