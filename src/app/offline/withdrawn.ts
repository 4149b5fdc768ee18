import type { withdrawWaiting } from '../outbox/outbox.ts'

/** How taking a message back went. */
export type Withdrawn = Awaited<ReturnType<typeof withdrawWaiting>> | 'failed'

const listeners = new Set<(how: Withdrawn) => void>()

/** Hears how taking back went. Returns how to stop listening. */
export function onWithdrawn(listener: (how: Withdrawn) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Said above the page: the place where it was asked for (a receipt, a notice) goes with the message. */
export function sayWithdrawn(how: Withdrawn): void {
  for (const listener of listeners) listener(how)
}
