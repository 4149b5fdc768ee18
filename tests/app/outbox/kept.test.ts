// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Queue from '../../../src/app/outbox/queue.ts'
import { hashToken } from '../../../src/intake/http/read.ts'
import { sealedText, token } from '../../intake/http/intake.ts'
import { mend, put, wholeBrowser } from '../harness/refusing.ts'
import { noNetwork, startRealIntake, type RealIntake } from '../harness/real-intake.ts'

// The outbox on a database of its own, against the real intake.

const built = vi.hoisted(() => ({ recipients: ['', ''] as readonly [string, string] }))
vi.mock('../../../src/app/build-info.ts', () => built)
Object.assign(globalThis, { reportError: vi.fn() })

let intake: RealIntake
let queue: typeof Queue
const prove = (): Promise<null> => Promise.resolve(null)
const entry = {
  id: '6f1e5f0e-2f43-4b7c-9a64-0c9a6d1f0b11',
  sealed: sealedText(),
  mailbox: hashToken(token()),
  slotIds: [],
  madeOn: '2026-11-26',
  purpose: 'request',
} as const

beforeEach(async () => {
  vi.resetModules()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: new IDBFactory(), writable: true })
  intake = await startRealIntake()
  built.recipients = intake.recipients
  queue = await import('../../../src/app/outbox/queue.ts')
})
afterEach(() => {
  mend()
  vi.unstubAllGlobals()
})

test('what was sent while nobody looked is told until it has been seen', async () => {
  intake.answer = noNetwork
  await queue.put(entry, intake.recipients)
  expect(await queue.flushAll(prove)).toMatchObject([{ kind: 'waiting' }])
  expect(await queue.standings()).toMatchObject([{ id: entry.id, at: 'waiting', inMemory: false }])
  intake.answer = null
  expect(await queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
  expect(await queue.standings()).toMatchObject([{ id: entry.id, at: 'sent', answer: { slot: null } }])
  await queue.seen(entry.id)
  expect(await queue.standings()).toEqual([])
})

test('it is taken back for good, and the intake may have it when a try had left', async () => {
  await queue.put(entry, intake.recipients)
  expect(await queue.withdrawWaiting(entry.id)).toBe('withdrawn')
  expect(await queue.flushAll(prove)).toEqual([])
  intake.answer = noNetwork
  await queue.put(entry, intake.recipients)
  await queue.flushAll(prove)
  expect(await queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
  expect(await queue.withdrawWaiting(entry.id)).toBe('already-sent')
})

test('a message waits with its token locked, and is sent as it was given', async () => {
  const mailbox = token()
  await queue.put({ ...entry, purpose: 'message', mailbox }, intake.recipients)
  const [waiting] = await queue.listWaiting()
  expect(waiting).toMatchObject({ mailbox, sealed: entry.sealed })
})

const html = (status: number, headers = {}): Response =>
  new Response('<h1>Wi-Fi</h1>', { status, headers: { 'content-type': 'text/html', ...headers } })

test.each([
  ['a page of a café', () => html(200)],
  ['a redirect', () => Response.error()],
  ['a proxy that refuses', () => html(403)],
  ['a blocked address', () => html(451)],
  ['JSON of somebody else', () => Response.json({ ok: true })],
  ['a broken server', () => html(502)],
  ['no network', noNetwork],
] as const)('after %s it is not sent, and waits', async (_name, answer) => {
  await queue.put(entry, intake.recipients)
  intake.answer = answer
  expect(await queue.flushAll(prove)).toMatchObject([{ kind: 'waiting' }])
  expect(await queue.standings()).toMatchObject([{ at: 'waiting' }])
  intake.answer = null
  expect(await queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
})
