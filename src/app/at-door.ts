import { withChange, type Answers } from '../core/request/index.ts'
import { readDraft } from './draft/content.ts'
import { hasDraft } from './draft/laid.ts'
import { Refused } from './phone/refused.ts'

/**
 * The answers a flow starts with at a door: what the door says, put to the answers under way, so that it goes on where
 * it was. A door for others than they were of starts again.
 */
export function answersAtDoor(first: Answers, draft: Answers | null): Answers {
  if (draft === null) return first
  const ofOthers = draft.audience !== undefined && draft.audience !== first.audience
  // Words under way are never written over by those a link brings.
  const { message, ...rest } = first
  const change = draft.message || message === undefined ? rest : first
  return ofOthers ? first : withChange(draft, change)
}

/**
 * The answers that this tab has put away; null where there are none, they have run out, or the phone does not say: what
 * is put away then comes to the page later (draft/use-kept-draft.ts).
 */
export async function draftHere(): Promise<Answers | null> {
  // The database is opened only when there is something to find: most come through a door for the first time.
  const text = hasDraft() ? await (await import('./draft/draft.ts')).loadDraft().catch(unlessRefused) : null
  return text === null ? null : readDraft(text).answers
}

function unlessRefused(error: unknown): null {
  if (error instanceof Refused) return null
  throw error
}
