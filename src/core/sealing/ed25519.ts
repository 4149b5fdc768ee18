import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase64url } from './base64url.ts'

/**
 * Strict RFC 8032 §5.1.7, not ZIP 215: one text has one form of signature under a key, and keys of small order are refused.
 *
 * @param signature base64url, and so is `key`.
 */
export function isStrictlySigned(bytes: Uint8Array, signature: string, key: string): boolean {
  try {
    return ed25519.verify(fromBase64url(signature), bytes, fromBase64url(key), { zip215: false })
  } catch {
    return false // not base64url, or not of the right length: no signature of that key
  }
}
