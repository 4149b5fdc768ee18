import { useEffect, useMemo, useState } from 'preact/hooks'
import type { DeskMemory, DeskPlace } from './desk-memory.ts'
import { inOwnTask } from '../shared/own-task.ts'
import { makePlaces } from './places.ts'

/** Where a member is, and the way to go elsewhere; follows the browser's Back and Forward. */
export function usePlace(memory: DeskMemory): [DeskPlace, (next: DeskPlace) => void] {
  const [place, setPlace] = useState(memory.place)
  const places = useMemo(
    () =>
      makePlaces(memory, next => {
        // What was pressed notes where the list stood and looks for something new; a page is drawn beside that, not after it.
        inOwnTask(() => {
          setPlace(next)
        }, true)
      }),
    [memory],
  )
  useEffect(() => {
    places.begin()
    const onPop = (event: PopStateEvent): void => {
      places.onPop(event.state)
    }
    addEventListener('popstate', onPop)
    return () => {
      removeEventListener('popstate', onPop)
    }
  }, [places])
  return [place, places.go]
}
