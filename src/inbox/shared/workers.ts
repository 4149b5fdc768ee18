import { PROOF_WORKER, trustOnly } from '../../client/trusted-types.ts'
import openingWorker from '../opening/worker.ts?worker&url'

/** Where the program is that opens what is sealed. */
export const OPENING_WORKER: string = openingWorker

/** The page's one policy: these two programs may run beside it, and no others. */
export const trusted = trustOnly([PROOF_WORKER, OPENING_WORKER])
