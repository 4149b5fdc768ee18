import proofWorker from './proof/worker.ts?worker&url'

/** Where the program is that solves proofs of work. */
export const PROOF_WORKER: string = proofWorker

type Factory = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown }
}

/**
 * The one policy of a page (Trusted Types, W3C draft §3.2): these addresses can become scripts, no text can. A page may
 * make it once.
 *
 * @returns the address as the browser takes it: in browsers with Trusted Types a TrustedScriptURL, which the DOM's types
 * do not know yet.
 */
export function trustOnly(addresses: readonly string[]): (address: string) => string {
  const allowed = new Set(addresses)
  const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('foerste-snak', {
    createScriptURL(address) {
      if (!allowed.has(address)) throw new TypeError('only our own workers may run')
      return address
    },
  })
  return address => (policy ? (policy.createScriptURL(address) as string) : address)
}
