import { daysAfter, daysBetween, dayOf, type Day } from '../core/calendar/days.ts'
import { builtOn } from './built-on.ts'

/** A phone further off than this many days has a wrong clock; nearer, a time zone or a night may explain it. */
const MOST_OFF = 2

/** How many days the phone is ahead of the intake; null until the intake has been heard. */
let ahead: number | null = null
const listeners = new Set<() => void>()

/** Today by the phone's own clock, which may be wrong. */
export const phoneToday = (now: number = Date.now()): Day => dayOf(now)

/** Notes which day it is at the intake, from the `Date` of an answer that was the intake's (RFC 9110, 6.6.1). */
export function hearDay(date: string | null, now: number = Date.now()): void {
  const there = date === null ? NaN : Date.parse(date)
  if (Number.isNaN(there)) return
  const before = isClockWrong(now)
  ahead = daysBetween(dayOf(there), phoneToday(now))
  if (before || isClockWrong(now)) for (const listener of listeners) listener()
}

/** Hears when another day than before may be today. Returns how to stop listening. */
export function onDay(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Whether the phone's clock cannot be right: more than two days off the intake's, or, as long as nothing has been heard
 * of the intake, more than two days before this page was built.
 */
export function isClockWrong(now: number = Date.now()): boolean {
  const off = ahead ?? Math.min(0, daysBetween(builtOn, phoneToday(now)))
  return Math.abs(off) > MOST_OFF
}

/** Today in Denmark: the intake's day where the phone's clock is wrong, or the day of the build until that is known. */
export function today(now: number = Date.now()): Day {
  if (!isClockWrong(now)) return phoneToday(now)
  return ahead === null ? builtOn : daysAfter(phoneToday(now), -ahead)
}
