import { ed25519 } from '@noble/curves/ed25519.js'
import * as z from 'zod/mini'
import { base64url32, day } from '../contract/encoding.ts'
import { typed } from '../request/fields.ts'
import { fromBase64url, toBase64url } from './base64url.ts'

/** The longest name of a member in UTF-8 bytes, so that an author of any name takes the same room. */
export const NAME_BYTES = 120

/** A member's name: what colleagues, and at the member's wish the citizen, see. */
export const memberName = typed(80).check(
  z.refine(name => name.trim() === name && name !== '', 'blank'),
  z.refine(name => new TextEncoder().encode(name).length <= NAME_BYTES, 'name-bytes'),
)

/** The private half of the team's signing key of one epoch, as a signed-in member has it. */
export type TeamSigning = {
  /** Counts the team keys, from 1. */
  readonly epoch: number
  /** Ed25519 seed (RFC 8032 §5.1.5), base64url; signs messages of staff and nothing else. */
  readonly signing: string
}

/** The public half, as it stands in the build. */
export const signer = z.strictObject({
  epoch: z.int().check(z.gte(1), z.lte(999_999)),
  /** Ed25519 public key, base64url. */
  key: base64url32,
  /** The last day on which the intake may have received what it signed; null for the present epoch. */
  until: z.nullable(day),
})
export type Signer = z.infer<typeof signer>

/** A new signing key. */
export function makeSigning(): { signing: string; signer: string } {
  const seed = ed25519.utils.randomSecretKey()
  return { signing: toBase64url(seed), signer: toBase64url(ed25519.getPublicKey(seed)) }
}

/** The public half of a seed, base64url. */
export function signerOf(signing: string): string {
  return toBase64url(ed25519.getPublicKey(fromBase64url(signing)))
}
