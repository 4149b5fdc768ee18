import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * Keeps in sight what a form of the thread has said, also when it says that it was held back.
 * @param length of the thread above, which pushes it down when it grows
 */
export function useInSight(said: string, behind: boolean, length: number): RefObject<HTMLDivElement | null> {
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = outcome.current
    if (place === null || (said === '' && !behind)) return undefined
    // The thread above has grown by what was sent, or by what held it back, and has pushed that word out of sight. Who has
    // gone on to something else meanwhile is left there.
    const show = (): void => {
      if (place.contains(document.activeElement)) place.scrollIntoView({ block: 'nearest' })
    }
    show()
    // A notice gets its words a moment later.
    const grown = new ResizeObserver(show)
    grown.observe(place)
    return () => {
      grown.disconnect()
    }
  }, [said, behind, length])
  return outcome
}
