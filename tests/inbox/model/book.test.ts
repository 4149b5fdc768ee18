import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestState, StaffRequest } from '../../../src/core/contract/index.ts'
import { SEALED_BYTES } from '../../../src/core/contract/encoding.ts'
import type { Session } from '../../../src/inbox/session/session.ts'
import { fetchRequests, newBook } from '../../../src/inbox/model/book.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const length = SEALED_BYTES
const stored = (state: RequestState = 'new', id: string = randomUUID()): StaffRequest => ({
  id,
  version: randomBytes(8).toString('base64url'),
  receivedOn: '2026-01-10',
  state,
  stateOn: '2026-01-10',
  sealed: randomBytes(length).toString('base64url'),
  messages: [],
  notes: [],
  bookings: [],
})

/** A member without a key: what is fetched stays shut, which is enough here. */
const session = { teams: [] as const } as unknown as Session

type Answer = { requests: StaffRequest[]; gone?: string[]; more?: boolean }
let asked: string[][] = []
const answers = (...those: Answer[]): void => {
  vi.stubGlobal('fetch', (path: string, init: { body: string }) => {
    expect(path).toBe('/api/staff/requests/changes')
    asked.push((JSON.parse(init.body) as { have: string[] }).have)
    const { requests, gone = [], more = false } = those[asked.length - 1]!
    return Promise.resolve(new Response(JSON.stringify({ requests, gone, more })))
  })
}
const ids = (all: readonly { stored: StaffRequest }[]): string[] => all.map(one => one.stored.id)

beforeEach(() => {
  asked = []
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('an answer that was cut is asked on for; what waits for an answer is opened first', async () => {
  const [a, b, c] = [stored('closed'), stored('answered'), stored('new')]
  answers({ requests: [a, b], more: true }, { requests: [c] })
  expect(ids(await fetchRequests(session))).toEqual([c.id, b.id, a.id])
  expect(asked).toEqual([[], [a.version, b.version]])
})

test('what is here is neither fetched nor opened again; what has changed replaces it, what is gone goes', async () => {
  const [a, b, c] = [stored(), stored(), stored()]
  const changed = stored('opened', b.id)
  answers({ requests: [a, b, c] }, { requests: [] }, { requests: [changed], gone: [b.version, c.version] })
  const book = newBook()
  const first = await fetchRequests(session, book)
  const second = await fetchRequests(session, book)
  expect(second).toEqual(first)
  expect(second.every(one => first.includes(one))).toBe(true)
  const third = await fetchRequests(session, book)
  expect(third.map(one => one.stored.version).sort()).toEqual([a.version, changed.version].sort())
  expect(asked[2]!.sort()).toEqual([a.version, b.version, c.version].sort())
})
