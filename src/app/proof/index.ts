import { orElse } from '../phone/refused.ts'
import { proofWorkerAddress } from '../trusted-types.ts'
import type { Done, Task } from './worker.ts'

/** Milliseconds in which a worker must have said that it has begun; after that the page solves by itself. */
const PATIENCE = 5_000

/**
 * Solves a proof of work off the main thread: the app's only door to `Worker`. Where the phone has no worker, or one that
 * says nothing, it is solved on the page, in small pieces.
 *
 * @param challenge as the intake gave it; `expires` in seconds since 1970.
 * @returns the value of the proof header; null when the challenge ran out first.
 * @throws Error when the challenge makes no sense.
 */
export async function solveInWorker(challenge: unknown, expires: number): Promise<string | null> {
  const done = await fromWorker({ challenge, expires })
  if (done === null) {
    const { solve } = await import('./solve.ts')
    return solve(challenge, expires)
  }
  if ('failed' in done) throw new Error(done.failed)
  return done.proof
}

/** Null where there is no worker. */
function fromWorker(task: Task): Promise<Done | null> {
  const worker = orElse(() => new Worker(proofWorkerAddress(), { type: 'module' }), null)
  if (!worker) return Promise.resolve(null)
  return new Promise<Done | null>(resolve => {
    const without = (): void => {
      resolve(null)
    }
    const timer = setTimeout(without, PATIENCE)
    worker.addEventListener('message', ({ data }: MessageEvent<Done | 'begun'>) => {
      clearTimeout(timer)
      if (data !== 'begun') resolve(data)
    })
    worker.addEventListener('error', without)
    worker.postMessage(task)
  })
    .catch(() => null) // a worker that cannot be spoken to is none
    .finally(() => orElse(() => worker.terminate(), undefined))
}

/** The same from the contract's own shape: `{ challenge, cost, expires }`, as in a 429. */
export function solveChallenge(posed: {
  readonly challenge: unknown
  readonly expires: number
}): Promise<string | null> {
  return solveInWorker(posed.challenge, posed.expires)
}
