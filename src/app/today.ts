import { dayOf, type Day } from '../core/calendar/days.ts'

/** Today in Denmark: the one place of the app that reads the clock for a day. */
export const today = (now: number = Date.now()): Day => dayOf(now)
