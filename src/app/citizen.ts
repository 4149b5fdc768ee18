import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Slot } from '../core/contract/index.ts'
import type { Situation } from '../core/eligibility/index.ts'
import type { Answers } from '../core/request/index.ts'
import type { ReturnCode } from '../core/sealing/return-code.ts'

/** What is left after sending. Kept encrypted in the tab until the code is saved (draft/content.ts). */
export type Receipt = {
  readonly id: string
  readonly code: ReturnCode
  readonly answers: Answers
  /**
   * `sending` while the first try is under way, then `waiting` until the intake has said yes. `taken-back`: deleted on
   * the phone after a try that nobody answered; it may have arrived, and only the code can delete it there. `unknown`:
   * found again, and nothing on the phone tells where the request is; the code does.
   */
  readonly state: 'sending' | 'waiting' | 'sent' | 'taken-back' | 'unknown'
  /** The time that was got; null when none was wished or all were taken. */
  readonly slot: Slot | null
  readonly writtenOn: string
  /** The intake's day when it said yes, `YYYY-MM-DD`: the dates shown afterwards count from it, not from the phone's. */
  readonly receivedOn?: string
  /** The person has said that the code is saved; until then a reload and Back come back to the receipt. */
  readonly saved?: boolean
}

/** A message that is being written in an open thread. */
export type Writing = {
  /** SHA-256 of the mailbox's token, base64url: it is shown again with the code of this one, and with no other. */
  readonly mailbox: string
  readonly text: string
}

/** What the interactive pages share while the page is open: nowhere else is it kept in the clear. */
export type Citizen = {
  readonly answers: Answers
  readonly update: (change: Answers) => void
  /** What the check has been told: in memory only, never put away as a draft. */
  readonly situation: Situation
  readonly setSituation: (situation: Situation) => void
  readonly receipt: Receipt | null
  readonly setReceipt: (receipt: Receipt | null) => void
  readonly writing: Writing | undefined
  readonly setWriting: (writing: Writing | undefined) => void
  /** Whether the tab has them, so that a reload brings them back; false where the phone refuses to keep anything. */
  readonly kept: boolean
  /** Forgets answers, situation, receipt and what is being written. */
  readonly forget: () => void
}

export const CitizenContext = createContext<Citizen | null>(null)

/** What this page knows of the citizen, in memory. @throws Error outside of `CitizenContext`. */
export function useCitizen(): Citizen {
  const citizen = useContext(CitizenContext)
  if (!citizen) throw new Error('useCitizen outside of CitizenContext')
  return citizen
}
