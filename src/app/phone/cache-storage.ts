import { inTime, orElse } from './refused.ts'

// The page's only door to the caches, which the service worker fills. Absent without TLS and in some private windows.

/** Milliseconds. */
const PATIENCE = 5_000

const store = (): CacheStorage | undefined =>
  orElse(() => (globalThis as { caches?: CacheStorage }).caches, undefined)

/** How many files are kept. @throws Refused where the browser does not let it be seen. */
export function countFiles(): Promise<number> {
  return inTime(async () => {
    const caches = await present()
    let files = 0
    for (const name of (await caches?.keys()) ?? [])
      files += (await ((await caches?.open(name))?.keys() ?? [])).length
    return files
  }, PATIENCE)
}

/** @throws Refused where the browser does not let them be removed. */
export function removeFiles(): Promise<void> {
  return inTime(async () => {
    const caches = await present()
    for (const name of (await caches?.keys()) ?? []) await caches?.delete(name)
  }, PATIENCE)
}

const present = (): Promise<CacheStorage | undefined> => Promise.resolve(store())
