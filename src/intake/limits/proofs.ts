import { randomBytes, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import * as z from 'zod/mini'
import type { Moment } from '../store/moment.ts'
import type { AccessStore } from '../store/roles/access-store.ts'

/** What a proof lets through. One solved for a cheap act does not buy a dear one. */
export type ProofAct = 'call' | 'booking'

/** Iterations of PBKDF2 for one guess. One guess costs the intake, which makes the challenge, well under 1 ms. */
const ITERATIONS_A_GUESS = 1_000
/** Guesses needed on average when nobody floods: about 0.1 s on a slow phone, 0.3 s for a booking. */
const CALM_GUESSES: { readonly [A in ProofAct]: number } = { call: 100, booking: 200 }
/** However hard the flood, a slow phone gets through in less than a minute. */
const MOST_GUESSES = 6_400
/** Seconds in which a challenge can be solved and sent: longer than the hardest takes on a poor phone. */
const GOOD_FOR_SECONDS = 600

/** What the phone sends, as base64url JSON: altcha's own payload. Anything unsigned in it is refused below. */
const payload = z.object({
  challenge: z.object({ parameters: z.looseObject({ expiresAt: z.int() }), signature: z.string() }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
})

/** What we put into a challenge, under its signature. */
const paidFor = z.object({ act: z.enum(['call', 'booking']), guesses: z.int() })

/** What a solved challenge of ours was for, and whether it buys that now. */
export type Spent = { readonly act: ProofAct; readonly isEnough: boolean }

export type PosedChallenge = { challenge: Challenge; cost: number; expires: number }

export type Proofs = {
  /** @param level doublings of the calm cost. `cost` is the expected number of PBKDF2 iterations. */
  pose(act: ProofAct, level: number): Promise<PosedChallenge>
  /**
   * Spends a solved challenge of ours; null when it is none. It is enough if it is in time, was not spent before and
   * cost at least half of what is asked now: one bought in the calm and kept for a storm buys nothing.
   *
   * @param level doublings that are asked of this caller now.
   */
  spend(header: string, level: (act: ProofAct) => number, at: Moment): Promise<Spent | null>
}

/**
 * Proofs of work by altcha 2: a signed challenge asks for the counter whose PBKDF2 key begins with the signs in it. The counter is
 * drawn evenly from 1 to twice the wished number, so the work has an upper end and nobody can begin further on.
 *
 * @param secret signs challenges; two processes behind one address must share it (setting `PROOF_SECRET`).
 */
export function createProofs(
  store: Pick<AccessStore, 'spendProof'>,
  now: () => number,
  secret: string = randomBytes(32).toString('base64url'),
): Proofs {
  const secrets = { hmacSignatureSecret: `challenge ${secret}`, hmacKeySignatureSecret: `key ${secret}` }

  return {
    async pose(act, level) {
      const guesses = guessesFor(act, level)
      const expires = Math.floor(now() / 1000) + GOOD_FOR_SECONDS
      const challenge = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: ITERATIONS_A_GUESS,
        counter: randomInt(1, guesses * 2 + 1),
        data: { act, guesses },
        expiresAt: expires,
        deriveKey,
        ...secrets,
      })
      return { challenge, cost: guesses * ITERATIONS_A_GUESS, expires }
    },

    async spend(header, level, at) {
      const sent = payload.safeParse(decode(header)).data
      if (!sent) return null
      // Sound: a payload whose parameters are not exactly ours fails the signature, which covers them all.
      const challenge = sent.challenge as unknown as Challenge & { signature: string }
      const { verified } = await verifySolution({
        challenge,
        solution: sent.solution,
        deriveKey,
        ...secrets,
      })
      const { expiresAt = 0, data } = challenge.parameters
      const bought = paidFor.safeParse(data).data
      if (!verified || !bought) return null
      const { act, guesses } = bought
      const isInTime = expiresAt * 1000 >= at.now
      const isDear = guesses * 2 >= guessesFor(act, level(act))
      const isEnough = isInTime && isDear && (await store.spendProof(challenge.signature, expiresAt, at))
      return { act, isEnough }
    },
  }
}

/** Guesses needed on average. */
function guessesFor(act: ProofAct, level: number): number {
  return Math.min(MOST_GUESSES, CALM_GUESSES[act] * 2 ** level)
}

/** The JSON in a header; undefined when there is none in it. */
function decode(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
