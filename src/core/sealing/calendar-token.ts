import { toBase64url } from './base64url.ts'
import { deriveKey, mailboxHash } from './derive.ts'
import type { KeyFile } from './staff-keys.ts'

/** HKDF's info (RFC 5869 §3.2): a changed label ends every feed. */
const LABEL = 'calendar feed'

/**
 * The token in the address of a member's calendar feed: 32 bytes as base64url, derived from the member's own key, so
 * that nothing more has to be kept. The signing key is not used: it signs sign-ins and nothing else.
 */
export function calendarToken(key: Pick<KeyFile, 'identity'>): string {
  return toBase64url(deriveKey(new TextEncoder().encode(key.identity), LABEL, 32))
}

/** SHA-256 of the token's 32 bytes, base64url: what `keys.json` holds. */
export function calendarHash(key: Pick<KeyFile, 'identity'>): string {
  return mailboxHash(calendarToken(key))
}
