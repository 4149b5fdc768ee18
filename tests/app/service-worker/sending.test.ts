// In a document
import { IDBFactory } from 'fake-indexeddb'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Queue from '../../../src/app/outbox/queue.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { sealedText, token } from '../../intake/http/intake.ts'
import { noNetwork, startRealIntake, type RealIntake } from '../harness/real-intake.ts'
import { mend, put, refuseWriting, wholeBrowser } from '../harness/refusing.ts'

// The service worker's own sending, when the browser says that the network is back: its database is the page's, and the
// intake the real one. Only a rejection makes the browser wake the worker again.

/** By its path: the worker is of another type program than tests of pages. */
const WORKER: string = join(import.meta.dirname, '../../../src/app/service-worker/service-worker.ts')

const entry = {
  id: '6f1e5f0e-2f43-4b7c-9a64-0c9a6d1f0b11',
  sealed: sealedText(),
  mailbox: hashToken(token()),
  slotIds: [],
  madeOn: '2026-11-26',
  purpose: 'request',
} as const

let database: IDBFactory
let intake: RealIntake
let queue: typeof Queue
let worker: EventTarget

/** A browser that refuses nothing, with the database as it is. */
function refuseNothing(): void {
  mend()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: database, writable: true })
}

/** What the browser does: resolves when the worker has done with it, undefined when it did not care. */
function sync(tag: string): Promise<unknown> | undefined {
  let until: Promise<unknown> | undefined
  const waitUntil = (promise: Promise<unknown>): void => void (until = promise)
  worker.dispatchEvent(Object.assign(new Event('sync'), { tag, waitUntil }))
  return until
}

const posts = (): string[] => intake.asked.filter(one => one.startsWith('POST'))

beforeEach(async () => {
  vi.resetModules()
  database = new IDBFactory()
  refuseNothing()
  intake = await startRealIntake()
  worker = Object.assign(new EventTarget(), { __WB_MANIFEST: [] })
  vi.stubGlobal('self', worker)
  vi.stubGlobal('__PACKS__', {})
  await import(WORKER)
  queue = await import('../../../src/app/outbox/queue.ts')
})
afterEach(() => {
  vi.useRealTimers()
  mend()
  vi.unstubAllGlobals()
})

test('what waits is sent once, and the worker has done', async () => {
  await queue.put(entry, intake.recipients)
  await expect(sync('outbox')).resolves.toBeUndefined()
  expect(posts()).toEqual(['POST /api/requests'])
  expect(await queue.standings()).toMatchObject([{ id: entry.id, at: 'sent' }])
  await expect(sync('outbox')).resolves.toBeUndefined()
  expect(posts()).toHaveLength(1)
})

test('without a way to the intake it asks to be woken again', async () => {
  await queue.put(entry, intake.recipients)
  intake.answer = noNetwork
  await expect(sync('outbox')).rejects.toThrow('still waits')
  intake.answer = null
  await expect(sync('outbox')).resolves.toBeUndefined()
  expect(await queue.standings()).toMatchObject([{ id: entry.id, at: 'sent' }])
})

test('a phone that does not say what it keeps does not count as one that keeps nothing', async () => {
  await queue.put(entry, intake.recipients)
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] })
  refuseWriting('never answers')
  const woken = expect(sync('outbox')).rejects.toThrow('still waits')
  await vi.advanceTimersByTimeAsync(4_000)
  await woken
  // For a while it is not asked again; nor does it count as empty then.
  refuseNothing()
  await expect(sync('outbox')).rejects.toThrow('still waits')
  expect(intake.asked).toEqual([])
  vi.setSystemTime(Date.now() + 61_000)
  await expect(sync('outbox')).resolves.toBeUndefined()
  expect(posts()).toEqual(['POST /api/requests'])
})

test('of a wake for something else it makes nothing', async () => {
  await queue.put(entry, intake.recipients)
  expect(sync('something else')).toBeUndefined()
  expect(intake.asked).toEqual([])
})
