import { createSolver } from '../../client/proof/index.ts'
import { PROOF_WORKER } from '../../client/trusted-types.ts'
import { trusted } from './workers.ts'

/** Solves a proof of work off the main thread: staff are asked for one when others flood the sign-in. */
export const solveInWorker = createSolver(() => trusted(PROOF_WORKER))
