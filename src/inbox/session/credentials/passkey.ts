import { Decrypter, Encrypter, webauthn } from 'age-encryption'
import * as z from 'zod/mini'
import { base64url } from '../../../core/contract/index.ts'
import {
  fromBase64url,
  readKeyFile,
  toBase64url,
  writeKeyFile,
  type KeyFile,
} from '../../../core/sealing/index.ts'

/**
 * A member's key under a passkey: an age file with one `fido2prf` stanza, as age-plugin-fido2prf writes it, and the name of
 * the passkey (its id, the host, how it is reached). Neither is secret: the passkey's secret never leaves what holds it.
 */
export const passkeyLock = z.strictObject({
  passkey: z.string().check(z.regex(/^AGE-PLUGIN-FIDO2PRF-1[02-9AC-HJ-NP-Z]{7,2000}$/)),
  locked: base64url,
})
export type PasskeyLock = z.infer<typeof passkeyLock>

/**
 * Why there was no passkey: the browser knows none at all; this one can lock nothing (no PRF, WebAuthn level 3 §10.1.4); the
 * member or the clock said no, or none is here; it is not the one that locked this key.
 */
export type PasskeyRefusal = 'no-passkeys' | 'no-prf' | 'cancelled' | 'no-fit'

/** Whether this browser knows passkeys. Whether one of them can lock something is seen only when one is made. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'credentials' in navigator
}

/** Whether this machine has a passkey holder of its own that is ready: fingerprint, face or PIN. */
export async function isReadyHere(): Promise<boolean> {
  try {
    return knowsPasskeys() && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())
  } catch {
    return false // a browser that will not say: the page "Team" still offers it
  }
}

/**
 * Makes a passkey for this host and locks the key with it. The browser asks twice: to make it, and to use it.
 *
 * @param label what the browser's own list of passkeys shows
 */
export async function lockWithPasskey(key: KeyFile, label: string): Promise<PasskeyLock | PasskeyRefusal> {
  if (!knowsPasskeys()) return 'no-passkeys'
  try {
    const passkey = await webauthn.createCredential({ keyName: label, rpId: location.hostname })
    const encrypter = new Encrypter()
    encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity: passkey }))
    return { passkey, locked: toBase64url(await encrypter.encrypt(writeKeyFile(key))) }
  } catch (error) {
    return refusalOf(error) ?? 'no-prf'
  }
}

/**
 * Opens a key that was locked with a passkey, which the browser asks for.
 *
 * @throws SealingError `key-file` when something else was locked
 */
export async function unlockWithPasskey(lock: PasskeyLock): Promise<KeyFile | PasskeyRefusal> {
  if (!knowsPasskeys()) return 'no-passkeys'
  let text: string
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity: lock.passkey }))
    text = await decrypter.decrypt(fromBase64url(lock.locked), 'text')
  } catch (error) {
    return refusalOf(error) ?? 'no-fit'
  }
  return readKeyFile(text)
}

/** What the browser itself refused, by the names of WebAuthn (level 3, §5.1.3 and §5.1.4); null when it was not the browser. */
function refusalOf(error: unknown): PasskeyRefusal | null {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  // One answer for "no", for too late and for none found: browsers do not tell them apart, so that no page can.
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  if (name === 'SecurityError' || name === 'NotSupportedError') return 'no-passkeys'
  return name === 'ConstraintError' ? 'no-prf' : null
}
