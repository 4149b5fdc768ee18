import { orElse } from './refused.ts'

/** Does it when the phone has nothing else to do, at the latest after `latest` milliseconds. */
export function whenIdle(act: () => void, latest = 5000): void {
  const asked = orElse(() => requestIdleCallback(act, { timeout: latest }), null)
  if (asked === null) setTimeout(act, Math.min(latest, 2000))
}
