import { hasDraft, wipeDraft } from '../draft/draft.ts'
import { dropDatabase } from '../kept/database.ts'
import { standings, tellForgotten, type Standing } from '../outbox/outbox.ts'

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
  const [pages, draft, all] = await Promise.all([seen(countPages), seen(hasDraft), seen(standings)])
  const count = (arrived: boolean): number | null =>
    all && all.filter(({ at }: Standing) => (at === 'sent') === arrived).length
  return { pages, draft, waiting: count(false), noted: count(true) }
}

async function seen<T>(look: () => T | Promise<T>): Promise<T | null> {
  try {
    return await look()
  } catch {
    return null // storage that cannot be read; what is told to the person is that it cannot
  }
}

/** Absent in a page without TLS and in some private windows: no pages in it. */
const cacheStorage = (): CacheStorage | undefined => (globalThis as { caches?: CacheStorage }).caches

async function countPages(): Promise<number> {
  const store = cacheStorage()
  let pages = 0
  if (store) for (const name of await store.keys()) pages += (await (await store.open(name)).keys()).length
  return pages
}

/** Milliseconds: a window that sleeps may hold the database for as long as it likes. */
const PATIENCE = 5_000

/**
 * Removes all of it, unsent messages too, and the service worker, so that nothing comes back until the next visit.
 * Each part by itself, what tells most about a person first: one that fails leaves the others to go.
 *
 * @returns whether all of it is gone.
 */
export async function forgetEverything(): Promise<boolean> {
  let gone = true
  for (const drop of [dropDraft, dropKept, dropWorkers, dropPages]) {
    try {
      await inTime(drop)
    } catch (error) {
      gone = false
      reportError(error)
    }
  }
  return gone
}

function dropDraft(): void {
  wipeDraft()
  sessionStorage.clear()
}

/** What waits, too: no window goes on saying that it does. */
async function dropKept(): Promise<void> {
  await dropDatabase()
  tellForgotten()
}

async function dropWorkers(): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer } // none in a private Firefox window
  for (const registration of (await serviceWorker?.getRegistrations()) ?? []) await registration.unregister()
}

async function dropPages(): Promise<void> {
  const store = cacheStorage()
  for (const name of (await store?.keys()) ?? []) await store?.delete(name)
}

function inTime(drop: () => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('could not be removed in time'))
    }, PATIENCE)
    Promise.resolve()
      .then(drop)
      .then(() => {
        resolve()
      }, reject)
      .finally(() => {
        clearTimeout(timer)
      })
  })
}
