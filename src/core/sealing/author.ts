import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { randomBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { base64url } from '../contract/encoding.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { deriveKey } from './derive.ts'
import { memberName, NAME_BYTES, type TeamSigning } from './team-signing.ts'

/** HKDF's info (RFC 5869 §3.2) for the key that closes names. */
const LABEL = 'author of a message'
const NONCE = 24
const TAG = 16
const LENGTH = Math.ceil(((NONCE + NAME_BYTES + TAG) * 4) / 3)

/** A closed name: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), nonce first; always of one length. */
export const author = base64url.check(z.length(LENGTH))

/**
 * Closes the name of the member who writes to all but colleagues. The citizen can open the message it stands in, so the
 * name has a key of its own: made of the team's signing key, which only members have.
 */
export function sealAuthor(name: string, team: TeamSigning): string {
  const plain = new Uint8Array(NAME_BYTES).fill(0x20)
  plain.set(new TextEncoder().encode(memberName.parse(name)))
  const nonce = randomBytes(NONCE)
  const closed = xchacha20poly1305(keyOf(team), nonce).encrypt(plain)
  const bytes = new Uint8Array(NONCE + closed.length)
  bytes.set(nonce)
  bytes.set(closed, NONCE)
  return toBase64url(bytes)
}

/**
 * The name of the member who wrote a message.
 *
 * @param teams the signing keys a member has, of every epoch.
 * @returns null when none of them opens it, or something else is inside.
 */
export function openAuthor(
  message: { readonly epoch: number; readonly author: string },
  teams: readonly TeamSigning[],
): string | null {
  const team = teams.find(one => one.epoch === message.epoch)
  if (team === undefined) return null
  try {
    const bytes = fromBase64url(message.author)
    const plain = xchacha20poly1305(keyOf(team), bytes.subarray(0, NONCE)).decrypt(bytes.subarray(NONCE))
    return memberName.safeParse(new TextDecoder('utf-8').decode(plain).trimEnd()).data ?? null
  } catch {
    return null // changed, or closed with another key: the message stands, its author is unknown
  }
}

/** Derived once for each signing key: with hundreds of names it takes longer than opening them. */
const keys = new WeakMap<TeamSigning, Uint8Array>()

function keyOf(team: TeamSigning): Uint8Array {
  const before = keys.get(team)
  if (before) return before
  const made = deriveKey(fromBase64url(team.signing), LABEL, 32)
  keys.set(team, made)
  return made
}
