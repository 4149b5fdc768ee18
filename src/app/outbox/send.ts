import { PROOF_HEADER } from '../../core/contract/index.ts'
import { isOnline } from '../phone/online.ts'
import { canBeOpened, decide, type Reply } from './decide.ts'
import type { Outcome, SealedTo, Waiting } from './types.ts'

/** Solves a challenge to the value of the proof header; null when it could not be done in time. */
export type Prove = (challenge: unknown) => Promise<string | null>

/** Milliseconds after which a try counts as unanswered. Fourteen kB on a poor line take a few seconds. */
const PATIENCE = 30_000
/** A challenge can run out or be spent while it is solved; after this many the intake is left in peace for a while. */
const MOST_PROOFS = 2

/** One try at the intake. Never throws for what a network or a server does. */
export async function sendOnce(entry: Waiting, sealedTo: SealedTo, prove: Prove): Promise<Outcome> {
  const served = await ask('/api/recipients')
  if (served?.status === 200 && !canBeOpened(sealedTo, served.body))
    return { kind: 'needs-you', why: 'keys-changed' }

  let proof: string | null = null
  for (let proofs = 0; ; proofs++) {
    const reply = await ask(...post(entry, proof))
    if (!reply) return { kind: 'waiting', why: isOnline() ? 'server' : 'offline' }
    const decision = decide(entry, reply, Date.now())
    if (decision.kind !== 'prove') return decision
    proof = proofs < MOST_PROOFS ? await prove(decision.challenge) : null
    if (proof === null) return { kind: 'waiting', why: 'busy' }
  }
}

function post(entry: Waiting, proof: string | null): [path: string, init: RequestInit] {
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (proof !== null) headers.set(PROOF_HEADER, proof)
  const { id, sealed, mailbox, slotIds } = entry
  if (entry.purpose === 'message') {
    headers.set('Authorization', `Bearer ${mailbox}`)
    return ['/api/mailbox/messages', { method: 'POST', headers, body: JSON.stringify({ id, sealed }) }]
  }
  const body = JSON.stringify({ id, sealed, mailbox, ...(slotIds.length > 0 && { slotIds }) })
  return ['/api/requests', { method: 'POST', headers, body }]
}

/** The reply, or null when none came: no network, no server, too slow, or sent elsewhere (a café's network). */
async function ask(path: string, init: RequestInit = {}): Promise<Reply | null> {
  const stop = new AbortController()
  const timer = setTimeout(() => {
    stop.abort()
  }, PATIENCE)
  try {
    const response = await fetch(path, {
      ...init,
      signal: stop.signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const text = await response.text()
    return { status: response.status, body: parsed(text), retryAfter: response.headers.get('Retry-After') }
  } catch (error) {
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'AbortError'))
      return null
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
