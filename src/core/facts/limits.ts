import type { FigureUnit, Municipality } from './types.ts'
import { figureOf } from './figures.ts'

/** The facts of which the app itself counts by the figure: a phone is given these figures and no others. */
export const limitIds = [
  'complaint-drugs-deadline',
  'follow-up-return',
  'guarantee-start',
  'intake-first-talk',
  'target-age',
  'youth-anonymous-talks',
] as const
export type LimitId = (typeof limitIds)[number]

/**
 * One side of the figure of a fact, so that a new standard moves a limit by its data alone.
 * @throws Error when the fact, its figure or that side of it is missing: a limit is never guessed.
 */
export function limitOf(municipality: Municipality, id: LimitId, side: 'min' | 'max'): number {
  const limit = figureOf(municipality, id)[side]
  if (limit === null) throw new Error(`The figure of the fact "${id}" has no ${side}`)
  return limit
}

type InUnits = { readonly [unit in FigureUnit]?: number }
const DAYS_IN: InUnits = { days: 1, weeks: 7 }
const MONTHS_IN: InUnits = { months: 1, years: 12 }

/**
 * The most of a fact that is a time, whatever unit a standard names it in.
 * @throws Error when its unit is no whole number of those: a month has no fixed number of days.
 */
function counted(municipality: Municipality, id: LimitId, inUnits: InUnits): number {
  const { unit } = figureOf(municipality, id)
  const each = inUnits[unit]
  if (each === undefined)
    throw new Error(`The fact "${id}" is in ${unit}, and has to be in ${Object.keys(inUnits).join(' or ')}`)
  return limitOf(municipality, id, 'max') * each
}

/** A time limit in days. @throws Error as `counted` */
export const daysOf = (municipality: Municipality, id: LimitId): number => counted(municipality, id, DAYS_IN)

/** A time in months. @throws Error as `counted` */
export const monthsOf = (municipality: Municipality, id: LimitId): number =>
  counted(municipality, id, MONTHS_IN)

/** How many times of each kind one mailbox may have, and what a missed one costs. */
export type BookingLimits = {
  readonly most: {
    /** In all, over the years (fact `youth-anonymous-talks`). */
    readonly 'youth-talk': number
    /** At a time: ours, since the standards set no limit; it keeps one person from holding every seat. */
    readonly 'adult-talk': number
    /** At a time: ours too. */
    readonly 'relatives-course': number
  }
  /** Whether a talk that somebody missed counts as one of the talks a young person can have. */
  readonly missedTalkCounts: boolean
}

/** @throws Error when the municipality has no figure for the talks of the young. */
export function bookingLimits(municipality: Municipality): BookingLimits {
  return {
    most: {
      'youth-talk': limitOf(municipality, 'youth-anonymous-talks', 'max'),
      'adult-talk': 2,
      'relatives-course': 1,
    },
    missedTalkCounts: municipality.confirmed.missedTalkCounts,
  }
}

/** The figures of a municipality that its intake counts by. */
export type ServiceLimits = BookingLimits & {
  /** Days to the first talk of a person who asks for treatment (fact `intake-first-talk`): the soonest limit there is. */
  readonly firstTalkDays: number
}

/** @throws Error when one of the figures is missing, or in a unit that is not counted in: a limit is never guessed */
export function serviceLimits(municipality: Municipality): ServiceLimits {
  // Receipts and the inbox count by it: better no build than one that breaks there.
  daysOf(municipality, 'guarantee-start')
  return {
    ...bookingLimits(municipality),
    firstTalkDays: daysOf(municipality, 'intake-first-talk'),
  }
}
