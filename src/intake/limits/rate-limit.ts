import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROOF_HEADER } from '../../core/contract/index.ts'
import { createClientNames, type Network } from './client.ts'
import { createCounts, type Lane, type Rates } from './counts.ts'
import type { Rate } from './limits.ts'
import { createPrices } from './prices.ts'
import { refuse } from '../problems.ts'
import type { ProofAct, Proofs, Spent } from './proofs.ts'
import type { Moment } from '../store/moment.ts'

/** An `onRequest` hook: what has answered ends there. */
export type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

export type Gate = {
  /**
   * A hook for a route: lets through what is within its rate, else answers 429. No route is ever shut: a solved proof
   * gets past every limit, and a booking always needs one. Under flood proofs get dearer, up to an end.
   */
  admit(lane: Lane): Hook
  /** Whether a request that wishes for times brought a proof for a booking; else answers 429 with a challenge. */
  paidForBooking(request: FastifyRequest, reply: FastifyReply): Promise<boolean>
  /** A time was booked: the next ones get dearer for this network, and in an hour of many for all. */
  booked(request: FastifyRequest): void
  /** Whether a member who is signed in is within their own rate, whatever their neighbours do; else answers 429. */
  admitMember(member: string, reply: FastifyReply): boolean
  /** Counts a token that opened nothing. */
  wrongToken(request: FastifyRequest): void
}

/** Counts calls by address and kind. Past a limit a proof of work lets one through, or it is put off. Times are in milliseconds since 1970. */
export function createGate(options: {
  readonly proofs: Proofs
  readonly now: () => number
  readonly moment: () => Moment
  readonly rates?: Partial<Rates>
  readonly together?: Rate
  readonly signIns?: Rate
}): Gate {
  const { proofs, now, moment } = options
  const namesOf = createClientNames(now)
  const counts = createCounts(options)
  const prices = createPrices(now)
  const paid = new WeakMap<FastifyRequest, ProofAct>()

  /** Looks at the proof a call brings and spends it. One that was solved for far less than is asked now buys nothing. */
  async function pay(request: FastifyRequest, networks: readonly Network[]): Promise<Spent | null> {
    const header = request.headers[PROOF_HEADER]
    if (typeof header !== 'string') return null
    const spent = await proofs.spend(header, one => prices.level(one, networks), moment())
    if (!spent?.isEnough) return spent
    paid.set(request, spent.act)
    prices.proved(networks)
    return spent
  }

  async function ask(
    reply: FastifyReply,
    act: ProofAct,
    networks: readonly Network[],
    wait: number,
  ): Promise<void> {
    void reply.header('Retry-After', Math.max(1, wait))
    await refuse(reply, 'slow-down', await proofs.pose(act, prices.level(act, networks)))
  }

  return {
    admit: lane => async (request, reply) => {
      const networks = namesOf(request.ip)
      const act: ProofAct = lane === 'bookings' ? 'booking' : 'call'
      // A proof is looked at first, so that nobody else's use of the same address can stand in its way.
      const brought = await pay(request, networks)
      if (brought?.isEnough && (brought.act === 'booking' || brought.act === act)) return undefined
      const wait = counts.take(lane, networks)
      if (wait === 0 && act !== 'booking') return undefined
      // One who came to book is asked for what a booking costs now: a proof for the call alone would be followed by it.
      await ask(reply, brought?.act ?? act, networks, wait)
      return reply
    },
    async paidForBooking(request, reply) {
      if (paid.get(request) === 'booking') return true
      await ask(reply, 'booking', namesOf(request.ip), 0)
      return false
    },
    booked(request) {
      prices.booked(namesOf(request.ip))
    },
    admitMember(member, reply) {
      const wait = counts.takeMember(member)
      if (wait === 0) return true
      void refuse(reply.header('Retry-After', wait), 'slow-down')
      return false
    },
    wrongToken(request) {
      counts.wrongToken(namesOf(request.ip))
    },
  }
}
