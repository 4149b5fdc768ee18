import type { Placement } from './types.ts'

/** What follows on a line of its own, right after the one it belongs to or in a group of its own. */
export const parts: readonly Placement[] = [
  {
    id: 'caution-youth-anonymity-limit',
    in: 'know',
    open: true,
    part: 'caution-youth-anonymity-limit-duty',
    facts: ['children-duty-to-notify'],
    unless: 'caution-notification-duty',
  },
  {
    id: 'caution-youth-anonymity-limit',
    in: 'know',
    open: true,
    part: 'caution-youth-anonymity-limit-ask',
  },
  {
    id: 'caution-relative-details-open',
    in: 'soon',
    open: true,
    part: 'caution-relative-details-open-soon',
  },
  {
    id: 'caution-relative-details-open',
    in: 'cost',
    open: true,
    part: 'caution-relative-details-open-cost',
  },
]
