import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import * as z from 'zod/mini'
import {
  type Envelope,
  fromBase64url,
  parseRecipients,
  readCode,
  SealingError,
  type FromCode,
  type ReturnCode,
  type SealingFault,
  type Signer,
  type TeamKey,
  type TeamSigning,
  type ThreadMessage,
} from '../../../src/core/sealing/index.ts'
import type { StoredMessage } from '../../../src/core/contract/mailbox.ts'

const vector = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), 'utf8'))

type Key = { identity: string; recipient: string }
const keys = vector('recipients') as {
  team: Key
  recovery: Key
  signing: TeamSigning
  signers: Signer[]
  fingerprint: string
}
export const { team, recovery, signing, signers, fingerprint } = keys
/** The team's keys of the pinned epoch, as a member has them. */
export const teamKey: TeamKey = { ...team, ...signing, signer: signers[0]!.key }
export const recipients = parseRecipients([team.recipient, recovery.recipient])

export const codes = vector('return-codes') as { code: string; shown: string; derived: FromCode }[]
/** The citizen of the pinned envelope and thread. */
export const citizen = codes[3]!.derived

export const requestSchema = z.strictObject({ message: z.string() })
export const envelope = vector('envelope') as { plain: Envelope<{ message: string }>; sealed: string }
export const sealedEnvelope = fromBase64url(envelope.sealed)

export const thread = vector('thread') as {
  author: string
  messages: ThreadMessage[]
  stored: StoredMessage[]
}

/** A code that must be readable. */
export function code(text: string): ReturnCode {
  const reading = readCode(text)
  if (!reading.ok) throw new Error(`not a code: ${reading.why}`)
  return reading.code
}

/** The bytes with one bit turned at a place. */
export function turned(bytes: Uint8Array, at: number, bit = 1): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at]! ^= bit
  return copy
}

/** A SealingError of this kind, for `toThrow` and `toEqual`. */
export function fault(name: SealingFault): unknown {
  return expect.objectContaining({ name: 'SealingError', fault: name })
}

/** What opening gives, or the fault that it names; anything else it may throw fails the test. */
export async function opening<Value>(open: () => Promise<Value> | Value): Promise<Value | SealingError> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof SealingError) return error
    throw error
  }
}

/** A proof for something hostile; one that is none where nothing can be proved. */
export function proved(prove: () => string): string {
  try {
    return prove()
  } catch {
    return 'A'.repeat(43)
  }
}

/** Of the numbers at two ends and just beyond them, those that are taken. */
export const takenAround = (least: number, most: number, isTaken: (number: number) => boolean): number[] =>
  [least - 1, least, most, most + 1].filter(isTaken)
