import type { SlotKind } from '../../core/contract/index.ts'
import { limitOf } from '../../core/facts/index.ts'
import type { Mailbox } from './mailbox.ts'

export const slotKinds = ['youth-talk', 'adult-talk', 'relatives-course'] as const satisfies SlotKind[]

/** How many talks without a name a young person has in all. */
export const youthTalks = (): number => limitOf('youth-anonymous-talks', 'max')

/**
 * The kinds this mailbox has something of. The phone cannot read the request it belongs to, so until something is booked
 * any kind may be asked for.
 */
export function kindsOf({ answer }: Mailbox): SlotKind[] {
  const youthBegun = left({ answer }, 'youth-talk') < youthTalks()
  return slotKinds.filter(
    kind => (kind === 'youth-talk' && youthBegun) || answer.bookings.some(booking => booking.kind === kind),
  )
}

/** How many more of a kind this mailbox may book now. */
export const left = ({ answer }: Pick<Mailbox, 'answer'>, kind: SlotKind): number => answer.bookingsLeft[kind]

/** The kinds that can be booked now. */
export function bookable(mailbox: Mailbox): SlotKind[] {
  const begun = kindsOf(mailbox)
  return (begun.length > 0 ? begun : slotKinds).filter(kind => left(mailbox, kind) > 0)
}
