import { useEffect, useRef } from 'preact/hooks'

/** Milliseconds between two looks for something new. */
export const EVERY = 3 * 60_000
/**
 * So long after the last key or touch it is looked for, and no longer: each call lengthens the session, and a desk that
 * somebody has left shall be signed out.
 */
export const UNTOUCHED = 10 * 60_000

/** Calls `freshen` when the page comes back into view, and now and then while somebody is there. */
export function useFresh(freshen: () => void): void {
  const latest = useRef(freshen)
  latest.current = freshen
  useEffect(() => {
    let touched = Date.now()
    const touch = (): void => {
      touched = Date.now()
    }
    const onVisible = (): void => {
      if (document.visibilityState !== 'visible') return
      touch()
      latest.current()
    }
    const timer = setInterval(() => {
      if (Date.now() - touched < UNTOUCHED) latest.current()
    }, EVERY)
    document.addEventListener('visibilitychange', onVisible)
    addEventListener('pointerdown', touch)
    addEventListener('keydown', touch)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
      removeEventListener('pointerdown', touch)
      removeEventListener('keydown', touch)
    }
  }, [])
}
