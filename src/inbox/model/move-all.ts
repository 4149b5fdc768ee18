import type { RequestState } from '../../core/contract/index.ts'
import { call } from '../shared/api.ts'
import type { OpenedRequest } from './requests.ts'

/** The most that the contract takes at once (`statesPost`). */
const MOST = 500

/**
 * Moves several on in one act, each from the state it was seen in.
 * @param from where they stand, when that is not what was seen: this page has moved them since
 * @returns the ids of those that stood elsewhere, and were left alone
 * @throws {IntakeError}
 */
export async function moveAll(
  those: readonly OpenedRequest[],
  state: RequestState,
  from?: RequestState,
): Promise<ReadonlySet<string>> {
  const refused = new Set<string>()
  for (let at = 0; at < those.length; at += MOST) {
    const requests = those
      .slice(at, at + MOST)
      .map(({ stored }) => ({ id: stored.id, from: from ?? stored.state, written: stored.written }))
    const answer = await call('moveSeveral', { body: { state, requests } })
    for (const { id } of answer.refused) refused.add(id)
  }
  return refused
}
