import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Moment } from '../store/moment.ts'
import type { AccessStore } from '../store/roles/access-store.ts'

/** A nonce is good for as long as choosing a key file takes. */
const GOOD_FOR_SECONDS = 120
/** Of its 32 bytes the first 6 are the second it expires, the next 10 chance, the last 16 the seal over both. */
const EXPIRY_BYTES = 6
const SEALED_FROM = 16

export type Nonces = {
  /** `expires` in seconds since 1970. */
  make(): { nonce: string; expires: number }
  /** Whether it is one of ours and in time. Costs one hash; it may have been spent. */
  isOurs(nonce: string, at: Moment): boolean
  /** Whether it is one of ours, in time, and not spent before; spends it. */
  spend(nonce: string, at: Moment): Promise<boolean>
}

/**
 * Nonces for signing in. Each carries its expiry under an HMAC, so that asking for one writes nothing: anybody may
 * ask. Only spent ones are kept, until they would have expired.
 *
 * @param secret two processes behind one address must share it (setting `PROOF_SECRET`).
 */
export function createNonces(
  store: Pick<AccessStore, 'spendNonce'>,
  now: () => number,
  secret: string = randomBytes(32).toString('base64url'),
): Nonces {
  const seal = (head: Buffer): Buffer =>
    createHmac('sha256', `nonce ${secret}`).update(head).digest().subarray(0, SEALED_FROM)

  function opened(nonce: string): Buffer | null {
    const bytes = Buffer.from(nonce, 'base64url')
    if (bytes.length !== 32) return null
    return timingSafeEqual(bytes.subarray(SEALED_FROM), seal(bytes.subarray(0, SEALED_FROM))) ? bytes : null
  }
  const expiryOf = (bytes: Buffer): number => bytes.readUIntBE(0, EXPIRY_BYTES)

  return {
    isOurs(nonce, at) {
      const bytes = opened(nonce)
      return bytes !== null && expiryOf(bytes) * 1000 > at.now
    },
    make() {
      const expires = Math.floor(now() / 1000) + GOOD_FOR_SECONDS
      const head = randomBytes(SEALED_FROM)
      head.writeUIntBE(expires, 0, EXPIRY_BYTES)
      return { nonce: Buffer.concat([head, seal(head)]).toString('base64url'), expires }
    },
    async spend(nonce, at) {
      const bytes = opened(nonce)
      if (bytes === null) return false
      // Rewritten: the last letter of base64url has spare bits, and one nonce must have one spelling.
      return store.spendNonce(bytes.toString('base64url'), expiryOf(bytes), at)
    },
  }
}
