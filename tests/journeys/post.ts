import { challenge, MOST_PROOFS, PROOF_HEADER } from '../../src/core/contract/index.ts'
import { solve } from '../../src/client/proof/solve.ts'
import type { TestServer } from './server.ts'

/**
 * Calls the intake as a phone does: whenever it asks for a proof of work, that is solved.
 *
 * @param token the mailbox token, where the call is about one
 * @throws Error when it is not taken
 */
export async function post(
  server: TestServer,
  path: string,
  body: object,
  token?: string,
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const send = (): Promise<Response> =>
    fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  let answer = await send()
  for (let proofs = 0; answer.status === 429 && proofs < MOST_PROOFS; proofs++) {
    const posed = challenge.parse(await answer.json())
    headers.set(PROOF_HEADER, (await solve(posed.challenge)) ?? '')
    answer = await send()
  }
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
  return answer
}
