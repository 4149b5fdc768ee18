import { createSolver } from '../../client/proof/index.ts'
import { proofWorkerAddress } from '../trusted-types.ts'

/** Solves a proof of work off the main thread, or on the page where the phone has no worker. */
export const solveInWorker = createSolver(proofWorkerAddress)
