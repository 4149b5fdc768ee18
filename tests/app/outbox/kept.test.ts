// In a document
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Queue from '../../../src/app/outbox/queue.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { sealedText, token } from '../../intake/http/intake.ts'
import { hurry, mend, put, refuseDatabase, refuseWriting, wholeBrowser } from '../harness/refusing.ts'
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

test('while it arrives, whoever looks finds it waiting or arrived at every moment', async () => {
  intake.answer = noNetwork
  for (let time = 0; time < 5; time++)
    await queue.put({ ...entry, id: crypto.randomUUID(), mailbox: hashToken(token()) }, intake.recipients)
  await queue.flushAll(prove)
  intake.answer = null
  const sending = { hasEnded: false }
  const flushing = queue.flushAll(prove).finally(() => (sending.hasEnded = true))
  const found: Promise<string[]>[] = []
  while (!sending.hasEnded) {
    found.push(queue.standings().then(all => all.map(one => one.id)))
    await new Promise(done => setTimeout(done))
  }
  await flushing
  expect(found.length).toBeGreaterThan(10)
  for (const ids of await Promise.all(found)) expect([ids.length, new Set(ids).size]).toEqual([5, 5])
  expect(await queue.standings()).toMatchObject(Array(5).fill({ at: 'sent' }))
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

test('a phone that does not say what it keeps is not taken for one that has sent it', async () => {
  await queue.put(entry, intake.recipients)
  refuseWriting('never answers')
  hurry(100)
  await expect(queue.withdrawWaiting(entry.id)).rejects.toThrow('no answer in time')
  expect(queue.isSilent()).toBe(true)
  expect(await queue.standings()).toEqual([])
})

test('where the browser says no to storage, there is what this page has in memory and nothing else', async () => {
  refuseDatabase('says no')
  expect(await queue.withdrawWaiting(entry.id)).toBe('already-sent')
  await queue.put(entry, intake.recipients)
  expect(await queue.withdrawWaiting(entry.id)).toBe('withdrawn')
})

test('one that cannot be opened keeps no other from being sent, nor a thread from being read', async () => {
  await queue.put({ ...entry, purpose: 'message', mailbox: token() }, intake.recipients)
  const { withDatabase } = await import('../../../src/app/kept/database.ts')
  await withDatabase(db => db.clear('keys'))
  const other = { ...entry, id: '8f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11' }
  await queue.put(other, intake.recipients)
  expect(await queue.listWaiting()).toEqual([other])
  expect(await queue.flushAll(prove)).toEqual([
    { kind: 'waiting', why: 'server' },
    expect.objectContaining({ kind: 'sent' }),
  ])
  expect(await queue.standings()).toMatchObject([
    { id: other.id, at: 'sent' },
    { id: entry.id, at: 'waiting' },
  ])
})

test('that a try has left is known to the next page, too', async () => {
  await queue.put(entry, intake.recipients)
  intake.answer = noNetwork
  await queue.flushAll(prove)
  vi.resetModules()
  queue = await import('../../../src/app/outbox/queue.ts')
  expect(await queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
  // And of what was never tried the next page knows that as well.
  await queue.put(entry, intake.recipients)
  vi.resetModules()
  queue = await import('../../../src/app/outbox/queue.ts')
  expect(await queue.withdrawWaiting(entry.id)).toBe('withdrawn')
})

test('a try that the phone will not write down has left it all the same', async () => {
  await queue.put(entry, intake.recipients)
  intake.answer = noNetwork
  refuseWriting('full')
  await queue.flushAll(prove)
  expect(await queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
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

const refused = (): Response =>
  Response.json(
    { type: 'urn:foerste-snak:problem:unacceptable', title: 't', status: 422 },
    { status: 422, headers: { 'content-type': 'application/problem+json' } },
  )

test('what is refused waits for somebody, is not tried by itself, and is tried when they say so', async () => {
  await queue.put(entry, intake.recipients)
  intake.answer = path => (path.endsWith('/requests') ? refused() : noNetwork())
  expect(await queue.flushAll(prove)).toEqual([{ kind: 'needs-you', why: 'unacceptable' }])
  expect(await queue.standings()).toEqual([
    { id: entry.id, purpose: 'request', at: 'needs-you', why: 'unacceptable' },
  ])
  intake.answer = null
  expect(await queue.flushAll(prove)).toEqual([])
  await queue.tryAgain(entry.id)
  expect(await queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
})

test('why it waits is known also to who comes to look after the try', async () => {
  await queue.put(entry, intake.recipients)
  expect(await queue.standings()).toMatchObject([{ at: 'waiting', why: null }])
  intake.answer = noNetwork
  await queue.flushAll(prove)
  expect(await queue.standings()).toMatchObject([{ at: 'waiting', why: 'server' }])
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await queue.flushAll(prove)
  expect(await queue.standings()).toMatchObject([{ at: 'waiting', why: 'offline' }])
  vi.restoreAllMocks()
})

test('a try without a network has not left the phone', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  intake.answer = noNetwork
  await queue.put(entry, intake.recipients)
  expect(await queue.flushAll(prove)).toEqual([{ kind: 'waiting', why: 'offline' }])
  expect(await queue.withdrawWaiting(entry.id)).toBe('withdrawn')
  vi.restoreAllMocks()
})

test('the answer that another tab got is the answer here, and what is nowhere is none', async () => {
  const other = '3f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11'
  await queue.put(entry, intake.recipients)
  const [sent] = await queue.flushAll(prove)
  expect(sent).toMatchObject({ kind: 'sent', answer: { id: entry.id } })
  expect(await queue.sendKept(entry.id, prove)).toEqual(sent)
  await expect(queue.sendKept(other, prove)).rejects.toThrow('no longer on the phone')
})

test.each([
  [[], false],
  [['8a51bd0e-2c0f-4ad0-9c58-5f8a26dd1d21'], true],
])(
  'of %j wished times it is remembered with the answer that there were some: %s',
  async (slotIds, wished) => {
    const answer = { id: entry.id, receivedOn: '2026-11-26', slot: null }
    intake.answer = path => (path === '/api/requests' ? Response.json(answer, { status: 201 }) : noNetwork())
    await queue.put({ ...entry, slotIds }, intake.recipients)
    await queue.flushAll(prove)
    expect(await queue.standings()).toMatchObject([{ at: 'sent', wished }])
  },
)

test('a request is known by its mailbox for as long as it waits, and a message is none', async () => {
  const mailbox = token()
  await queue.put({ ...entry, purpose: 'message', mailbox }, intake.recipients)
  expect(await queue.isWaitingHere(mailbox)).toBe(false)
  expect(await queue.isWaitingHere(entry.mailbox)).toBe(false)
  await queue.put({ ...entry, id: '3f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11' }, intake.recipients)
  expect(await queue.isWaitingHere(entry.mailbox)).toBe(true)
  expect(await queue.isWaitingHere(hashToken(token()))).toBe(false)
})

test('listeners hear what they asked for: tries, what is taken back, or all', async () => {
  const [ended, back, all] = [vi.fn(), vi.fn(), vi.fn()]
  const stop = queue.onOutbox(ended)
  queue.onTakenBack(back)
  queue.onOutboxChange(all)
  await queue.put(entry, intake.recipients)
  queue.tellForgotten()
  expect([ended.mock.calls, back.mock.calls]).toEqual([[], []])
  expect(all).toHaveBeenCalledTimes(2)
  intake.answer = noNetwork
  await queue.flushAll(prove)
  expect(ended.mock.calls).toEqual([[{ id: entry.id, outcome: { kind: 'waiting', why: 'server' } }]])
  stop()
  await queue.flushAll(prove)
  expect(ended).toHaveBeenCalledOnce()
  await queue.withdrawWaiting(entry.id)
  expect(back.mock.calls).toEqual([[entry.id, 'taken-back']])
})

test('tabs and the worker, also of another version, share one lock and one channel', async () => {
  const names: string[] = []
  vi.stubGlobal(
    'BroadcastChannel',
    class extends EventTarget {
      constructor(name: string) {
        super()
        names.push(`channel ${name}`)
      }
      postMessage(): void {
        names.push('told')
      }
    },
  )
  const request = (name: string, ...rest: unknown[]): unknown => {
    names.push(`lock ${name}`)
    return (rest.at(-1) as () => unknown)()
  }
  put(navigator, 'locks', { value: { request } })
  queue.onOutbox(() => undefined)
  await queue.flushAll(prove)
  expect(names).toEqual(['channel outbox', 'lock outbox'])
})

/** What lies in the database, as it lies there. */
async function lying(): Promise<readonly { mailbox: unknown }[]> {
  const { withDatabase } = await import('../../../src/app/kept/database.ts')
  return withDatabase(db => db.getAll('waiting'))
}

test('the hash of a mailbox lies open on the phone, and the token of a message locked', async () => {
  await queue.put(entry, intake.recipients)
  expect(await lying()).toMatchObject([{ mailbox: entry.mailbox }])
  await queue.withdrawWaiting(entry.id)
  await queue.put({ ...entry, purpose: 'message', mailbox: token() }, intake.recipients)
  expect(await lying()).toMatchObject([{ mailbox: { iv: expect.anything(), box: expect.anything() } }])
})

test('only a refusal of the phone lets it wait in memory, and no other fault', async () => {
  vi.stubGlobal('structuredClone', () => {
    throw new TypeError('a fault of ours')
  })
  await expect(queue.put(entry, intake.recipients)).rejects.toThrow('a fault of ours')
  expect(queue.isInMemory(entry.id)).toBe(false)
})

test('in memory it is tried, told and taken back as on the phone, and nothing of it is noted', async () => {
  refuseDatabase('says no')
  intake.answer = path => (path.endsWith('/requests') ? refused() : noNetwork())
  await queue.put(entry, intake.recipients)
  expect(queue.isInMemory(entry.id)).toBe(true)
  expect(await queue.standings()).toEqual([
    { id: entry.id, purpose: 'request', at: 'waiting', why: null, inMemory: true },
  ])
  await queue.flushAll(prove)
  expect(await queue.standings()).toMatchObject([{ at: 'needs-you' }])
  await queue.tryAgain(entry.id)
  intake.answer = noNetwork
  await queue.flushAll(prove)
  expect(await queue.withdrawWaiting(entry.id)).toBe('may-have-arrived')
  await queue.put(entry, intake.recipients)
  intake.answer = null
  expect(await queue.flushAll(prove)).toMatchObject([{ kind: 'sent' }])
  expect(await queue.standings()).toEqual([])
})

test('what was noted stays told where the phone keeps no keys any more, without its answer', async () => {
  await queue.put(entry, intake.recipients)
  await queue.flushAll(prove)
  const { withDatabase } = await import('../../../src/app/kept/database.ts')
  await withDatabase(db => db.clear('keys'))
  expect(await queue.standings()).toEqual([{ id: entry.id, at: 'sent', answer: null, wished: false }])
})
