import { useEffect, useRef } from 'preact/hooks'
import type { DeskPlace } from './desk-memory.ts'

/**
 * Looks for something new when a member moves about: who comes back to the list or turns to another tab wants to see how it is
 * now, and who opens a request may have it from a list some minutes old, while a colleague rings the person. It is looked for
 * once the page that was gone to is drawn: the worker and the intake would else take the time of the one who waits for it.
 * @param place where the member is: another one each time they go
 */
export function useOnMove(place: DeskPlace, again: () => void, quietly: () => void): void {
  const before = useRef(place)
  useEffect(() => {
    if (place === before.current) return
    before.current = place
    if (place.openId === null) again()
    else quietly()
  }, [place, again, quietly])
}
