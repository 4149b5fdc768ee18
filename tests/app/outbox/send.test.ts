import { afterEach, expect, test, vi } from 'vitest'
import { sendOnce } from '../../../src/app/outbox/send.ts'
import type { Waiting } from '../../../src/app/outbox/types.ts'
import { MOST_PROOFS, PROOF_HEADER } from '../../../src/core/contract/index.ts'

const id = '3f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11'
const entry: Waiting = {
  id,
  sealed: 'AAAA',
  mailbox: 'BBBB',
  slotIds: ['8a51bd0e-2c0f-4ad0-9c58-5f8a26dd1d21'],
  madeOn: '2026-11-22',
  purpose: 'request',
}

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status })

/** An intake that asks for so many proofs before it takes a request; the proofs that came. */
function askingFor(proofs: number, keys = json(503, {})): (string | null)[] {
  const brought: (string | null)[] = []
  vi.stubGlobal('fetch', (address: string, { headers }: { headers: Headers }) => {
    if (address.includes('recipients')) return Promise.resolve(keys)
    brought.push(headers.get(PROOF_HEADER))
    if (brought.length > proofs)
      return Promise.resolve(json(201, { id, receivedOn: '2026-11-22', slot: null }))
    const asked = {
      type: 'urn:foerste-snak:problem:slow-down',
      title: 'Slow down',
      status: 429,
      challenge: { parameters: { n: brought.length } },
      cost: 1,
      expires: Math.floor(Date.now() / 1000) + 600,
    }
    return Promise.resolve(json(429, asked))
  })
  return brought
}
const solve = (posed: unknown): Promise<string> => Promise.resolve(JSON.stringify(posed))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('at a busy address call and time are paid for, and both again when somebody beside has booked', async () => {
  const brought = askingFor(MOST_PROOFS)
  expect(await sendOnce(entry, ['a', 'b'], solve)).toMatchObject({ kind: 'sent' })
  expect(brought).toEqual([null, ...[1, 2, 3, 4].map(n => JSON.stringify({ parameters: { n } }))])
})

test('no more proofs are made than are ever asked for, and then it waits', async () => {
  const brought = askingFor(MOST_PROOFS + 1)
  const solved = vi.fn(solve)
  expect(await sendOnce(entry, ['a', 'b'], solved)).toEqual({ kind: 'waiting', why: 'busy' })
  expect(solved).toHaveBeenCalledTimes(MOST_PROOFS)
  expect(brought).toHaveLength(MOST_PROOFS + 1)
})

test('nothing leaves for a house with another recovery key', async () => {
  const keys = json(200, { recipients: ['age1pq1team', 'age1pq1other'], fingerprint: 'a'.repeat(64) })
  const brought = askingFor(0, keys)
  expect(await sendOnce(entry, ['age1pq1team', 'age1pq1recovery'], solve)).toEqual({
    kind: 'needs-you',
    why: 'keys-changed',
  })
  expect(brought).toEqual([])
})

test.each([
  [{ slotIds: [] }, '/api/requests', null, { id, sealed: 'AAAA', mailbox: 'BBBB' }],
  [{}, '/api/requests', null, { id, sealed: 'AAAA', mailbox: 'BBBB', slotIds: entry.slotIds }],
  [{ purpose: 'message' }, '/api/mailbox/messages', 'Bearer BBBB', { id, sealed: 'AAAA' }],
] as const)('what leaves for %j is that and no more', async (what, address, authorization, body) => {
  const left: unknown[] = []
  vi.stubGlobal('fetch', (to: string, { headers, body: said }: { headers: Headers; body: string | null }) => {
    if (said !== null) left.push([to, headers.get('authorization'), JSON.parse(said)])
    return Promise.resolve(json(503, {}))
  })
  expect(await sendOnce({ ...entry, ...what }, ['a', 'b'], solve)).toEqual({ kind: 'waiting', why: 'server' })
  expect(left).toEqual([[address, authorization, body]])
})
