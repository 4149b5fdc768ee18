import { toBase64url } from './base64url.ts'
import { deriveKey } from './derive.ts'
import { hashToken } from './hash-token.ts'
import type { KeyFile } from './staff-keys.ts'

/** HKDF's info (RFC 5869 §3.2) of the first address; later ones have their number behind it. A changed label ends every feed. */
const LABEL = 'calendar feed'

/** As many addresses as one key file has: each renewed one is the next. */
const CALENDAR_TURNS = 1000

/**
 * The token in the address of a member's calendar feed: 32 bytes as base64url, derived from the member's own key, so
 * that nothing more has to be kept. The signing key is not used: it signs sign-ins and nothing else.
 *
 * @param turn how often the address was renewed, from 0
 */
export function calendarToken(key: Pick<KeyFile, 'identity'>, turn = 0): string {
  const label = turn === 0 ? LABEL : `${LABEL} ${turn}`
  return toBase64url(deriveKey(new TextEncoder().encode(key.identity), label, 32))
}

/** SHA-256 of the token's 32 bytes, base64url: what the intake and `keys.json` hold. */
export function calendarHash(key: Pick<KeyFile, 'identity'>, turn = 0): string {
  return hashToken(calendarToken(key, turn))
}

/** How often the address with this hash was renewed; null when it is none of this key's. */
export function calendarTurn(key: Pick<KeyFile, 'identity'>, hash: string): number | null {
  for (let turn = 0; turn < CALENDAR_TURNS; turn++) if (calendarHash(key, turn) === hash) return turn
  return null
}
