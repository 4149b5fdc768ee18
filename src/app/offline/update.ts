import { Workbox } from 'workbox-window'
import { serviceWorkerAddress } from '../trusted-types.ts'
import { unsaved, unsavedElsewhere } from './unsaved.ts'

/** Milliseconds between two looks for a new release in a page that stays open. */
const LOOK_EVERY = 3_600_000

let workbox: Workbox | null = null
let ready = false
const listeners = new Set<(ready: boolean) => void>()

/** Hears whether a new release is on the phone and waits. Returns how to stop listening. */
export function onUpdate(listener: (ready: boolean) => void): () => void {
  listeners.add(listener)
  listener(ready)
  return () => listeners.delete(listener)
}

/** Registers the service worker and watches for new releases. Nothing here ever reloads a page by itself. */
export async function startUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator)) return // very old, or a private window: the pages work with a network
  workbox = new Workbox(serviceWorkerAddress(), { updateViaCache: 'none' })
  workbox.addEventListener('waiting', () => {
    ready = true
    for (const listener of listeners) listener(true)
  })
  await workbox.register()
  let looked = Date.now()
  const look = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_EVERY) return
    looked = Date.now()
    // Without a network there is nothing to find; the next look will tell.
    workbox?.update().catch(() => undefined)
  }
  setInterval(look, LOOK_EVERY / 4)
  document.addEventListener('visibilitychange', look)

  const active = await navigator.serviceWorker.ready
  active.active?.postMessage('other-language')
}

/**
 * Takes the new release and reloads, unless answers or a code on this page or in another tab would be lost.
 *
 * @returns why not; when it reloads it does not return.
 */
export async function applyUpdate(): Promise<'here' | 'elsewhere' | 'nothing'> {
  const held = await unsaved()
  if (held !== 'no') return held
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration?.waiting) return 'nothing'
  await takeOver(registration.waiting)
  location.reload()
  return new Promise(() => undefined)
}

/**
 * Reloads with the newest release there is, for a page that is too old to send. The caller has put the answers where
 * the reloaded page finds them (`saveDraft`). Another window with answers keeps its release: then this is a plain reload.
 *
 * @param to an address to go to instead of this page again.
 */
export async function fetchNewest(to = location.pathname): Promise<never> {
  const found = await newest()
  if (found && !(await unsavedElsewhere())) await takeOver(found)
  if (to === location.pathname) location.reload()
  else location.assign(to)
  return new Promise(() => undefined)
}

/** The release that waits, after a look for one; null where there is none, no network or no service worker. */
async function newest(): Promise<ServiceWorker | null> {
  if (!('serviceWorker' in navigator)) return null
  const registration = await navigator.serviceWorker.getRegistration()
  await registration?.update().catch(() => undefined) // no network: what is here is the newest
  const coming = registration?.installing
  if (coming) {
    await new Promise<void>(resolve => {
      coming.addEventListener('statechange', () => {
        if (coming.state !== 'installing') resolve()
      })
    })
  }
  return registration?.waiting ?? null
}

async function takeOver(waiting: ServiceWorker): Promise<void> {
  const changed = new Promise<void>(resolve => {
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      resolve()
    })
  })
  waiting.postMessage({ type: 'SKIP_WAITING' })
  await changed
}
