import proofWorker from './proof/worker.ts?worker&url'

export const SERVICE_WORKER = '/sw.js'

const allowed: ReadonlySet<string> = new Set([SERVICE_WORKER, proofWorker])

type Factory = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown }
}

/** The one policy of the app (Trusted Types, W3C draft §3.2): two addresses can become scripts, no text can. */
const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('foerste-snak', {
  createScriptURL(address) {
    if (!allowed.has(address)) throw new TypeError('only our own workers may run')
    return address
  },
})

/** In browsers with Trusted Types the value is a TrustedScriptURL, which the DOM's types do not know yet. */
function trusted(address: string): string {
  return policy ? (policy.createScriptURL(address) as string) : address
}

export function serviceWorkerAddress(): string {
  return trusted(SERVICE_WORKER)
}

export function proofWorkerAddress(): string {
  return trusted(proofWorker)
}
