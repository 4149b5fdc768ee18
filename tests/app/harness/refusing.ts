import 'fake-indexeddb/auto'
import { vi } from 'vitest'

/** How a part of a browser refuses. */
export type Way = 'missing' | 'throws when asked for' | 'throws' | 'rejects' | 'never answers'

const insecure = (): DOMException => new DOMException('The operation is insecure.', 'SecurityError')

/** Makes a part of the browser refuse; `at` is its path from the global object. */
export function refuse(at: string, way: Way): void {
  const path = at.split('.')
  const name = path.pop() ?? ''
  const holder = path.reduce<object>((one, key) => (one as Record<string, object>)[key] ?? {}, globalThis)
  put(holder, name, way === 'throws when asked for' ? { get: throwing } : { get: () => inPlaceOf(way) })
}

function inPlaceOf(way: Exclude<Way, 'throws when asked for'>): unknown {
  if (way === 'missing') return undefined
  const act = {
    throws: throwing,
    rejects: () => Promise.reject(insecure()),
    'never answers': () => new Promise<never>(() => undefined),
  }[way]
  // Whatever is taken from it, called or constructed does the same; its own parts are there as functions.
  return new Proxy(act, {
    apply: act,
    construct: () => inPlaceOf(way) as object,
    get: (target, key) => {
      if (key === 'then') return undefined
      if (key === 'prototype') return target.prototype as object
      // Listening gives nothing back in any browser (DOM §2.7), so it cannot reject.
      return key === 'addEventListener' && way === 'rejects' ? () => undefined : act
    },
    has: () => true,
  })
}

function throwing(): never {
  throw insecure()
}

const undo: (() => void)[] = []

/** Puts something in a place of the browser until `mend`. */
export function put(holder: object, name: string, what: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(holder, name)
  Object.defineProperty(holder, name, { configurable: true, ...what })
  undo.push(() => {
    if (before) Object.defineProperty(holder, name, before)
    else Reflect.deleteProperty(holder, name)
  })
}

export function mend(): void {
  for (const one of undo.splice(0).reverse()) one()
}

/** A database that is asked for and never says anything, or says no: its requests are what `idb` waits for. */
export function refuseDatabase(way: 'never answers' | 'says no'): void {
  const request = Object.create(IDBOpenDBRequest.prototype) as object
  const listen = (type: string, hear: (event: object) => void): void => {
    if (way === 'says no' && type === 'error') setImmediate(hear, { target: request })
  }
  Object.defineProperties(request, {
    addEventListener: { value: listen },
    removeEventListener: { value: () => undefined },
    error: { value: insecure() },
  })
  put(globalThis, 'indexedDB', { value: { open: () => request, deleteDatabase: () => request } })
}

/** A database in which nothing more fits, or one that opens and then answers no question. */
export function refuseWriting(way: 'full' | 'never answers'): void {
  const act =
    way === 'full'
      ? () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      : () =>
          Object.assign(Object.create(IDBRequest.prototype) as object, { addEventListener: () => undefined })
  for (const name of ['put', 'add', 'get', 'getAll', 'delete'])
    if (way !== 'full' || name === 'put' || name === 'add')
      put(IDBObjectStore.prototype, name, { value: act, writable: true })
}

/** What happy-dom lacks of a browser, as it is where nothing is refused. */
export function wholeBrowser(): void {
  const stub = (holder: object, name: string, value: unknown): void => {
    put(holder, name, { value, writable: true })
  }
  stub(navigator, 'locks', {
    request: (_name: string, ...rest: unknown[]) => Promise.resolve((rest.at(-1) as () => unknown)()),
    query: () => Promise.resolve({ held: [] }),
  })
  stub(navigator, 'clipboard', { writeText: () => Promise.resolve() })
  stub(navigator, 'share', () => Promise.resolve())
  stub(navigator, 'canShare', () => true)
  stub(globalThis, 'print', () => undefined)
  stub(navigator, 'storage', { persist: () => Promise.resolve(true) })
  const registration = Object.assign(new EventTarget(), {
    active: { postMessage: () => undefined },
    waiting: null,
    installing: null,
    sync: { register: () => Promise.resolve() },
    update: () => Promise.resolve(),
    unregister: () => Promise.resolve(true),
  })
  stub(
    navigator,
    'serviceWorker',
    Object.assign(new EventTarget(), {
      controller: { postMessage: () => undefined },
      ready: Promise.resolve(registration),
      register: () => Promise.resolve(registration),
      getRegistration: () => Promise.resolve(registration),
      getRegistrations: () => Promise.resolve([registration]),
    }),
  )
  stub(globalThis, 'caches', {
    keys: () => Promise.resolve(['snak-da']),
    open: () => Promise.resolve({ keys: () => Promise.resolve([1, 2]) }),
    delete: () => Promise.resolve(true),
  })
  stub(globalThis, 'matchMedia', () => ({ matches: false }))
  stub(globalThis, 'navigation', { currentEntry: { index: 0 } })
}

/** Lets all waiting of the app be `by` times shorter, so that what never answers need not be waited for. */
export function hurry(by: number): void {
  const real = globalThis.setTimeout
  vi.stubGlobal('setTimeout', (act: () => void, pause = 0, ...rest: unknown[]) =>
    real(act, pause / by, ...(rest as [])),
  )
}
