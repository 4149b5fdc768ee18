import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { sendOnce } from '../../src/app/outbox/send.ts'
import { call } from '../../src/app/replies/intake.ts'
import type { Solve } from '../../src/client/prove.ts'
import { citizenCalls, MOST_PROOFS, PROOF_HEADER } from '../../src/core/contract/index.ts'
import { makeCall } from '../../src/inbox/shared/calling.ts'

const solve = (): Promise<string> => Promise.resolve('solved')
const solving = vi.hoisted(() => ({ breaks: false }))
vi.mock('../../src/app/proof/index.ts', () => ({
  solveInWorker: () =>
    solving.breaks ? Promise.reject(new TypeError('no script')) : Promise.resolve('solved'),
}))

/** An intake that asks for a proof whatever it is brought; the proofs that came. */
function askingOnAndOn(): (string | null)[] {
  const brought: (string | null)[] = []
  vi.stubGlobal('fetch', (address: string, { headers }: { headers: Headers }) => {
    if (address.includes('recipients')) return Promise.resolve(new Response('{}', { status: 503 }))
    brought.push(headers.get(PROOF_HEADER))
    const asked = {
      type: 'urn:foerste-snak:problem:slow-down',
      title: 'Slow down',
      status: 429,
      challenge: {},
      cost: 1,
      expires: Math.floor(Date.now() / 1000) + 600,
    }
    return Promise.resolve(new Response(JSON.stringify(asked), { status: 429 }))
  })
  return brought
}

afterEach(() => {
  solving.breaks = false
  vi.unstubAllGlobals()
})

const id = '3f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11'
const waiting = {
  id,
  sealed: 'AAAA',
  mailbox: 'BBBB',
  slotIds: [],
  madeOn: '2026-11-22',
  purpose: 'request',
} as const

test.each([
  ['a request that is sent', () => sendOnce(waiting, ['a', 'b'], solve), { kind: 'waiting', why: 'busy' }],
  [
    'what is done with the code',
    () => call(citizenCalls.giveBack, z.null(), { token: 'BBBB', id }),
    { kind: 'refused', problem: 'slow-down' },
  ],
  [
    'the inbox',
    () => makeCall(solve)('challenge', {}).catch((error: unknown) => error),
    { problem: 'slow-down' },
  ],
])(
  '%s is paid for as often as everything else, and then the intake is let be',
  async (_name, make, comes) => {
    const brought = askingOnAndOn()
    expect(await make()).toMatchObject(comes)
    expect(brought).toEqual([null, ...Array<string>(MOST_PROOFS).fill('solved')])
  },
)

test.each([
  [
    'what is done with the code',
    () => call(citizenCalls.giveBack, z.null(), { token: 'BBBB', id }),
    { kind: 'refused', problem: 'slow-down' },
  ],
  [
    'the inbox',
    (broken: Solve) => makeCall(broken)('challenge', {}).catch((error: unknown) => error),
    { problem: 'slow-down' },
  ],
])('of %s it is told that the intake is busy when its proof cannot be solved', async (_name, make, comes) => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  solving.breaks = true
  const brought = askingOnAndOn()
  expect(await make(() => Promise.reject(new TypeError('no script')))).toMatchObject(comes)
  expect(brought).toHaveLength(1)
  expect(reported).toHaveBeenCalledOnce()
})
