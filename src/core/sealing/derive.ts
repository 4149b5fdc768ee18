import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'
import { identityToRecipient } from 'age-encryption'
import { toBase64url } from './base64url.ts'
import { hashToken } from './hash-token.ts'
import type { ReturnCode } from './return-code.ts'

/** HKDF's salt (RFC 5869 §3.1): public and fixed; it separates our keys from everybody else's. */
const SALT = 'foerste-snak sealing v1'

/** HKDF's info (RFC 5869 §3.2) for each key. A changed label is a new key: all codes in use would be lost. */
export const LABELS = {
  mailboxToken: 'mailbox token',
  replyIdentity: 'reply identity',
  threadKey: 'thread key',
  threadId: 'thread id',
  macOfCitizen: 'thread mac citizen',
} as const

/** All that a return code is: nothing of it is kept anywhere but on paper, or where the person puts it. */
export type FromCode = {
  /** 32 bytes as base64url: the bearer token of `/api/mailbox`. Opens the mailbox, so it is as secret as the code. */
  readonly mailboxToken: string
  /** SHA-256 of the token, base64url: what the intake keeps. */
  readonly mailboxHash: string
  /** `AGE-SECRET-KEY-PQ-1…`: opens the replies. */
  readonly replyIdentity: string
  /** `age1pq1…`: what replies are sealed to; travels inside the sealed request. */
  readonly replyRecipient: string
  /** 32 bytes as base64url: proves who wrote in the thread; travels inside the sealed request. */
  readonly threadKey: string
  /** 16 bytes as base64url: names the thread inside the seal only. */
  readonly threadId: string
}

/**
 * Derives everything from the code by HKDF-SHA-256 (RFC 5869). No slow derivation: 95 random bits cannot be guessed.
 * The key material is the 20 symbols as ASCII capitals, without dashes.
 */
export async function deriveFromCode(code: ReturnCode): Promise<FromCode> {
  const material = new TextEncoder().encode(code)
  const mailboxToken = toBase64url(deriveKey(material, LABELS.mailboxToken, 32))
  // C2SP age: the hybrid identity is a 32-byte seed in Bech32 (BIP 173), upper case.
  const seed = deriveKey(material, LABELS.replyIdentity, 32)
  const replyIdentity = bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase()
  return {
    mailboxToken,
    mailboxHash: hashToken(mailboxToken),
    replyIdentity,
    replyRecipient: await identityToRecipient(replyIdentity),
    threadKey: toBase64url(deriveKey(material, LABELS.threadKey, 32)),
    threadId: toBase64url(deriveKey(material, LABELS.threadId, 16)),
  }
}

/** One key of the given number of bytes, by HKDF-SHA-256 with our salt. */
export function deriveKey(material: Uint8Array, label: string, bytes: number): Uint8Array {
  const text = new TextEncoder()
  return hkdf(sha256, material, text.encode(SALT), text.encode(label), bytes)
}
