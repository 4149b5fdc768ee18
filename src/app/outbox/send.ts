import { exchange, type Asked } from '../../client/exchange.ts'
import type { Solve } from '../../client/prove.ts'
import { type Call, citizenCalls, MOST_PROOFS } from '../../core/contract/calls.ts'
import { isOnline } from '../phone/online.ts'
import { canBeOpened, decide } from './decide.ts'
import type { Outcome, SealedTo, Waiting } from './types.ts'

/** Milliseconds after which a try counts as unanswered. Fourteen kB on a poor line take a few seconds. */
const PATIENCE = 30_000

/** One try at the intake. Never throws for what a network or a server does. */
export async function sendOnce(entry: Waiting, sealedTo: SealedTo, solve: Solve): Promise<Outcome> {
  const served = await exchange(citizenCalls.recipients, { patience: PATIENCE })
  if (served?.status === 200 && !canBeOpened(sealedTo, served.body))
    return { kind: 'needs-you', why: 'keys-changed' }

  const [call, asked] = post(entry)
  let proof: string | null = null
  for (let proofs = 0; ; proofs++) {
    const reply = await exchange(call, { ...asked, proof })
    if (!reply) return { kind: 'waiting', why: isOnline() ? 'server' : 'offline' }
    const decision = decide(entry, reply, Date.now())
    if (decision.kind !== 'prove') return decision
    proof = proofs < MOST_PROOFS ? await solve(decision.challenge) : null
    if (proof === null) return { kind: 'waiting', why: 'busy' }
  }
}

function post({ id, sealed, mailbox, slotIds, purpose }: Waiting): [call: Call, asked: Asked] {
  if (purpose === 'message')
    return [citizenCalls.sendMessage, { patience: PATIENCE, token: mailbox, body: { id, sealed } }]
  const body = { id, sealed, mailbox, ...(slotIds.length > 0 && { slotIds }) }
  return [citizenCalls.sendRequest, { patience: PATIENCE, body }]
}
