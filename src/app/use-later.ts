import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Later } from './later.ts'

/**
 * A later part, asked for as soon as the page answers, so that it is there before somebody comes to it.
 *
 * @param ready whether the first question answers: before that it would only be in its way
 * @returns `failed` when it could not be had; it is tried again when there is a network, and by `again`
 */
export function useLater<T>(
  part: Later<T>,
  ready: boolean,
): { readonly here: T | null; readonly failed: boolean; readonly again: () => void } {
  const [there, setThere] = useState(() => part.here() !== null)
  const [failed, setFailed] = useState(false)
  const again = useCallback(() => {
    setFailed(false)
    part.fetch().then(
      () => {
        setThere(true)
      },
      () => {
        setFailed(true) // told where it is needed
      },
    )
  }, [part])
  useEffect(() => {
    if (!ready || there) return undefined
    again()
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
    }
  }, [ready, there, again])
  return { here: part.here(), failed, again }
}
