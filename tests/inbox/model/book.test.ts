import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ChangesAnswer, RequestState, StaffRequest } from '../../../src/core/contract/index.ts'
import { SEALED_BYTES } from '../../../src/core/contract/encoding.ts'
import type { Session } from '../../../src/inbox/session/session.ts'
import { fetchRequests, newBook } from '../../../src/inbox/model/book.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const length = SEALED_BYTES
const stored = (state: RequestState = 'new', id: string = randomUUID()): StaffRequest => ({
  id,
  version: randomBytes(8).toString('base64url'),
  receivedOn: '2026-01-10',
  state,
  stateOn: '2026-01-10',
  answeredOn: null,
  held: 0,
  sealed: randomBytes(length).toString('base64url'),
  messages: [],
  notes: [],
  bookings: [],
})

/** A member without a key: what is fetched stays shut, which is enough here. */
const session = { teams: [] as const } as unknown as Session

type Asked = { readonly have: string[]; readonly done: boolean; readonly also?: string[] }
let asked: Asked[] = []
const answers = (...those: Partial<ChangesAnswer>[]): void => {
  vi.stubGlobal('fetch', (path: string, init: { body: string }) => {
    expect(path).toBe('/api/staff/requests/changes')
    asked.push(JSON.parse(init.body) as Asked)
    const none = { requests: [], gone: [], left: 0, done: { finished: 0, junk: 0 } }
    return Promise.resolve(new Response(JSON.stringify({ ...none, ...those[asked.length - 1] })))
  })
}
const ids = (all: readonly OpenedRequest[]): string[] => all.map(one => one.stored.id)

beforeEach(() => {
  asked = []
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('an answer that was cut is asked on for, and what came first is opened first', async () => {
  const [a, b, c] = [stored('new'), stored('answered'), stored('answered')]
  answers({ requests: [a, b], left: 1 }, { requests: [c] })
  const parts: number[] = []
  const shelf = await fetchRequests(session, newBook(), [], ({ left }) => parts.push(left))
  expect(ids(shelf.requests)).toEqual([a.id, b.id, c.id])
  expect(asked.map(one => one.have)).toEqual([[], [a.version, b.version]])
  expect(parts).toEqual([3, 1])
})

test('what has changed takes the place of what is shown: only what is new to the page is told to be on its way', async () => {
  const [a, b, fresh] = [stored(), stored(), stored()]
  const [once, twice] = [stored('opened', a.id), stored('answered', a.id)]
  answers({ requests: [a, b] }, { requests: [once, fresh], gone: [a.version] }, { requests: [twice] })
  const book = newBook()
  await fetchRequests(session, book)
  const parts: number[] = []
  const tell = ({ left }: { readonly left: number }): unknown => parts.push(left)
  await fetchRequests(session, book, [], tell)
  expect(parts).toEqual([1])
  await fetchRequests(session, book, [], tell)
  expect(parts).toEqual([1])
  expect(book.opened.get(a.id)?.stored.state).toBe('answered')
})

test('an answer that is cut and brings nothing is not taken for all there is', async () => {
  const a = stored('new')
  answers({ requests: [a], left: 1 }, { left: 1 })
  const book = newBook()
  await expect(fetchRequests(session, book)).rejects.toMatchObject({ problem: 'unexpected' })
  expect([...book.opened.keys()]).toEqual([a.id])
})

test('what is here is neither fetched nor opened again; what has changed replaces it, what is gone goes', async () => {
  const [a, b, c] = [stored(), stored(), stored()]
  const changed = stored('opened', b.id)
  answers({ requests: [a, b, c] }, {}, { requests: [changed], gone: [b.version, c.version] }, {}, {})
  const book = newBook()
  const first = await fetchRequests(session, book)
  const second = await fetchRequests(session, book)
  // The very same list: the page need not be drawn again.
  expect(second.requests).toBe(first.requests)
  const third = await fetchRequests(session, book)
  expect(third.requests.map(one => one.stored.version).sort()).toEqual([a.version, changed.version].sort())
  expect([...asked[2]!.have].sort()).toEqual([a.version, b.version, c.version].sort())
  // One that has gone may only be done with: it is asked for once more, and does not come when it is erased.
  expect(asked[3]).toMatchObject({ done: false, also: [c.id] })
  expect(asked).toHaveLength(4)
  await fetchRequests(session, book)
  expect([...asked[4]!.have].sort()).toEqual([a.version, changed.version].sort())
})

test('what staff are done with stays shut until somebody looks, except what was here before', async () => {
  const [waits, closed] = [stored(), stored()]
  const isClosed = stored('closed', closed.id)
  const done = { finished: 7, junk: 1 }
  answers(
    { requests: [waits, closed], done },
    { gone: [closed.version], done: { finished: 8, junk: 1 } },
    { requests: [isClosed], done },
    { requests: [stored('junk')] },
  )
  const book = newBook()
  expect((await fetchRequests(session, book)).done).toEqual(done)
  const second = await fetchRequests(session, book)
  expect([ids(second.requests).sort(), second.done]).toEqual([[waits.id, closed.id].sort(), done])
  expect(second.requests.find(one => one.stored.id === closed.id)?.stored.state).toBe('closed')
  book.isDoneWanted = true
  expect((await fetchRequests(session, book)).requests).toHaveLength(3)
  expect(asked.map(one => one.done)).toEqual([false, false, false, true])
})

test('a request that lies open is fetched also when staff are done with it', async () => {
  const closed = stored('closed')
  answers({ requests: [closed] }, {})
  const book = newBook()
  await fetchRequests(session, book, [closed.id])
  await fetchRequests(session, book, [closed.id])
  expect(asked.map(one => one.also)).toEqual([[closed.id], undefined])
})

test('what the page asks for by itself says so, all other asking does not', async () => {
  answers({}, {})
  await fetchRequests(session, newBook(), [], undefined, true)
  await fetchRequests(session)
  expect(asked.map(one => (one as { quiet?: boolean }).quiet)).toEqual([true, undefined])
})
