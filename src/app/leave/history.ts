import { entriesBefore, entryCount, pushEntry } from '../phone/history.ts'
import { note, noted } from '../phone/tab-memory.ts'

/** Noted in the tab: how long the tab's history was when the app was first opened in it. */
const PLACE = 'h'
/** Browsers keep no more entries of a tab than this; at the limit its length says nothing any more. */
const MOST_ENTRIES = 50

/** Called when a page of ours starts. */
export function noteFirstPage(): void {
  if (noted(PLACE) === null) note(PLACE, String(entryCount()))
}

/**
 * How many entries back the app's first one lies in this tab. Pushes an entry first: that cuts off what is ahead, so
 * that the history's length tells where we stand. Nothing has to be written into the entries for it.
 */
export function stepsToFirst(): number {
  pushEntry(null)
  const arrived = Number(noted(PLACE))
  const count = entryCount()
  const before = entriesBefore() ?? 0
  // The first page may have been gone on from before its script could note the place.
  if (arrived > 0 && count < MOST_ENTRIES) return Math.max(before, count - arrived)
  return before
}
