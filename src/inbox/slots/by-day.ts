import type { StaffSlot } from '../../core/contract/index.ts'
import { dayOf } from '../shared/today.ts'

/** A date of a time: a course has several. */
export type Entry = { readonly slot: StaffSlot; readonly date: StaffSlot['dates'][number] }

/** All dates by their days in Denmark, so that a week does not look through all of them for each of its days. */
export function entriesByDay(slots: readonly StaffSlot[]): ReadonlyMap<string, readonly Entry[]> {
  const days = new Map<string, Entry[]>()
  for (const slot of slots)
    for (const date of slot.dates) {
      const day = dayOf(date)
      const own = days.get(day)
      if (own) own.push({ slot, date })
      else days.set(day, [{ slot, date }])
    }
  return days
}

/** Of two instants as the intake writes them, for `sort`. No language has another order for figures, and asking one takes long. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
