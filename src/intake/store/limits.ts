import { municipality } from '#municipality'
import type { SlotKind } from '../../core/contract/index.ts'
import { type ServiceLimits, serviceLimits } from '../../core/facts/limits.ts'
import type { Moment } from './moment.ts'

/** The counter of a mailbox that a kind of time counts in. */
export const COUNTERS = {
  'youth-talk': 'youth_talks',
  'adult-talk': 'adult_talks',
  'relatives-course': 'courses',
} as const satisfies Record<SlotKind, string>

/** Of the municipality that the program was built with, for pages that do not say their own. */
export const builtLimits: ServiceLimits = serviceLimits(municipality)

/** When something is done, and by whose figures. */
export type Counted = Moment & { readonly limits: ServiceLimits }

/** Kinds of which a time that is over still counts. */
export const COUNTS_FOR_EVER: readonly SlotKind[] = ['youth-talk']

export const KINDS = Object.keys(COUNTERS) as SlotKind[]
