/**
 * Whether somebody is there: `warned` two minutes before answers under way go, `gone` when they went. Of replies that stand
 * open `closing` and `closed`: with them nothing goes that was sent or received.
 */
export type Quiet = 'here' | 'warned' | 'gone' | 'closing' | 'closed'

/** What is said of replies says of what was being written too. */
const SAID_BY: Partial<Record<Quiet, Quiet>> = { warned: 'closing', gone: 'closed' }

let quiet: Quiet = 'here'
const listeners = new Set<(quiet: Quiet) => void>()

/** Tells all who listen how long the page has been left alone. */
export function sayQuiet(now: Quiet): void {
  if (SAID_BY[now] === quiet) return
  quiet = now
  for (const listener of listeners) listener(now)
}

/** Hears it now and at each change. Returns how to stop listening. */
export function onQuiet(listener: (quiet: Quiet) => void): () => void {
  listeners.add(listener)
  listener(quiet)
  return () => listeners.delete(listener)
}
