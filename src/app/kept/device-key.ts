import { database } from './database.ts'

/** AES-GCM ciphertext with its nonce (NIST SP 800-38D: 96 random bits, far under 2^32 uses of a key). */
export type Locked = { readonly iv: Uint8Array<ArrayBuffer>; readonly box: ArrayBuffer }

/**
 * The named key of this phone; made when there is none. Non-extractable: a copy of the storage of one page cannot be
 * read without the browser that wrote it. It does not protect against somebody who controls that browser.
 *
 * @throws DOMException where the browser cannot keep keys (some private windows).
 */
export async function deviceKey(name: string, expires?: number): Promise<CryptoKey> {
  const known = await (await database()).get('keys', name)
  if (known && expires === undefined) return known.key
  const key =
    known?.key ??
    (await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']))
  await (await database()).put('keys', expires === undefined ? { name, key } : { name, key, expires })
  return key
}

export async function lock(key: CryptoKey, text: string): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return {
    iv,
    box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text)),
  }
}

/** @throws DOMException OperationError when the key is another or a byte was changed. */
export async function unlock(key: CryptoKey, locked: Locked): Promise<string> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: locked.iv }, key, locked.box)
  return new TextDecoder('utf-8', { fatal: true }).decode(plain)
}
