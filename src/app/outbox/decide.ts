import * as contract from '../../core/contract/index.ts'
import type { Outcome, Waiting } from './types.ts'

/** What came back over the wire, already read. `body` is undefined when it was no JSON. */
export type Reply = { readonly status: number; readonly body: unknown; readonly retryAfter: string | null }

/** The next thing to do with something that waits. */
export type Decision = Outcome | { readonly kind: 'prove'; readonly challenge: unknown }

/** Longest wait taken from a `Retry-After`, in seconds: a wrong header must not hold a request for weeks. */
const LONGEST_WAIT = 3600

/**
 * Judges an answer. Only what the intake itself says ends the waiting: a page of a café's network, a proxy's error or an
 * answer for another id leaves the request where it is. 413 alone is believed from a proxy too, since it stays so.
 *
 * @param now milliseconds since 1970.
 */
export function decide(entry: Pick<Waiting, 'id' | 'purpose'>, reply: Reply, now: number): Decision {
  if (reply.status === 200 || reply.status === 201) return accepted(entry, reply.body) ?? later('server')
  if (reply.status === 413) return { kind: 'needs-you', why: 'too-large' }

  const problem = contract.problem.safeParse(reply.body).data
  const retryAt = waitUntil(reply.retryAfter, now)
  const name = problem ? contract.nameOf(problem) : null
  switch (name) {
    case 'id-conflict':
      return { kind: 'needs-you', why: 'conflict' }
    case 'erased':
    case 'unknown-mailbox':
      return { kind: 'needs-you', why: 'erased' }
    case 'too-large':
      return { kind: 'needs-you', why: 'too-large' }
    case 'unacceptable':
    case 'not-json':
    case 'wrong-type':
      return { kind: 'needs-you', why: 'unacceptable' }
    case 'slow-down':
      // Whether it is still good is the intake's to say: the phone's clock may be years off.
      if (problem?.challenge !== undefined) return { kind: 'prove', challenge: problem.challenge }
      return later('busy', retryAt)
    case 'slot-taken': // never the answer to a request: a taken time does not lose it
    case 'slot-exists':
    case 'slot-booked':
    case 'slot-changed':
    case 'state-changed':
    case 'team-changed':
    case 'templates-changed':
    case 'no-booking-left':
    case 'not-signed-in':
    case 'sign-in-refused':
    case 'leaders-only':
    case 'not-found':
    case 'method-not-allowed':
    case 'broken':
    case 'not-ready':
    case null: // not the intake: a proxy, an older or newer server
      return reply.status === 429 ? later('busy', retryAt) : later('server', retryAt)
  }
}

function later(why: 'server' | 'busy', retryAt?: number): Outcome {
  return { kind: 'waiting', why, ...(retryAt !== undefined && { retryAt }) }
}

function accepted({ id, purpose }: Pick<Waiting, 'id' | 'purpose'>, body: unknown): Outcome | null {
  if (purpose === 'request') {
    const answer = contract.requestAnswer.safeParse(body).data
    return answer?.id === id ? { kind: 'sent', answer } : null
  }
  const answer = contract.messageAnswer.safeParse(body).data
  return answer?.id === id ? { kind: 'sent', answer: { id, receivedOn: answer.on, slot: null } } : null
}

/** `Retry-After` (RFC 9110 §10.2.3), seconds or a date, as milliseconds since 1970; undefined when there is none. */
export function waitUntil(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000
  return Number.isFinite(seconds) ? now + Math.min(Math.max(seconds, 0), LONGEST_WAIT) * 1000 : undefined
}

/**
 * Whether what was sealed can still be opened at the other end. The team key changes with each epoch and earlier epochs
 * stay openable, so another team key is no reason to hold a request back. The recovery key outlives the epochs: when
 * that is another one, these are another house's keys, and nobody there could open it.
 *
 * @param served body of `GET /api/recipients`; what is not such an answer says nothing and stops nothing.
 */
export function canBeOpened(sealedTo: readonly [team: string, recovery: string], served: unknown): boolean {
  const answer = contract.recipientsAnswer.safeParse(served).data
  return answer === undefined || answer.recipients[1] === sealedTo[1]
}
