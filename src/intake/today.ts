import { dayOf } from '../core/calendar/days.ts'
import type { Day } from '../core/contract/index.ts'

const HOUR_MS = 3_600_000

/**
 * The present day in the municipality's time zone, worked out once an hour: every answer asks for it several times, and
 * a day begins with an hour.
 *
 * @param now ms since 1970; may go back
 */
export function createToday(now: () => number): () => Day {
  let hour = NaN
  let day = ''
  return () => {
    const present = now()
    if (Math.floor(present / HOUR_MS) !== hour) {
      hour = Math.floor(present / HOUR_MS)
      day = dayOf(present)
    }
    return day
  }
}
