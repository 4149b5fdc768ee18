import { afterEach, beforeEach } from 'vitest'
import { openStore } from '../../../src/intake/store/open-store.ts'
import type { Store } from '../../../src/intake/store/store.ts'
import type { Place } from './harness.ts'

/** A fresh database and an open store on it for each test. */
export function opened(newPlace: () => Promise<Place>): { place: Place; store: Store } {
  const now: { place?: Place; store?: Store } = {}
  beforeEach(async () => {
    now.place = await newPlace()
    now.store = await openStore(now.place.where)
  }, 60_000)
  afterEach(async () => {
    await now.store?.close()
    await now.place?.remove()
  }, 60_000)
  return {
    get place() {
      return now.place!
    },
    get store() {
      return now.store!
    },
  }
}
