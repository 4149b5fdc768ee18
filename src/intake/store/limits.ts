import { municipality } from '#municipality'
import type { SlotKind } from '../../core/contract/index.ts'
import { bookingLimits, limitOf } from '../../core/facts/limits.ts'

/** The counter of a mailbox that a kind of time counts in. */
export const COUNTERS = {
  'youth-talk': 'youth_talks',
  'adult-talk': 'adult_talks',
  'relatives-course': 'courses',
} as const satisfies Record<SlotKind, string>

/** How many of a kind a mailbox may have: the municipality's figures, of which the phone tells the same. */
export const LIMITS: { readonly [K in SlotKind]: number } = bookingLimits(municipality).most

/** Whether a talk that a young person missed counts as one of theirs: the standards do not say, the municipality does. */
export const MISSED_COUNTS: boolean = bookingLimits(municipality).missedTalkCounts

/** Kinds of which a time that is over still counts. */
export const COUNTS_FOR_EVER: readonly SlotKind[] = ['youth-talk']

/** Days to the first talk of whoever asks for treatment (fact `intake-first-talk`): the soonest limit there is. */
export const INTAKE_DAYS: number = 7 * limitOf(municipality, 'intake-first-talk', 'max')

export const KINDS = Object.keys(COUNTERS) as SlotKind[]
