import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * Moves the focus within a place when what it shows has changed: what was pressed has gone with it, and the focus would
 * fall to the top of the document.
 * @param selector of what the focus goes to, another for each thing that is shown; null leaves the focus where it is
 */
export function useFocusOn<Place extends HTMLElement>(selector: string | null): RefObject<Place | null> {
  const place = useRef<Place>(null)
  const before = useRef(selector)
  useEffect(() => {
    if (selector !== null && selector !== before.current)
      place.current?.querySelector<HTMLElement>(selector)?.focus()
    before.current = selector
  }, [selector])
  return place
}
