import { ed25519 } from '@noble/curves/ed25519.js'
import * as z from 'zod/mini'
import { sessionPost, SIGN_IN_PURPOSE, signInStatement } from '../contract/staff.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import type { KeyFile } from './staff-keys.ts'

export type SessionPost = z.infer<typeof sessionPost>

/**
 * Builds and signs the statement of a sign-in (Ed25519, RFC 8032). Of what the server sent, only nonce and expiry
 * are in it, so nothing else can be signed under this purpose.
 *
 * @param origin the inbox's own origin, from the page and not from the server's answer.
 * @param expires seconds since 1970.
 */
export function signIn(
  input: Readonly<{ key: KeyFile; origin: string; nonce: string; expires: number }>,
): SessionPost {
  const { key, origin, nonce, expires } = input
  const statement = z.parse(signInStatement, { purpose: SIGN_IN_PURPOSE, origin, nonce, expires })
  const bytes = new TextEncoder().encode(JSON.stringify(statement))
  const seed = fromBase64url(key.signing)
  return {
    member: toBase64url(ed25519.getPublicKey(seed)),
    statement: toBase64url(bytes),
    signature: toBase64url(ed25519.sign(bytes, seed)),
  }
}

/** `nonce` must still be spent by the caller, once, and `member` be looked up among those who may enter. */
export type SignInVerdict =
  | { readonly ok: true; readonly member: string; readonly nonce: string }
  | { readonly ok: false; readonly why: 'form' | 'signature' | 'origin' | 'expired' }

/**
 * Whether the statement was signed by the key it names, for this origin, and has not run out. For the server.
 *
 * @param now seconds since 1970. A statement has run out from its `expires` on.
 * @param isSigned a faster check than the one in JavaScript, where the machine has one.
 */
export function verifySignIn(
  post: SessionPost,
  origin: string,
  now: number,
  isSigned: (signed: Signed) => boolean = isSignedStrictly,
): SignInVerdict {
  const parts = read(post)
  if (parts === null) return { ok: false, why: 'form' }
  if (!isSigned(parts)) return { ok: false, why: 'signature' }
  const statement = readStatement(parts.bytes)
  if (statement === null) return { ok: false, why: 'form' }
  if (statement.origin !== origin) return { ok: false, why: 'origin' }
  if (statement.expires <= now) return { ok: false, why: 'expired' }
  return { ok: true, member: post.member, nonce: statement.nonce }
}

/** A statement's bytes, the 32 bytes of the public key and the 64 of the signature. */
export type Signed = { readonly bytes: Uint8Array; readonly key: Uint8Array; readonly signature: Uint8Array }

function read(post: SessionPost): Signed | null {
  // Not base64url in its canonical form, or of another length, is the sender's fault and answered as such.
  const { data } = z.safeParse(sessionPost, post)
  if (data === undefined) return null
  return {
    bytes: fromBase64url(data.statement),
    key: fromBase64url(data.member),
    signature: fromBase64url(data.signature),
  }
}

/** Strict RFC 8032 §5.1.7, not ZIP 215: one statement has one signature form, and small-order keys are refused. */
function isSignedStrictly({ bytes, key, signature }: Signed): boolean {
  return ed25519.verify(signature, bytes, key, { zip215: false })
}

function readStatement(bytes: Uint8Array): z.infer<typeof signInStatement> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return z.safeParse(signInStatement, JSON.parse(text)).data ?? null
  } catch {
    return null // signed, but not JSON
  }
}
