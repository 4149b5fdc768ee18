import { daysAfter } from '../../core/calendar/days.ts'
import { inOrder, type Entry } from './by-day.ts'

/** How much of the times is on the screen. */
export type View = 'day' | 'week'

/** What was done with a time whose row may be gone now. */
export type Done = { readonly day: string; readonly startsAt: string; readonly text: string }

type Line = Entry | Done
export type ShownDay = { readonly day: string; readonly lines: readonly Line[] }

/** The days of a view. @param first the day it begins with, `YYYY-MM-DD`; of a week the Monday */
export const daysOf = (view: View, first: string): string[] =>
  Array.from({ length: view === 'week' ? 7 : 1 }, (_, n) => daysAfter(first, n))

/**
 * The days that are shown with what stands in each: of a week those that have something, and what was done stands where the row
 * was.
 */
export function shownDays(
  view: View,
  first: string,
  byDay: ReadonlyMap<string, readonly Entry[]>,
  said: Done | null,
): ShownDay[] {
  return daysOf(view, first)
    .filter(day => view === 'day' || said?.day === day || byDay.has(day))
    .map(day => {
      const own = byDay.get(day) ?? []
      const words = said?.day === day ? [said] : []
      return { day, lines: [...words, ...own].sort((a, b) => inOrder(startOf(a), startOf(b))) }
    })
}

const startOf = (line: Line): string => ('date' in line ? line.date.startsAt : line.startsAt)

/** The first day after another that has a time. */
export const nextDay = (byDay: ReadonlyMap<string, unknown>, after: string): string | undefined =>
  [...byDay.keys()].filter(day => day > after).sort()[0]
