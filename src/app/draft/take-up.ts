import type { Receipt } from '../citizen.ts'
import type { Standing } from '../outbox/types.ts'

/**
 * A receipt found again after a reload, as it is now: meanwhile the request may have arrived.
 * @param standings where everything on this phone stands
 */
export function takenUp(receipt: Receipt, standings: readonly Standing[]): Receipt {
  if (receipt.state === 'sent' || receipt.state === 'taken-back') return receipt
  const standing = standings.find(one => one.id === receipt.id)
  if (standing && standing.at !== 'sent') return { ...receipt, state: 'waiting' }
  const answer = standing?.answer
  if (answer) return arrived(receipt, answer)
  // Only the intake's answer takes a request off the phone. Which time was got is not known here: the code tells.
  return { ...receipt, answers: { ...receipt.answers, slotIds: undefined }, state: 'sent', slot: null }
}

/** The receipt of a request that the intake has said yes to. */
export const arrived = (
  receipt: Receipt,
  answer: { readonly slot: Receipt['slot']; readonly receivedOn: string },
): Receipt => ({ ...receipt, state: 'sent', slot: answer.slot, receivedOn: answer.receivedOn })

/** What comes of sending knows nothing of what the person has said meanwhile: a code that is saved stays so. */
export const following = (before: Receipt | null, next: Receipt | null): Receipt | null =>
  next && before?.saved && before.id === next.id ? { ...next, saved: true } : next
