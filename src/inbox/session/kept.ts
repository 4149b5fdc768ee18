import type { KeyFile } from '../../core/sealing/index.ts'

/** A text that only its member can open: AES-256-GCM (NIST SP 800-38D). */
export type Kept = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer }

const LABEL = 'foerste-snak inbox kept words'
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/**
 * The key for what a member leaves half-written on a desk that locks. Derived from the key file (HKDF, RFC 5869), so that
 * the same member has it again after unlocking; it cannot be read out of the browser.
 */
export async function keptKeyOf(key: KeyFile): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', bytes(key.signing), 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes(LABEL) }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

/** Encrypts a text under a key of this browser: AES-GCM with a new IV of 12 bytes each time. */
export async function keep(key: CryptoKey, text: string): Promise<Kept> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes(text)) }
}

/** The text again; null when it was kept by somebody else. */
export async function unkeep(key: CryptoKey, { iv, sealed }: Kept): Promise<string | null> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed))
  } catch {
    return null
  }
}
