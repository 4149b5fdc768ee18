import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IntakeError } from '../../../src/inbox/shared/failure.ts'
import { aSession, opened } from '../made-up.ts'
import type { T } from '../../../src/inbox/shared/copy.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const fakes = vi.hoisted(() => ({ fetchRequest: vi.fn() }))
vi.mock('../../../src/inbox/opening/opener.ts', () => fakes)
const { sendCancel, cancelBookings, calledOff, prepareCancel } =
  await import('../../../src/inbox/slots/cancel.ts')

const requestId = '00000000-0000-4000-8000-000000000001'
const word = { requestId, id: '00000000-0000-4000-8000-000000000002', sealed: 'x', answers: false }
let asked: string[] = []

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body: string }) => {
    asked.push(`${method} ${path} ${body}`)
    if (method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }))
    const answer = path.endsWith('/replies') ? { id: word.id, on: '2026-11-22' } : { cancelled: 1 }
    return Promise.resolve(new Response(JSON.stringify(answer)))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('the word goes first, then the booking, and the time last', async () => {
  await sendCancel({
    words: [{ booking: { id: 'b', requestId, slotId: 's', kind: 'youth-talk' }, prepared: word }],
    silent: [],
    moved: [],
    ids: ['b'],
    withdraws: ['s'],
  })
  expect(asked).toEqual([
    `POST /api/staff/requests/${requestId}/replies {"id":"${word.id}","sealed":"x","answers":false}`,
    'POST /api/staff/bookings/cancel {"ids":["b"]}',
    'DELETE /api/staff/slots {"ids":["s"]}',
  ])
})

test('only the young, whose talks are counted, are told that this one is not', () => {
  // Only its key is looked at.
  const say = ((key: string) => key) as unknown as T
  expect(calledOff('youth-talk', say)).toBe('cancel.messageCounted')
  expect(calledOff('adult-talk', say)).toBe('cancel.message')
  expect(calledOff('relatives-course', say)).toBe('cancel.messageCourse')
})

test('a time that others may book stays', async () => {
  await sendCancel({ words: [], silent: [], moved: [], ids: ['b'], withdraws: [] })
  expect(asked).toEqual(['POST /api/staff/bookings/cancel {"ids":["b"]}'])
})

test('a time that somebody else has booked meanwhile stays, and the others go', async () => {
  const taken = JSON.stringify({ type: 'urn:foerste-snak:problem:slot-booked', title: 'x', status: 409 })
  vi.stubGlobal('fetch', (_: string, { method, body }: { method: string; body: string }) =>
    Promise.resolve(
      method === 'POST'
        ? new Response('{"cancelled":2}')
        : body.includes('first')
          ? new Response(taken, { status: 409 })
          : new Response(null, { status: 204 }),
    ),
  )
  const done = await sendCancel({
    words: [],
    silent: [],
    moved: [],
    ids: ['a', 'b'],
    withdraws: ['first', 'second'],
  })
  expect(done.rebooked).toEqual(['first'])
})

test('more bookings than the contract takes at once go in portions', async () => {
  await cancelBookings(Array.from({ length: 101 }, (_, n) => `b${n}`))
  expect(asked).toHaveLength(2)
})

test('a person whose request is not open yet is told all the same, and one who cannot be is named', async () => {
  const there = opened(requestId)
  const fetched = vi.fn((_: unknown, id: string) =>
    id === requestId ? Promise.resolve(there) : Promise.reject(new IntakeError('not-found')),
  )
  fakes.fetchRequest.mockImplementation(fetched)
  const booking = (id: string, of: string) =>
    ({ id, requestId: of, slotId: 's', kind: 'adult-talk' }) as const
  const known = [booking('b', requestId), booking('c', 'gone')]
  const made = await prepareCancel(aSession(), known, [], { text: 'Aflyst', withdraws: [] })
  expect(made.silent).toEqual([known[1]])
  expect(made.words.length + made.moved.length).toBe(1)
})
