import type { Answers } from '../../core/request/index.ts'
import type { Receipt, Writing } from '../citizen.ts'
import { inMemory } from '../offline/unsaved.ts'

/**
 * What a tab puts away, encrypted: answers under way, the receipt of a request whose code nobody has saved yet, and a message
 * that is being written in a thread.
 */
export type Draft = {
  readonly answers: Answers
  readonly receipt: Receipt | null
  readonly writing?: Writing | undefined
}

/**
 * What is to be put away. A request that lies in the page only is not sent when the page is fetched again: then its
 * answers are what must come back, and not a receipt.
 */
export function draftOf(answers: Answers, receipt: Receipt | null, writing?: Writing): Draft {
  if (isOnlyHere(receipt)) return { answers: receipt.answers, receipt: null, writing }
  return { answers, receipt: isUnsaved(receipt) ? receipt : null, writing }
}

/** As text for `saveDraft`, with no more of a receipt than it shows: not the name nor the number. */
export function draftText({ answers, receipt, writing }: Draft): string {
  return JSON.stringify({ answers, receipt: receipt && withoutPerson(receipt), writing } satisfies Draft)
}

/** The opposite. Our own JSON, authenticated by AES-GCM under a key that only this app can use. */
export function readDraft(text: string): Draft {
  const { answers, receipt, writing } = JSON.parse(text) as Partial<Draft>
  return { answers: answers ?? {}, receipt: receipt ?? null, ...(writing && { writing }) }
}

/** Whether there is something to put away. */
export const isSome = ({ answers, receipt, writing }: Draft): boolean =>
  receipt !== null || writing !== undefined || Object.values(answers).some(value => value !== undefined)

/** Whether the code on a receipt could still be lost: nobody has said that it is saved. */
export const isUnsaved = (receipt: Receipt | null): receipt is Receipt =>
  receipt !== null && receipt.saved !== true

/** Whether its request lies in this page only, and goes with it: the phone keeps nothing, and it has not been sent. */
export const isOnlyHere = (receipt: Receipt | null): receipt is Receipt =>
  receipt !== null && inMemory.has(receipt.id)

const withoutPerson = (receipt: Receipt): Receipt => ({
  ...receipt,
  answers: { ...receipt.answers, name: undefined, phone: undefined, callTimes: undefined },
})
