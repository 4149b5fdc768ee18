import { wipeDraft } from '../draft/draft.ts'
import { hasDraft } from '../draft/laid.ts'
import { dropDatabase, withDatabase } from '../kept/database.ts'
import { forgetMemory, isSilent, standings, tellForgotten, type Standing } from '../outbox/outbox.ts'
import { countFiles, removeFiles } from '../phone/cache-storage.ts'
import { NoAnswer, Refused } from '../phone/refused.ts'
import { removeWorkers } from '../phone/service-worker.ts'
import { forgetTab } from '../phone/tab-memory.ts'

/** What the app has put on this phone; null where the browser does not let it be seen. */
export type Kept = {
  /** Files kept for use without a network. */
  readonly pages: number | null
  readonly waiting: number | null
  readonly draft: boolean | null
  /** Answers of the intake that nobody has seen yet. */
  readonly noted: number | null
}

export const NOTHING: Kept = { pages: 0, waiting: 0, draft: false, noted: 0 }

/** Never throws: a private window may refuse one part and show the others. */
export async function whatIsKept(): Promise<Kept> {
  const [pages, draft, all] = await Promise.all([seen(countFiles), seen(hasDraft), seen(allKept)])
  const count = (arrived: boolean): number | null =>
    all && all.filter(({ at }: Standing) => (at === 'sent') === arrived).length
  return { pages, draft, waiting: count(false), noted: count(true) }
}

async function seen<T>(look: () => T | Promise<T>): Promise<T | null> {
  try {
    return await look()
  } catch {
    return null // storage that cannot be read: the person reads that it cannot
  }
}

/** @throws Refused where the browser does not let the database be seen. */
async function allKept(): Promise<Standing[]> {
  await withDatabase(() => Promise.resolve())
  const all = await standings()
  if (isSilent()) throw new NoAnswer('the phone does not tell all of it')
  return all
}

/**
 * Removes all of it, unsent messages too, and the service worker, so that nothing comes back until the next visit.
 * Each part by itself, what tells most about a person first: one that fails leaves the others to go.
 *
 * @returns whether all of it is gone.
 */
export async function forgetEverything(): Promise<boolean> {
  let gone = true
  for (const drop of [dropDraft, dropKept, removeWorkers, removeFiles]) {
    try {
      await drop()
    } catch (error) {
      gone = false
      reportError(error)
    }
  }
  return gone
}

function dropDraft(): Promise<void> {
  wipeDraft()
  return forgetTab() ? Promise.resolve() : Promise.reject(new Refused('the tab cannot be asked'))
}

/** What waits, too: no window goes on saying that it does. */
async function dropKept(): Promise<void> {
  forgetMemory()
  await dropDatabase()
  tellForgotten()
}
