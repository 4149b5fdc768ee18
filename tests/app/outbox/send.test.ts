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
function askingFor(proofs: number): (string | null)[] {
  const brought: (string | null)[] = []
  vi.stubGlobal('fetch', (address: string, { headers }: { headers: Headers }) => {
    if (address.includes('recipients')) return Promise.resolve(json(503, {}))
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
