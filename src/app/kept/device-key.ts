import { inTime } from '../phone/refused.ts'
import { withDatabase } from './database.ts'
import type { Locked } from './locked.ts'

/**
 * The named key of this phone; made when there is none. Non-extractable: a copy of the storage of one page cannot be
 * read without the browser that wrote it. It does not protect against somebody who controls that browser.
 *
 * @throws Refused where the browser cannot keep keys (some private windows).
 */
export async function deviceKey(name: string, expires?: number): Promise<CryptoKey> {
  const known = await withDatabase(db => db.get('keys', name))
  if (known && expires === undefined) return known.key
  const key = known?.key ?? (await makeKey())
  await withDatabase(db => db.put('keys', expires === undefined ? { name, key } : { name, key, expires }))
  return key
}

// The only door to `crypto.subtle` of the app's own keys. A page without TLS has none.

/** Milliseconds. */
const PATIENCE = 4_000

const makeKey = (): Promise<CryptoKey> =>
  inTime(
    () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    PATIENCE,
  )

/** @throws Refused where the browser will not encrypt. */
export async function lock(key: CryptoKey, text: string): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(text)
  return { iv, box: await inTime(() => crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain), PATIENCE) }
}

/** @throws Refused when the key is another, a byte was changed, or the browser will not decrypt. */
export async function unlock(key: CryptoKey, locked: Locked): Promise<string> {
  const plain = await inTime(
    () => crypto.subtle.decrypt({ name: 'AES-GCM', iv: locked.iv }, key, locked.box),
    PATIENCE,
  )
  return new TextDecoder('utf-8', { fatal: true }).decode(plain)
}
