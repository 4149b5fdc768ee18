import { PROOF_WORKER, trustOnly } from '../client/trusted-types.ts'
import { SEALING_WORKER } from './sealing/worker-address.ts'

const SERVICE_WORKER = '/sw.js'

const trusted = trustOnly([SERVICE_WORKER, PROOF_WORKER, SEALING_WORKER])

/** Where the service worker lies, as browsers with Trusted Types want it: this address and those below, and no others. */
export function serviceWorkerAddress(): string {
  return trusted(SERVICE_WORKER)
}

/** Where the worker lies that solves proofs of work. */
export function proofWorkerAddress(): string {
  return trusted(PROOF_WORKER)
}

/** Where the worker lies that seals and opens. */
export function sealingWorkerAddress(): string {
  return trusted(SEALING_WORKER)
}
