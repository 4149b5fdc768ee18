import * as z from 'zod/mini'
import { lockedKey, type LockedKey } from '../../../core/sealing/index.ts'
import { passkeyLock, type PasskeyLock } from './passkey.ts'

/** Where this browser keeps the locked keys of those who work at it. */
const PLACE = 'inbox-keys'

/** A key that lies in this browser: under six words, and for those who want it under a passkey as well. */
const keptKey = z.strictObject({ ...lockedKey.shape, passkey: z.optional(passkeyLock) })
export type KeptKey = z.infer<typeof keptKey>
const anyList = z.array(z.unknown())

/** All that lies there: the keys, and what is none that can be read, which stays as it lies. */
type Kept = { readonly keys: readonly KeptKey[]; readonly unreadable: readonly unknown[] }

function read(): Kept {
  const keys: KeptKey[] = []
  const unreadable: unknown[] = []
  for (const one of stored()) {
    const key = keptKey.safeParse(one)
    if (key.success) keys.push(key.data)
    else unreadable.push(one)
  }
  return { keys, unreadable }
}

/** A text that is no list counts as one thing that cannot be read. */
function stored(): readonly unknown[] {
  let text: string | null
  try {
    text = localStorage.getItem(PLACE)
  } catch {
    return [] // the browser keeps nothing: the key file is still there
  }
  if (text === null) return []
  try {
    return anyList.parse(JSON.parse(text))
  } catch {
    return [text] // not ours, or damaged
  }
}

/** The keys that lie locked in this browser; none where it keeps nothing. */
export const keptKeys = (): readonly KeptKey[] => read().keys

/** Whether something lies in their place that cannot be read: a key may be in it, so no other takes its place. */
export const areKeysUnreadable = (): boolean => read().unreadable.length > 0

/** Takes away what cannot be read, and leaves the keys. */
export function forgetUnreadable(): boolean {
  return write(read().keys, { unreadable: [] })
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

function write(keys: readonly KeptKey[], { unreadable }: Pick<Kept, 'unreadable'> = read()): boolean {
  try {
    localStorage.setItem(PLACE, JSON.stringify([...keys, ...unreadable]))
    return true
  } catch {
    return false // no storage, or none left
  }
}
