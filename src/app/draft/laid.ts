import { recall } from '../phone/tab-memory.ts'

/** Milliseconds untouched after which answers under way are gone. */
export const UNTOUCHED = 20 * 60_000

/** In `sessionStorage`: the name of this tab's key, and the ciphertext. */
export type Laid = { readonly n: string; readonly c: string }
export const PLACE = 'd'

/** What the tab holds of answers put away; null also for what is not ours. */
export function laid(): Laid | null {
  const [, n, c] = /^\{"n":"([^"]+)","c":"([^"]+)"\}$/.exec(recall(PLACE) ?? '') ?? []
  return n === undefined || c === undefined ? null : { n, c }
}

/** Whether this tab has answers put away. Asked before what could open them is fetched. */
export function hasDraft(): boolean {
  return laid() !== null
}
