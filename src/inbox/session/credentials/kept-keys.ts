import * as z from 'zod/mini'
import { lockedKey, type LockedKey } from '../../../core/sealing/index.ts'
import { passkeyLock, type PasskeyLock } from './passkey.ts'

/** Where this browser keeps the locked keys of those who work at it. */
const PLACE = 'inbox-keys'

/** A key that lies in this browser: under six words, and for those who want it under a passkey as well. */
const keptKey = z.strictObject({ ...lockedKey.shape, passkey: z.optional(passkeyLock) })
export type KeptKey = z.infer<typeof keptKey>
const keptList = z.array(keptKey)

/** The keys that lie locked in this browser; none where it keeps nothing, or something else lies there. */
export function keptKeys(): readonly KeptKey[] {
  try {
    return keptList.parse(JSON.parse(localStorage.getItem(PLACE) ?? '[]'))
  } catch {
    return [] // refused, or written by somebody else: the key file is still there
  }
}

/** Keeps a locked key in this browser, in the place of an older one of the same name. @returns whether it could */
export function keepKey(key: LockedKey): boolean {
  return write([...keptKeys().filter(one => one.name !== key.name), key])
}

/**
 * Keeps a member's key under a passkey beside the six words, or under the words alone again.
 *
 * @returns whether it could: also false where no key of that name is kept
 */
export function keepPasskey(name: string, passkey: PasskeyLock | null): boolean {
  const keys = keptKeys()
  if (!keys.some(one => one.name === name)) return false
  return write(
    keys.map(one => {
      if (one.name !== name) return one
      const { v, locked } = one
      return { v, name, locked, ...(passkey !== null && { passkey }) }
    }),
  )
}

/** Takes a member's key out of this browser. */
export function forgetKey(name: string): boolean {
  return write(keptKeys().filter(one => one.name !== name))
}

function write(keys: readonly KeptKey[]): boolean {
  try {
    localStorage.setItem(PLACE, JSON.stringify(keys))
    return true
  } catch {
    return false // no storage, or none left
  }
}
