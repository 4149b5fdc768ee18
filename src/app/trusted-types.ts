import { PROOF_WORKER, trustOnly } from '../client/trusted-types.ts'
import { SEALING_WORKER } from './sealing/worker-address.ts'

const SERVICE_WORKER = '/sw.js'

const trusted = trustOnly([SERVICE_WORKER, PROOF_WORKER, SEALING_WORKER])

export function serviceWorkerAddress(): string {
  return trusted(SERVICE_WORKER)
}

export function proofWorkerAddress(): string {
  return trusted(PROOF_WORKER)
}

export function sealingWorkerAddress(): string {
  return trusted(SEALING_WORKER)
}
