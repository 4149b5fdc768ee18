import { Decrypter, Encrypter } from 'age-encryption'
import * as z from 'zod/mini'
import { base64url } from '../contract/encoding.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { SealingError } from './errors.ts'
import { readPassphrase } from './passphrase.ts'
import { readKeyFile, writeKeyFile, type KeyFile } from './staff-keys.ts'
import { memberName } from './team-signing.ts'

/** A member's key under a passphrase: an age file with a scrypt stanza (C2SP age, "scrypt recipient stanza"). */
export const lockedKey = z.strictObject({ v: z.literal(1), name: memberName, locked: base64url })
export type LockedKey = z.infer<typeof lockedKey>

/** 2^15 rounds: a fraction of a second. The 84 random bits of the words are what protects the key. */
const WORK = 15

/** Locks a key with the words; `age --decrypt` opens what is in `locked` with them. */
export async function lockKey(key: KeyFile, passphrase: string): Promise<LockedKey> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(readPassphrase(passphrase))
  encrypter.setScryptWorkFactor(WORK)
  const locked = await encrypter.encrypt(writeKeyFile(key))
  return { v: 1, name: key.name, locked: toBase64url(locked) }
}

/**
 * Opens a locked key.
 *
 * @returns null when the words are not the right ones, or it was changed: nobody can tell which.
 * @throws SealingError `key-file` when something else was locked.
 */
export async function unlockKey({ locked }: LockedKey, passphrase: string): Promise<KeyFile | null> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(readPassphrase(passphrase))
  let text: string
  try {
    text = await decrypter.decrypt(fromBase64url(locked), 'text')
  } catch {
    return null
  }
  return readKeyFile(text)
}

/**
 * Reads a key file, locked or not.
 *
 * @throws SealingError `key-file` when it is neither.
 */
export function readAnyKey(text: string): { readonly key: KeyFile } | { readonly locked: LockedKey } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new SealingError('key-file', 'not JSON') // without `cause`: it quotes the text
  }
  const locked = z.safeParse(lockedKey, value)
  return locked.success ? { locked: locked.data } : { key: readKeyFile(text) }
}
