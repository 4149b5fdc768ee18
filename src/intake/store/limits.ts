import type { SlotKind } from '../../core/contract/index.ts'

/** The counter of a mailbox that a kind of time counts in. */
export const COUNTERS = {
  'youth-talk': 'youth_talks',
  'adult-talk': 'adult_talks',
  'relatives-course': 'courses',
} as const satisfies Record<SlotKind, string>

/**
 * How many a mailbox may have: two `youth-talk`s in all (fact `youth-anonymous-talks`); two `adult-talk`s and one
 * `relatives-course` at a time (ours: the standards set no limit, it keeps one person from holding every seat).
 * The first migration repeats these as CHECK constraints: another figure needs a new migration.
 */
export const LIMITS = { 'youth-talk': 2, 'adult-talk': 2, 'relatives-course': 1 } as const satisfies Record<
  SlotKind,
  number
>

/** Kinds of which a time that is over still counts. */
export const COUNTS_FOR_EVER: readonly SlotKind[] = ['youth-talk']

export const KINDS = Object.keys(LIMITS) as SlotKind[]
