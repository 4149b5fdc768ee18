import type { OnThePhone } from '../outbox/types.ts'
import { countHeld, hold as holdLock } from '../phone/locks.ts'

const LOCK = 'answers'
let here = 0

/** What the outbox has where the phone keeps nothing: for as long as this page is open, and nowhere else. */
export const inMemory = new Map<string, OnThePhone>()

/** Until it is let go, no update may reload this page: there are answers or a code on it that are nowhere else. */
export function hold(): () => void {
  here++
  // Seen by the other tabs, whichever of them offers the update; ends by itself with the page.
  const letGo = holdLock(LOCK)
  let held = true
  return () => {
    if (!held) return
    held = false
    here--
    letGo()
  }
}

/** Whether this page, or another tab, has something that a reload would lose. */
export async function unsaved(): Promise<'no' | 'here' | 'elsewhere'> {
  if (here + inMemory.size > 0) return 'here'
  return (await unsavedElsewhere()) ? 'elsewhere' : 'no'
}

/** Whether another tab has something that a reload would lose. Each hold, here or there, is one lock. */
export async function unsavedElsewhere(): Promise<boolean> {
  return (await countHeld(LOCK)) > here
}
