import { proofWorkerAddress } from '../trusted-types.ts'
import type { Done, Task } from './worker.ts'

/**
 * Solves a proof of work off the main thread.
 *
 * @param challenge as the intake gave it; `expires` in seconds since 1970.
 * @returns the value of the proof header; null when the challenge ran out first.
 * @throws Error when the challenge makes no sense or the worker cannot start.
 */
export function solveInWorker(challenge: unknown, expires: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(proofWorkerAddress(), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Done>) => {
      worker.terminate()
      if ('failed' in data) reject(new Error(data.failed))
      else resolve(data.proof)
    })
    worker.addEventListener('error', event => {
      worker.terminate()
      reject(new Error(event.message))
    })
    worker.postMessage({ challenge, expires } satisfies Task)
  })
}

/** The same from the contract's own shape: `{ challenge, cost, expires }`, as in a 429. */
export function solveChallenge(posed: {
  readonly challenge: unknown
  readonly expires: number
}): Promise<string | null> {
  return solveInWorker(posed.challenge, posed.expires)
}
