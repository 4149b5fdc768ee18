import type { TakenBack } from '../outbox/types.ts'
import { draftText, readDraft } from './content.ts'
import { loadDraft, saveDraft, wipeDraft } from './draft.ts'
import { hasDraft } from './laid.ts'

/**
 * Lets the receipt that this tab has put away follow a message that was taken back on another page of the app: a receipt
 * found again later would take the message's absence for its arrival.
 *
 * @param id the message's
 */
export async function takeBackReceipt(id: string, how: TakenBack): Promise<void> {
  const text = hasDraft() ? await loadDraft() : null
  if (text === null) return
  const { answers, receipt } = readDraft(text)
  if (receipt?.id !== id || receipt.state === 'taken-back') return
  if (how === 'withdrawn') wipeDraft()
  else await saveDraft(draftText({ answers, receipt: { ...receipt, state: how } }))
}
