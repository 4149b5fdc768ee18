import { daysAfter } from '../../core/calendar/days.ts'
import { retention } from '../../core/facts/retention.ts'
import type { OpenedRequest } from './requests.ts'

/**
 * The day before which a request is not erased, as far as the desk can know: reading with the code and bookings count too,
 * and the intake tells nobody of them. `exact`: nothing puts it off. Null while it waits for an answer.
 */
export function keptUntil({ stored, thread }: OpenedRequest): { day: string; exact: boolean } | null {
  const { state, stateOn, receivedOn } = stored
  if (state === 'new' || state === 'opened') return null
  if (state === 'junk') return { day: daysAfter(stateOn, retention.junkDays), exact: true }
  const used = thread.messages.map(({ on }) => on).reduce((a, b) => (a > b ? a : b), receivedOn)
  const kept = daysAfter(used, retention.mailboxDays)
  const done = state === 'answered' ? kept : daysAfter(stateOn, retention.closedDays)
  return { day: kept > done ? kept : done, exact: false }
}
