import type { Receipt } from '../citizen.ts'
import type { Standing, TakenBack } from '../outbox/types.ts'
import { draftText, isSome, readDraft } from './content.ts'
import { loadDraft, saveDraft, wipeDraft } from './draft.ts'
import { hasDraft } from './laid.ts'
import { takenUp } from './take-up.ts'

// Lets the receipt that this tab has put away follow what happens to its message on another page of the app: found again
// later, nothing else on the phone would tell.

/**
 * Its message was taken back.
 * @param id the message's
 */
export async function takeBackReceipt(id: string, how: TakenBack): Promise<void> {
  await change(id, receipt => (how === 'withdrawn' ? null : { ...receipt, state: how }))
}

/**
 * Somebody has read that its message has arrived, and the note of it goes.
 * @param arrived where the message stood until then
 */
export async function noteArrival(arrived: Standing): Promise<void> {
  await change(arrived.id, receipt => takenUp(receipt, [arrived]))
}

async function change(id: string, to: (receipt: Receipt) => Receipt | null): Promise<void> {
  const text = hasDraft() ? await loadDraft() : null
  if (text === null) return
  const { receipt, ...rest } = readDraft(text)
  if (receipt?.id !== id || receipt.state === 'taken-back') return
  const next = to(receipt)
  const left = { ...rest, receipt: next }
  if (isSome(left)) await saveDraft(draftText(left))
  else wipeDraft()
}
