import { useEffect, useState } from 'preact/hooks'
import type { Later } from './later.ts'

/**
 * A later part, asked for as soon as the page answers, so that it is there before somebody comes to it.
 *
 * @param ready whether the first question answers: before that it would only be in its way
 * @returns `failed` when it could not be had; it is asked for again when there is a network
 */
export function useLater<T>(
  part: Later<T>,
  ready: boolean,
): { readonly here: T | null; readonly failed: boolean } {
  const [there, setThere] = useState(() => part.here() !== null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!ready || there) return undefined
    const ask = (): void => {
      setFailed(false)
      part.fetch().then(
        () => {
          setThere(true)
        },
        () => {
          setFailed(true) // shown where it is needed
        },
      )
    }
    ask()
    addEventListener('online', ask)
    return () => {
      removeEventListener('online', ask)
    }
  }, [part, ready, there])
  return { here: part.here(), failed }
}
