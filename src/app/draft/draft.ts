import { withDatabase } from '../kept/database.ts'
import { deviceKey, lock, unlock } from '../kept/device-key.ts'
import { onLeave } from '../leave/on-leave.ts'
import { NoAnswer, pauseBefore, Refused } from '../phone/refused.ts'
import { remember, unremember } from '../phone/tab-memory.ts'
import { uuid } from '../phone/uuid.ts'
import { laid, PLACE, UNTOUCHED, type Laid } from './laid.ts'

/** Milliseconds before `UNTOUCHED` at which a word is said. */
export const WARN_BEFORE = 2 * 60_000

const KEY_PREFIX = 'draft:'

/**
 * Puts answers under way where a tab that the phone drops finds them again: AES-GCM ciphertext in this tab's
 * `sessionStorage`, its key non-extractable in IndexedDB with an expiry. Nothing is kept where the browser cannot do both.
 *
 * @returns `overtaken` when somebody has left or written on meanwhile: what came later says how it stands. `silent` when the
 * phone does not say: what was put away before stays, and it may be tried again.
 */
export async function saveDraft(json: string): Promise<'kept' | 'refused' | 'overtaken' | 'silent'> {
  const round = ++current
  const name = laid()?.n ?? KEY_PREFIX + uuid()
  try {
    const { iv, box } = await lock(await deviceKey(name, Date.now() + UNTOUCHED), json)
    // Somebody may have left, or written on, meanwhile: the later state wins.
    if (round !== current) {
      if (!laid()) await dropKey(name)
      return 'overtaken'
    }
    if (remember(PLACE, JSON.stringify({ n: name, c: text(iv, box) } satisfies Laid))) return 'kept'
    await dropKey(name)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // A code that was put away before must not go with what cannot be put away now.
    if (error instanceof NoAnswer && round === current) return 'silent'
  }
  if (round !== current) return 'overtaken'
  wipeDraft() // no storage or none left: better no draft than half of one
  return 'refused'
}

let current = 0

/**
 * The answers of before, or null: none, too old, or not to be opened.
 *
 * @throws Refused where the phone does not say. They stay put away, and may be asked for again.
 */
export async function loadDraft(): Promise<string | null> {
  await sweep(Date.now())
  const found = laid()
  if (!found) return null
  try {
    const kept = await withDatabase(db => db.get('keys', found.n))
    if (!kept) return null
    const bytes = Uint8Array.from(atob(found.c), letter => letter.charCodeAt(0))
    const locked = { iv: bytes.slice(0, 12), box: bytes.slice(12).buffer }
    const text = await unlock(kept.key, locked).catch(unlessSilent)
    // Who has left while the phone took its time is not to find it again.
    return laid()?.n === found.n ? text : null
  } finally {
    if (!laid()) wipeDraft()
  }
}

/** What cannot be opened never will be; a browser that does not answer may do so later. */
function unlessSilent(error: unknown): null {
  if (error instanceof NoAnswer || !(error instanceof Refused)) throw error
  return null
}

/** Milliseconds until a word is said. */
const UNSAID = 1_000

/**
 * The same from a phone that is slow to answer, asked for as long as something is put away: a code that is taken for
 * absent would be lost.
 *
 * @param onSlow called once, when the phone takes longer than somebody waits without a word.
 */
export async function lookForDraft(onSlow: () => void = () => undefined): Promise<string | null> {
  const timer = setTimeout(() => {
    if (laid()) onSlow()
  }, UNSAID)
  try {
    for (let time = 1; ; time++) {
      try {
        return await loadDraft()
      } catch (error) {
        if (!(error instanceof Refused)) throw error
      }
      await new Promise(done => setTimeout(done, pauseBefore(time)))
      if (!laid()) return null
    }
  } finally {
    clearTimeout(timer)
  }
}

/** Removes answers under way: at once what is in the tab, and then its key. */
export function wipeDraft(): void {
  current++
  const name = laid()?.n
  unremember(PLACE)
  if (name) dropKey(name).catch(unlessRefused)
}

onLeave(wipeDraft)

/** Removes every tab's key that has run out; called at start. */
export async function sweep(now: number): Promise<void> {
  await withDatabase(async db => {
    for (const { name, expires } of await db.getAll('keys')) {
      if (expires === undefined || expires > now) continue
      await db.delete('keys', name)
      if (laid()?.n === name) unremember(PLACE)
    }
  }).catch(unlessRefused) // no storage: nothing to sweep
}

/** Somebody is still here: the answers under way live on for as long again. */
export async function touchDraft(): Promise<void> {
  const name = laid()?.n
  if (name) await deviceKey(name, Date.now() + UNTOUCHED).catch(unlessRefused)
}

async function dropKey(name: string): Promise<void> {
  await withDatabase(db => db.delete('keys', name))
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) reportError(error)
}

function text(iv: Uint8Array, box: ArrayBuffer): string {
  return btoa(Array.from([...iv, ...new Uint8Array(box)], byte => String.fromCharCode(byte)).join(''))
}
