import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { SEALED_BYTES, type StaffRequest } from '../../../src/core/contract/index.ts'
import { fetchRequests } from '../../../src/inbox/model/requests.ts'
import type { Session } from '../../../src/inbox/session/session.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const stored = (): StaffRequest => ({
  id: randomUUID(),
  version: 'AAAAAAAAAAA',
  receivedOn: '2026-01-10',
  state: 'new',
  stateOn: '2026-01-10',
  sealed: randomBytes(SEALED_BYTES[0]).toString('base64url'),
  messages: [],
  notes: [],
  bookings: [],
})

/** A member without a key: what is fetched stays shut, which is enough here. */
const session = { teams: [] as const } as Partial<Session> as Session

test('the list holds the requests of every page', async () => {
  const pages = [[stored(), stored()], [stored()], [stored()]]
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    const page = pages[asked.push(path) - 1] ?? []
    const next = asked.length < pages.length ? page.at(-1)!.id : undefined
    return Promise.resolve(new Response(JSON.stringify({ requests: page, next })))
  })
  const opened = await fetchRequests(session)
  expect(opened.map(one => one.stored.id).sort()).toEqual(
    pages.flatMap(page => page.map(one => one.id)).sort(),
  )
  expect(asked).toEqual([
    '/api/staff/requests',
    `/api/staff/requests?after=${pages[0]![1]!.id}`,
    `/api/staff/requests?after=${pages[1]![0]!.id}`,
  ])
})
