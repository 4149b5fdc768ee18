import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { bech32 } from '@scure/base'
import * as z from 'zod/mini'
import { SealingError } from './errors.ts'
import { isUsableHybridKey } from './hybrid-key.ts'
import type { Signer } from './team-signing.ts'

declare const checked: unique symbol

/** The team key of the present epoch and the offline recovery key, both `age1pq1…`. Made by `parseRecipients` only. */
export type Recipients = readonly [team: string, recovery: string] & { readonly [checked]: true }

/**
 * Whether the text is a hybrid post-quantum recipient in its one canonical form (Bech32, BIP 173, in lower case,
 * without its limit of 90 characters; C2SP age, "The ML-KEM-768 + X25519 recipient type") that can be sealed to.
 */
export function isHybridRecipient(text: string): boolean {
  if (!text.startsWith('age1pq1')) return false // and Bech32 refuses mixed case
  const decoded = bech32.decodeUnsafe(text, false)
  if (decoded?.prefix !== 'age1pq') return false
  const bytes = bech32.fromWordsUnsafe(decoded.words)
  return bytes instanceof Uint8Array && isUsableHybridKey(bytes)
}

/** A hybrid recipient in a schema. */
export const hybridRecipient = z.string().check(z.refine(isHybridRecipient, 'recipient'))

/**
 * Takes the build's two recipients. One classic `age1…` among them would lose the protection of the other
 * (C2SP age, "Recipient stanza": labels), so it is refused.
 *
 * @param list team first, recovery second.
 * @throws SealingError `recipients` unless there are exactly two, both hybrid, and different.
 */
export function parseRecipients(list: readonly string[]): Recipients {
  const [team = '', recovery = ''] = list
  if (list.length !== 2) {
    throw new SealingError('recipients', 'there must be exactly two recipients, team and recovery')
  }
  for (const recipient of list) {
    if (!isHybridRecipient(recipient)) {
      throw new SealingError('recipients', 'each recipient must be hybrid post-quantum (age1pq1…)')
    }
  }
  if (team === recovery) throw new SealingError('recipients', 'team and recovery must be different keys')
  return [team, recovery] as const as unknown as Recipients // sound: all that the brand promises was checked above
}

/**
 * SHA-256, in lower-case hex, of the ASCII lines team, recovery and the signing key of each epoch from the first on, each
 * with a line feed: the same as `sha256sum` of a file of these lines.
 */
export function fingerprint(recipients: Recipients, signers: readonly Signer[]): string {
  const keys = [...signers].sort((a, b) => a.epoch - b.epoch).map(signer => signer.key)
  const lines = [...recipients, ...keys].map(line => line + '\n')
  return bytesToHex(sha256(new TextEncoder().encode(lines.join(''))))
}
