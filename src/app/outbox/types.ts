import type { Day, RequestAnswer } from '../../core/contract/index.ts'
import type { Locked } from '../kept/locked.ts'

/** Something sealed that is to reach the intake once. */
export type Waiting = {
  /** UUID made on the phone; the intake recognises a second try by it. */
  readonly id: string
  /** base64url, 10,240 bytes. */
  readonly sealed: string
  /** `request`: SHA-256 of the mailbox token. `message`: the token itself, kept encrypted. Both base64url. */
  readonly mailbox: string
  /** Wished times, first wish first; empty for a message. */
  readonly slotIds: readonly string[]
  readonly madeOn: Day
  readonly purpose: 'request' | 'message'
}

/** Why somebody has to decide. */
export type Need = 'conflict' | 'erased' | 'too-large' | 'unacceptable' | 'keys-changed'

export type Outcome =
  | { readonly kind: 'sent'; readonly answer: RequestAnswer }
  /** `retryAt`: milliseconds since 1970, when the intake named a time. */
  | { readonly kind: 'waiting'; readonly why: 'offline' | 'server' | 'busy'; readonly retryAt?: number }
  | { readonly kind: 'needs-you'; readonly why: Need }

/** How a message was taken back from the phone; `taken-back`: it may have arrived, and only its code can delete it there. */
export type TakenBack = 'withdrawn' | 'taken-back'

/** Team and recovery key a thing was sealed to. Public. */
export type SealedTo = readonly [team: string, recovery: string]

/** How it lies on the phone: opaque to all but the team, and with no time finer than the day. */
export type OnThePhone = {
  readonly id: string
  readonly sealed: string
  readonly mailbox: string | Locked
  readonly slotIds: readonly string[]
  readonly madeOn: Day
  readonly purpose: 'request' | 'message'
  readonly sealedTo: SealedTo
  /** A try has left the phone and no answer came: it may have arrived. */
  readonly tried: boolean
  /** Set when trying again would change nothing. */
  readonly needs?: { readonly why: Need }
}

/** An answer that came while nobody looked, until it has been shown. Encrypted; null where the browser keeps no keys. */
export type Noted = { readonly id: string; readonly answer: Locked | null }

/** Where one thing stands, for a page to show. `inMemory`: the phone keeps nothing, so it goes with this page. */
export type Standing =
  | {
      readonly id: string
      readonly purpose: 'request' | 'message'
      readonly at: 'waiting'
      readonly inMemory: boolean
      readonly why: 'offline' | 'server' | 'busy' | null
    }
  | {
      readonly id: string
      readonly purpose: 'request' | 'message'
      readonly at: 'needs-you'
      readonly why: Need
    }
  /** `slot` null: none wished or all taken; `answer` null: the details could not be kept. */
  | {
      readonly id: string
      readonly at: 'sent'
      readonly answer: RequestAnswer | null
      readonly wished: boolean
    }
