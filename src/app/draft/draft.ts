import { database } from '../kept/database.ts'
import { deviceKey, lock, unlock } from '../kept/device-key.ts'
import { onLeave } from '../leave/on-leave.ts'

/** Milliseconds untouched after which answers under way are gone, and how long before that a word is said. */
export const UNTOUCHED = 20 * 60_000
export const WARN_BEFORE = 2 * 60_000

/** In `sessionStorage`: `{ n, c }`, the name of this tab's key and the ciphertext. */
const PLACE = 'd'
const KEY_PREFIX = 'draft:'

type Laid = { readonly n: string; readonly c: string }

/**
 * Puts answers under way where a tab that the phone drops finds them again: AES-GCM ciphertext in this tab's
 * `sessionStorage`, its key non-extractable in IndexedDB with an expiry. Nothing is kept where the browser cannot do both.
 *
 * @returns whether the tab has them now; false also when somebody has left or written on meanwhile.
 */
export async function saveDraft(json: string): Promise<boolean> {
  const round = ++current
  const name = laid()?.n ?? KEY_PREFIX + crypto.randomUUID()
  try {
    const { iv, box } = await lock(await deviceKey(name, Date.now() + UNTOUCHED), json)
    // Somebody may have left, or written on, meanwhile: the later state wins.
    if (round === current)
      sessionStorage.setItem(PLACE, JSON.stringify({ n: name, c: text(iv, box) } satisfies Laid))
    else if (!laid()) await dropKey(name)
    return round === current
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    wipeDraft() // no storage or none left: better no draft than half of one
    return false
  }
}

let current = 0

/** The answers of before, or null: none, too old, or not to be opened. */
export async function loadDraft(): Promise<string | null> {
  await sweep(Date.now())
  const found = laid()
  if (!found) return null
  try {
    const kept = await (await database()).get('keys', found.n)
    if (!kept) return null
    const bytes = Uint8Array.from(atob(found.c), letter => letter.charCodeAt(0))
    return await unlock(kept.key, { iv: bytes.slice(0, 12), box: bytes.slice(12).buffer })
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  } finally {
    if (!laid()) wipeDraft()
  }
}

/** Removes answers under way: at once what is in the tab, and then its key. */
export function wipeDraft(): void {
  current++
  const name = laid()?.n
  sessionStorage.removeItem(PLACE)
  if (name) dropKey(name).catch(reportError)
}

onLeave(wipeDraft)

/** Removes every tab's key that has run out; called at start. */
export async function sweep(now: number): Promise<void> {
  try {
    const db = await database()
    for (const { name, expires } of await db.getAll('keys')) {
      if (expires === undefined || expires > now) continue
      await db.delete('keys', name)
      if (laid()?.n === name) sessionStorage.removeItem(PLACE)
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error // no storage: nothing to sweep
  }
}

/** Somebody is still here: the answers under way live on for as long again. */
export async function touchDraft(): Promise<void> {
  const name = laid()?.n
  if (name) await deviceKey(name, Date.now() + UNTOUCHED)
}

/** Whether this tab has answers put away. */
export function hasDraft(): boolean {
  return laid() !== null
}

async function dropKey(name: string): Promise<void> {
  await (await database()).delete('keys', name)
}

function laid(): Laid | null {
  const text = sessionStorage.getItem(PLACE)
  return text === null ? null : (JSON.parse(text) as Laid)
}

function text(iv: Uint8Array, box: ArrayBuffer): string {
  return btoa(String.fromCharCode(...iv, ...new Uint8Array(box)))
}
