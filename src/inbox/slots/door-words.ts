import type { StaffSlot } from '../../core/contract/index.ts'
import type { OpenedRequest } from '../model/requests.ts'
import { whoOf } from '../model/title.ts'
import type { T } from '../shared/copy.ts'
import { today } from '../shared/today.ts'
import { mayStandAtDoor, type StaffBooking } from './cancel.ts'

/** Who of these may stand at the door all the same, so that somebody meets them; nothing when nobody may. */
export function doorWords(
  bookings: readonly StaffBooking[],
  slots: readonly StaffSlot[],
  requests: readonly OpenedRequest[],
  t: T,
): string[] {
  const those = mayStandAtDoor(bookings, slots, requests, today())
  if (those.length === 0) return []
  return [t('cancel.atDoor', { count: those.length, names: those.map(one => whoOf(one, t)).join(', ') })]
}

/** Who has another time meanwhile, or none, and so was not written to; nothing when nobody has. */
export function movedWords(
  moved: readonly StaffBooking[],
  requests: readonly OpenedRequest[],
  t: T,
): string[] {
  const names = moved.flatMap(({ requestId }) => requests.filter(one => one.stored.id === requestId))
  return names.length === 0 ? [] : [t('cancel.moved', { names: names.map(one => whoOf(one, t)).join(', ') })]
}
