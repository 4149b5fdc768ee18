import { PrecacheController } from 'workbox-precaching/PrecacheController.js'
import { registerRoute } from 'workbox-routing/registerRoute.js'
import { NEUTRAL } from '../leave/neutral.ts'
import { flushAll, isSilent, SYNC_TAG } from '../outbox/queue.ts'
import { FIRST, languageAt, languageIds } from '../../core/languages.ts'
import { solve } from '../../client/proof/solve.ts'
import {
  cacheOf,
  type Entry,
  isOutside,
  keptAfter,
  leanOf,
  notFoundOf,
  type Part,
  partOf,
  parts,
} from './addresses.ts'
import { type Packs, unpackInto } from './packs.ts'

// The citizen's pages, script and words, for use without network. Nothing personal passes through here: requests to the
// intake and the staff's page are not looked at.
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] }
declare const __PACKS__: Packs

/** Milliseconds in which every page is answered with the neutral one while somebody leaves, at most. */
const LEAVING = 2_000
/** When each tab that is on its way out began to leave; taken off once it has come to the neutral page. */
const leaving: number[] = []

const controllers = new Map(parts.map(part => [part, controller(part)]))
for (const entry of self.__WB_MANIFEST) controllers.get(partOf(entry.url))?.addToCacheList([entry])

function controller(part: Part): PrecacheController {
  return new PrecacheController({ cacheName: cacheOf(part), fallbackToNetwork: true })
}

/** Keeps all of a part: by the pack what is in one, then by itself whatever is still missing. */
async function keep(part: Part, controls: PrecacheController, event: ExtendableEvent): Promise<void> {
  for (const [url, integrity] of Object.entries(__PACKS__)) {
    if (partOf(url) !== part) continue
    try {
      await unpackInto(await caches.open(cacheOf(part)), url, integrity, controls.getURLsToCacheKeys())
    } catch {
      // Nothing is lost: each file is asked for by itself below, and compared with its own hash.
    }
  }
  await controls.install(event)
}

/** The language in use first; another too when it was there before, so that an update never takes it away. */
self.addEventListener('install', event => {
  event.waitUntil(
    (async () => {
      const wanted = new Set<Part>(['common'])
      const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
      for (const { url } of windows) wanted.add(languageAt(new URL(url).pathname))
      if (windows.length === 0) wanted.add(FIRST)
      for (const part of parts) if (await caches.has(cacheOf(part))) wanted.add(part)
      const wantedNow = [...controllers].filter(([part]) => wanted.has(part))
      await Promise.all(wantedNow.map(async ([part, controls]) => keep(part, controls, event)))
    })(),
  )
})

self.addEventListener('activate', event => {
  event.waitUntil(
    (async () => {
      for (const [part, controls] of controllers) {
        // An empty cache of its own would look as if the language had been there.
        if (await caches.has(cacheOf(part))) await controls.activate(event)
      }
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', event => {
  if (event.data === 'left') leaving.push(Date.now())
  if (event.data === 'other-language') {
    // Workbox stores only what an event of this type asks for, whichever moment it really is.
    const later = { type: 'install', waitUntil: event.waitUntil.bind(event) } as unknown as ExtendableEvent
    // Sound: only our own pages write to the worker.
    const { url } = event.source as WindowClient
    const wanted = keptAfter(new URL(url).pathname)
    const wantedNow = [...controllers].filter(([part]) => wanted.includes(part))
    event.waitUntil(Promise.all(wantedNow.map(async ([part, controls]) => keep(part, controls, later))))
  }
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

async function kept(path: string): Promise<Response | undefined> {
  for (const part of controllers.values()) {
    const found = await part.matchPrecache(path)
    if (found) return found
  }
  return undefined
}

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && !isOutside(url.pathname),
  async ({ request, url }) => {
    if (url.pathname === NEUTRAL) leaving.shift()
    else if (leaving.some(since => Date.now() - since < LEAVING)) {
      const neutral = await kept(NEUTRAL)
      if (neutral) return neutral
    }
    const page = (await kept(leanOf(url.pathname))) ?? (await kept(url.pathname))
    if (page) return page
    try {
      return await fetch(request)
    } catch (error) {
      for (const lang of [languageAt(url.pathname), ...languageIds]) {
        const shell = await kept(notFoundOf(lang))
        if (shell) return shell
      }
      throw error
    }
  },
)

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin &&
    request.mode !== 'navigate' &&
    [...controllers.values()].some(part => part.getCacheKeyForURL(url.pathname)),
  async ({ request, url }) => (await kept(url.pathname)) ?? fetch(request),
)

/** Background Sync (WICG): the network is back. A rejection makes the browser try again later. */
type SyncEvent = ExtendableEvent & { readonly tag: string }
// TypeScript's worker library has no Background Sync: another name stands in for its event.
self.addEventListener('sync' as 'message', event => {
  const sync = event as ExtendableEvent as SyncEvent
  if (sync.tag !== SYNC_TAG) return
  sync.waitUntil(
    flushAll(solve).then(outcomes => {
      // What a silent phone keeps is not known: more may wait.
      if (isSilent() || outcomes.some(outcome => outcome.kind === 'waiting'))
        throw new Error('something still waits')
    }),
  )
})
