import type { Municipality } from './types.ts'
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

/** @throws Error when one of the figures is missing: a limit is never guessed */
export function serviceLimits(municipality: Municipality): ServiceLimits {
  return {
    ...bookingLimits(municipality),
    firstTalkDays: 7 * limitOf(municipality, 'intake-first-talk', 'max'),
  }
}
