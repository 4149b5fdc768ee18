import { afterEach, expect, test, vi } from 'vitest'
import { PROOF_HEADER } from '../../src/core/contract/index.ts'
import { call } from '../../src/inbox/shared/api.ts'
import { solve } from '../../src/client/proof/solve.ts'
import { fromInbox, startTestIntake } from '../intake/http/intake.ts'

vi.mock('../../src/inbox/shared/proof.ts', () => ({
  solveInWorker: (challenge: unknown) => solve(challenge),
}))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('when others flood the sign-in, the inbox proves its work and gets in', async () => {
  const { app } = await startTestIntake({ signIns: { burst: 1, perSecond: 1 / 3600 } })
  const proofs: (string | null)[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    proofs.push(headers.get(PROOF_HEADER))
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { ...Object.fromEntries(headers), ...fromInbox },
    })
    return new Response(answer.body, { status: answer.statusCode })
  })
  const ask = () => call('challenge', {})
  await ask()
  expect(proofs).toEqual([null])
  expect((await ask()).nonce).toHaveLength(43)
  expect(proofs).toEqual([null, null, expect.any(String)])
})

test('a refusal without a challenge is the member’s to read', async () => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(
        JSON.stringify({ type: 'urn:foerste-snak:problem:slow-down', title: 'Slow down', status: 429 }),
        { status: 429 },
      ),
    ),
  )
  await expect(call('challenge', {})).rejects.toMatchObject({
    problem: 'slow-down',
  })
})
