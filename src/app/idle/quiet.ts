/** Whether somebody is there: `warned` two minutes before answers under way go, `gone` when they went. */
export type Quiet = 'here' | 'warned' | 'gone'

let quiet: Quiet = 'here'
const listeners = new Set<(quiet: Quiet) => void>()

/** Tells all who listen how long the page has been left alone. */
export function sayQuiet(now: Quiet): void {
  quiet = now
  for (const listener of listeners) listener(now)
}

/** Hears it now and at each change. Returns how to stop listening. */
export function onQuiet(listener: (quiet: Quiet) => void): () => void {
  listeners.add(listener)
  listener(quiet)
  return () => listeners.delete(listener)
}
