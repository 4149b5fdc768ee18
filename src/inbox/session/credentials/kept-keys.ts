import * as z from 'zod/mini'
import { lockedKey, type LockedKey } from '../../../core/sealing/index.ts'

/** Where this browser keeps the locked keys of those who work at it. */
const PLACE = 'inbox-keys'
const keptList = z.array(lockedKey)

/** The keys that lie locked in this browser; none where it keeps nothing, or something else lies there. */
export function keptKeys(): readonly LockedKey[] {
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

/** Takes a member's key out of this browser. */
export function forgetKey(name: string): boolean {
  return write(keptKeys().filter(one => one.name !== name))
}

function write(keys: readonly LockedKey[]): boolean {
  try {
    localStorage.setItem(PLACE, JSON.stringify(keys))
    return true
  } catch {
    return false // no storage, or none left
  }
}
