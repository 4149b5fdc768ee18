import { createSolver } from '../../client/proof/index.ts'
import { proofWorkerAddress } from '../trusted-types.ts'

/** Solves a proof of work off the main thread, or on the page where the phone has no worker. */
export const solveInWorker = createSolver(proofWorkerAddress)

/** The same from the contract's own shape: `{ challenge, cost, expires }`, as in a 429. */
export function solveChallenge(posed: {
  readonly challenge: unknown
  readonly expires: number
}): Promise<string | null> {
  return solveInWorker(posed.challenge, posed.expires)
}
