import { inTime } from '../phone/refused.ts'
import { registration, serviceWorkers } from '../phone/service-worker.ts'
import { serviceWorkerAddress } from '../trusted-types.ts'
import { unsaved, unsavedElsewhere } from './unsaved.ts'

/** Milliseconds between two looks for a new release in a page that stays open. */
const LOOK_EVERY = 3_600_000
/** Milliseconds in which a worker must answer. Fetching a release on a poor line takes longer than a question. */
const PATIENCE = 5_000
const FETCHING = 60_000

let ready = false
const listeners = new Set<(ready: boolean) => void>()

/** Hears whether a new release is on the phone and waits. Returns how to stop listening. */
export function onUpdate(listener: (ready: boolean) => void): () => void {
  listeners.add(listener)
  listener(ready)
  return () => listeners.delete(listener)
}

/**
 * Registers the service worker and watches for new releases. Nothing here ever reloads a page by itself. Where there is
 * no worker, or none is allowed, the pages work with a network.
 */
export async function startUpdates(): Promise<void> {
  const found = await register()
  if (!found) return
  const tell = (): void => {
    // The first worker of all is no new release.
    ready = found.waiting !== null && found.active !== null
    if (ready) for (const listener of listeners) listener(true)
  }
  tell()
  found.addEventListener('updatefound', () => {
    found.installing?.addEventListener('statechange', tell)
  })
  found.installing?.addEventListener('statechange', tell)
  let looked = Date.now()
  const look = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_EVERY) return
    looked = Date.now()
    // Without a network there is nothing to find; the next look will tell.
    found.update().catch(() => undefined)
  }
  setInterval(look, LOOK_EVERY / 4)
  document.addEventListener('visibilitychange', look)

  const { active } = await (serviceWorkers()?.ready ?? found)
  active?.postMessage('other-language')
}

/** Null where the browser has no service workers, or refuses ours. */
async function register(): Promise<ServiceWorkerRegistration | null> {
  try {
    if (serviceWorkers() === undefined) return null
    // Loaded here, since nothing before the first quiet moment needs it.
    const { Workbox } = await import('workbox-window')
    const workbox = new Workbox(serviceWorkerAddress(), { updateViaCache: 'none' })
    return await inTime(async () => (await workbox.register({ immediate: true })) ?? null, FETCHING)
  } catch {
    return null // a private window, site data blocked, no network: the page does without
  }
}

/**
 * Takes the new release and reloads, unless answers or a code on this page or in another tab would be lost.
 *
 * @returns why not; when it reloads it does not return. Where none waits any more another window has taken it, or the phone
 * does not say: the reload brings what there is.
 */
export async function applyUpdate(): Promise<'here' | 'elsewhere'> {
  const held = await unsaved()
  if (held !== 'no') return held
  const waiting = (await registration())?.waiting
  if (waiting) await takeOver(waiting)
  location.reload()
  return new Promise(() => undefined)
}

/**
 * Reloads with the newest release there is, for a page that is too old to send. The caller has put the answers where
 * the reloaded page finds them (`saveDraft`). Another window with answers keeps its release: then this is a plain reload.
 *
 * @param to an address to go to instead of this page again.
 * @param last what is to be done just before this page goes; where that throws it stays.
 */
export async function fetchNewest(to = location.pathname, last?: () => Promise<unknown>): Promise<never> {
  const found = await newest()
  if (found && !(await unsavedElsewhere())) await takeOver(found)
  await last?.()
  if (to === location.pathname) location.reload()
  else location.assign(to)
  return new Promise(() => undefined)
}

/** The release that waits, after a look for one; null where there is none, no network or no service worker. */
async function newest(): Promise<ServiceWorker | null> {
  const found = await registration()
  if (!found) return null
  // No network, or refused: what is here is the newest.
  await inTime(() => found.update(), PATIENCE).catch(() => undefined)
  const coming = found.installing
  if (coming) {
    const installed = new Promise<void>(resolve => {
      coming.addEventListener('statechange', () => {
        if (coming.state !== 'installing') resolve()
      })
    })
    await inTime(() => installed, FETCHING).catch(() => undefined) // then a plain reload
  }
  return found.waiting
}

/** Lets a release take over. One that does not answer is not waited for: the reload brings what there is. */
async function takeOver(waiting: ServiceWorker): Promise<void> {
  const changed = new Promise<void>(resolve => {
    serviceWorkers()?.addEventListener('controllerchange', () => {
      resolve()
    })
  })
  waiting.postMessage({ type: 'SKIP_WAITING' })
  await inTime(() => changed, PATIENCE).catch(() => undefined)
}
