import { atList, type DeskMemory, type DeskPlace } from './desk-memory.ts'

export type Places = {
  /** Gives the entry that is there now to the place where the member was. */
  readonly begin: () => void
  readonly go: (next: DeskPlace) => void
  /** The browser's Back or Forward came to an entry with this state. */
  readonly onPop: (state: unknown) => void
}

/** Never used twice while the page is open: an entry that another member left leads to the list. */
let numbers = 0

/**
 * The ways between list, times and an opened request. An opened request is one history entry on top of the list or the
 * times, so that the browser's Back leads there and not out of the inbox. An entry holds a number only; what it stands
 * for is in this page's memory, and gone with it.
 */
export function makePlaces(memory: DeskMemory, onPlace: (place: DeskPlace) => void): Places {
  let here = 0
  // After F5 the entries of before are still there, by their numbers.
  numbers = Math.max(numbers, ...memory.places.keys())
  const stand = (next: DeskPlace, at: number): void => {
    memory.place = next
    here = at
    onPlace(next)
  }
  const put = (next: DeskPlace, how: 'pushState' | 'replaceState'): void => {
    const at = ++numbers
    memory.places.set(at, next)
    history[how]({ place: at }, '')
    stand(next, at)
  }
  return {
    begin() {
      put(memory.place, 'replaceState')
    },
    go(next) {
      const opens = next.openId !== null
      const below = memory.under === null ? undefined : memory.places.get(memory.under)
      if (opens && memory.place.openId === null) {
        memory.under = here
        put(next, 'pushState')
      } else if (!opens && below?.tab === next.tab) {
        // `onPop` sets the place: the next press must not meet an entry that is about to go.
        history.back()
      } else {
        if (!opens) memory.under = null
        put(next, 'replaceState')
      }
    },
    onPop(state) {
      const at = numberIn(state)
      const next = memory.places.get(at) ?? atList
      memory.under = next.openId !== null && memory.place.openId === null ? here : null
      stand(next, at)
    },
  }
}

/** What an entry holds; 0 for one that is not ours. */
function numberIn(state: unknown): number {
  const at = (state as { place?: unknown } | null)?.place
  return typeof at === 'number' ? at : 0
}
