import type { Receipt } from '../citizen.ts'
import type { Standing } from '../outbox/types.ts'

/**
 * A receipt found again after a reload, as it is now: meanwhile the request may have arrived. Where nothing on the phone
 * tells, it is unknown: the request may have been taken back in another window, or the phone does not answer.
 * @param standings where everything on this phone stands
 */
export function takenUp(receipt: Receipt, standings: readonly Standing[]): Receipt {
  if (receipt.state === 'sent' || receipt.state === 'taken-back') return receipt
  const standing = standings.find(one => one.id === receipt.id)
  if (!standing) return { ...receipt, state: 'unknown' }
  if (standing.at !== 'sent') return { ...receipt, state: 'waiting' }
  if (standing.answer) return arrived(receipt, standing.answer)
  // The phone kept that it arrived, and not the answer. Which time was got is not known here: the code tells.
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
