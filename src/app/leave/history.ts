/** In `sessionStorage`: how long the tab's history was when the app was first opened in it. */
const PLACE = 'h'
/** Browsers keep so many entries of a tab; at the limit its length says nothing any more. */
const MOST_ENTRIES = 50

/** Called when a page of ours starts. */
export function noteArrival(): void {
  if (sessionStorage.getItem(PLACE) === null) sessionStorage.setItem(PLACE, String(history.length))
}

/**
 * How many entries back the app's first one lies in this tab. Pushes an entry first: that cuts off what is ahead, so
 * that the history's length tells where we stand. Nothing has to be written into the entries for it.
 */
export function stepsToFirst(): number {
  history.pushState(null, '')
  const arrived = Number(sessionStorage.getItem(PLACE) ?? history.length)
  if (history.length < MOST_ENTRIES) return Math.max(0, history.length - arrived)
  const { navigation } = globalThis as { navigation?: { currentEntry: { index: number } | null } }
  return navigation?.currentEntry?.index ?? 0
}
