import { hasDraft, wipeDraft } from '../draft/draft.ts'
import { dropDatabase } from '../kept/database.ts'
import { listWaiting, standings } from '../outbox/outbox.ts'

/** What the app has put on this phone. */
export type Kept = {
  /** Files kept for use without a network. */
  readonly pages: number
  readonly waiting: number
  readonly draft: boolean
  /** Answers of the intake that nobody has seen yet. */
  readonly noted: number
}

export async function whatIsKept(): Promise<Kept> {
  let pages = 0
  for (const name of await caches.keys()) pages += (await (await caches.open(name)).keys()).length
  return {
    pages,
    waiting: (await listWaiting()).length,
    draft: hasDraft(),
    noted: (await standings()).filter(({ at }) => at === 'sent').length,
  }
}

/** Removes all of it, unsent messages too, and the service worker, so that nothing comes back until the next visit. */
export async function forgetEverything(): Promise<void> {
  wipeDraft()
  sessionStorage.clear()
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
  await dropDatabase()
}
