import { timeOf, weekdayOf } from '../../core/calendar/days.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import { dayOf } from '../shared/today.ts'

/**
 * The free times that belong together with one: of the same kind, place, room, counsellor and length, on the same day of
 * the week, on its day or later. So a series that was published weekly is one, and what is booked stays. Where neither room
 * nor counsellor is named, at the same hour only: those of another hour may be a colleague's.
 */
export function seriesOf(slot: StaffSlot, slots: readonly StaffSlot[]): StaffSlot[] {
  const own = traitsOf(slot)
  const from = firstDay(slot)
  return slots.filter(one => one.bookings.length === 0 && firstDay(one) >= from && traitsOf(one) === own)
}

function traitsOf({ kind, place, room, counsellor, dates }: StaffSlot): string {
  const [first] = dates
  const weekday = first === undefined ? null : weekdayOf(dayOf(first))
  const isNamed = room !== null || counsellor !== null
  const hour = first === undefined || isNamed ? null : timeOf(Date.parse(first.startsAt))
  return JSON.stringify([kind, place, room, counsellor, dates.length, first?.minutes, weekday, hour])
}

/** The day of its first date. */
export const firstDay = ({ dates: [first] }: StaffSlot): string => (first === undefined ? '' : dayOf(first))
