import type { StaffSlot } from '../../core/contract/index.ts'
import { useDesk, useUnopened } from '../model/desk.ts'

/**
 * Whether somebody's request is still being opened of those who have a time: called off now they would get no word, and a list on
 * paper would lack them.
 */
export function useIsOpening({ bookings }: StaffSlot): boolean {
  const { requests } = useDesk()
  const { left } = useUnopened()
  return left > 0 && bookings.some(({ requestId }) => !requests.some(one => one.stored.id === requestId))
}
