import { orElse } from './refused.ts'

/** Does it when the phone has nothing else to do, at the latest after five seconds. */
export function whenIdle(act: () => void): void {
  const asked = orElse(() => requestIdleCallback(act, { timeout: 5000 }), null)
  if (asked === null) setTimeout(act, 2000)
}
