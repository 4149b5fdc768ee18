import { solveChallenge as solveAltcha } from 'altcha-lib'
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2'
import { deriveKey as sha } from 'altcha-lib/algorithms/web/sha'
import * as z from 'zod/mini'

/** An altcha 2 challenge; the signature is for the intake and is given back as it came. */
const posed = z.looseObject({
  parameters: z.looseObject({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.int(),
    keyLength: z.int(),
    keyPrefix: z.string(),
  }),
})

/**
 * Solves a challenge where it is called: in a worker, never on a page's own thread.
 *
 * @param expires seconds since 1970; after that it is given up.
 * @returns the value of the proof header, base64url JSON `{ challenge, solution }`; null when it ran out.
 * @throws ZodError for what is no challenge, Error for an algorithm that is not known.
 */
export async function solve(challenge: unknown, expires: number): Promise<string | null> {
  const { parameters, ...rest } = posed.parse(challenge)
  const deriveKey = parameters.algorithm.startsWith('PBKDF2/') ? pbkdf2 : sha
  const timeout = Math.max(1, expires * 1000 - Date.now())
  const solution = await solveAltcha({ challenge: { parameters }, deriveKey, timeout })
  if (!solution) return null
  const proof = {
    challenge: { ...rest, parameters },
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
  }
  return btoa(JSON.stringify(proof)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
