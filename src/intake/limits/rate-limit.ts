import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROOF_HEADER } from '../../core/contract/index.ts'
import { createClientNames } from './client.ts'
import { Buckets, Pressure, type Rate } from './limits.ts'
import { refuse } from '../http/problems.ts'
import type { ProofAct, Proofs } from './proofs.ts'
import type { Moment } from '../store/store.ts'

/** What is counted apart, so that guessing at mailboxes does not use up the right to ask for help. */
export type Lane = 'requests' | 'messages' | 'bookings' | 'mailbox' | 'sign-in' | 'other'

/** Ordinary use by one network (a home, or a whole school or hostel behind one address). */
export const defaultRates: { readonly [L in Lane | 'everything']: Rate } = {
  everything: { burst: 300, perSecond: 10 },
  requests: { burst: 10, perSecond: 1 / 30 },
  messages: { burst: 20, perSecond: 1 / 15 },
  bookings: { burst: 20, perSecond: 1 / 15 },
  mailbox: { burst: 60, perSecond: 1 / 2 },
  'sign-in': { burst: 30, perSecond: 1 / 2 },
  other: { burst: 300, perSecond: 10 },
}
/** What all networks together may write before each caller must prove work: far over a municipality's day. */
export const defaultTogether: Rate = { burst: 120, perSecond: 2 }

export type Rates = typeof defaultRates

/** A reading of an unknown mailbox costs this many more than a known one. */
const WRONG_TOKEN_COSTS = 4

/** An `onRequest` hook: what has answered ends there. */
export type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

export type Gate = {
  /**
   * A hook for a route: lets through what is within its rate, else answers 429. Citizens' routes are never shut: a
   * solved proof gets past every limit, and a booking always needs one. Under flood proofs get dearer, up to an end.
   */
  admit(lane: Lane): Hook
  /** Counts a token that opened nothing. */
  wrongToken(request: FastifyRequest): void
}

export function createGate(options: {
  readonly proofs: Proofs
  readonly now: () => number
  readonly moment: () => Moment
  readonly rates?: Partial<Rates>
  readonly together?: Rate
}): Gate {
  const { proofs, now, moment } = options
  const rates = { ...defaultRates, ...options.rates }
  const nameOf = createClientNames(now)
  const everything = new Buckets(rates.everything, now)
  const lanes = {
    requests: new Buckets(rates.requests, now),
    messages: new Buckets(rates.messages, now),
    bookings: new Buckets(rates.bookings, now),
    mailbox: new Buckets(rates.mailbox, now),
    'sign-in': new Buckets(rates['sign-in'], now),
    other: new Buckets(rates.other, now),
  }
  const together = new Buckets(options.together ?? defaultTogether, now)
  const ownPressure = new Pressure({ calm: 4, halfLifeMs: 600_000 }, now)
  const allPressure = new Pressure({ calm: 100, halfLifeMs: 120_000 }, now)

  async function pass(header: unknown, act: ProofAct, name: string): Promise<boolean> {
    if (typeof header !== 'string' || !(await proofs.spend(header, act, moment()))) return false
    ownPressure.add(name)
    allPressure.add('')
    return true
  }

  return {
    admit: lane => async (request, reply) => {
      const name = nameOf(request.ip)
      const proof = request.headers[PROOF_HEADER]
      const act: ProofAct = lane === 'bookings' ? 'booking' : 'call'
      // A proof is looked at first, so that nobody else's use of the same address can stand in its way.
      if (lane !== 'sign-in' && proof !== undefined && (await pass(proof, act, name))) return undefined

      const writes = lane === 'requests' || lane === 'messages' || lane === 'bookings'
      let wait = everything.take(name)
      if (wait === 0) wait = lanes[lane].take(name)
      // What one caller may not anyway is not taken from what all have together.
      if (wait === 0 && writes) wait = together.take('')
      if (lane === 'bookings') wait = Math.max(1, wait)
      if (wait === 0) return undefined
      void reply.header('Retry-After', wait)
      if (lane === 'sign-in') return refuse(reply, 'slow-down')
      const level = ownPressure.level(name) + allPressure.level('')
      return refuse(reply, 'slow-down', await proofs.pose(act, level))
    },
    wrongToken(request) {
      lanes.mailbox.take(nameOf(request.ip), WRONG_TOKEN_COSTS)
    },
  }
}
