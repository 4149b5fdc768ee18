import { Decrypter } from 'age-encryption'
import { SEALED_BYTES } from '../contract/encoding.ts'
import { SealingError } from './errors.ts'

/**
 * Opens what `seal` made.
 *
 * @param identities hybrid identities (`AGE-SECRET-KEY-PQ-1…`): of the team in every epoch, or of one mailbox.
 * @returns the JSON value, not yet checked against a schema; `null` when it was sealed to none of these keys.
 * A stanza changed on the way cannot be told from one for somebody else, so that is `null` too.
 * @throws SealingError `foreign`: not 10,240 bytes; `damaged`: an age file that was changed or cut;
 * `form`: sound, but no JSON object; `identity`: not a hybrid identity.
 */
export async function open(bytes: Uint8Array, identities: readonly string[]): Promise<unknown> {
  if (bytes.length !== SEALED_BYTES) {
    throw new SealingError('foreign', `${bytes.length} bytes is not the sealed length`)
  }
  const plain = await decryptWith(identities, bytes)
  return plain === null ? null : parseObject(plain)
}

/**
 * The plaintext of an age file of any length, or `null` when none of the identities match.
 *
 * @throws SealingError `damaged` or `identity`.
 */
export async function decryptWith(
  identities: readonly string[],
  bytes: Uint8Array,
): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  for (const identity of identities) addHybrid(decrypter, identity)
  // The library throws alike for "not for these keys" and "damaged". It asks identities in turn until one matches,
  // so this one, asked last, is asked only when none did.
  const asked = { last: false }
  decrypter.addIdentity({
    unwrapFileKey() {
      asked.last = true
      return null
    },
  })
  try {
    return await decrypter.decrypt(bytes)
  } catch (cause) {
    // Everything tried here depends on the bytes alone; the identities were parsed before.
    if (asked.last) return null
    throw new SealingError('damaged', 'the sealed file was changed or cut', { cause })
  }
}

function addHybrid(decrypter: Decrypter, identity: string): void {
  // The library takes classic keys as well; ours are hybrid only.
  if (!identity.startsWith('AGE-SECRET-KEY-PQ-1')) {
    throw new SealingError('identity', 'an identity is not hybrid')
  }
  try {
    decrypter.addIdentity(identity)
  } catch {
    // Without `cause`: the library's message could quote the secret key.
    throw new SealingError('identity', 'an identity is mistyped')
  }
}

function parseObject(plain: Uint8Array): object {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain))
  } catch {
    // Without `cause`: a JSON error quotes the text.
    throw new SealingError('form', 'under the seal is no JSON')
  }
  if (typeof value !== 'object' || value === null) {
    throw new SealingError('form', 'under the seal is no JSON object')
  }
  return value
}
