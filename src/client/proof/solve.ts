import { solveChallenge as solveAltcha } from 'altcha-lib'
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2'
import { deriveKey as sha } from 'altcha-lib/algorithms/web/sha'
import type { Challenge } from 'altcha-lib/types'

/**
 * Milliseconds after which solving is given up. Counted here, and not from the challenge's own time: a phone whose clock
 * is years off would find every challenge run out.
 */
const PATIENCE = 540_000

/**
 * Solves a challenge where it is called: in a worker, never on a page's own thread.
 *
 * @returns the value of the proof header, base64url JSON `{ challenge, solution }`; null when it took too long.
 * @throws Error for what is no challenge, or an algorithm that is not known.
 */
export async function solve(challenge: unknown): Promise<string | null> {
  const posed = challenge as Partial<Challenge> | null // from the intake; altcha checks what it uses of it
  if (!posed?.parameters) throw new Error('this is no challenge')
  const { parameters, signature } = posed
  const deriveKey = parameters.algorithm.startsWith('PBKDF2/') ? pbkdf2 : sha
  const solution = await solveAltcha({ challenge: { parameters }, deriveKey, timeout: PATIENCE })
  if (!solution) return null
  const proof = {
    challenge: { parameters, signature },
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
  }
  return btoa(JSON.stringify(proof)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
