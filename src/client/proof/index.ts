import type { Done, Task } from './worker.ts'

/** Milliseconds in which a worker must have said that it has begun; after that the page solves by itself. */
const PATIENCE = 5_000

/** Solves a challenge to the value of the proof header; null when it took too long. */
export type Prove = (challenge: unknown) => Promise<string | null>

/**
 * Makes what solves a proof of work off the main thread: a page's only door to `Worker`. Where the browser has no worker,
 * or one that says nothing, it is solved on the page, in small pieces.
 *
 * @param address where the worker is, as the page's policy lets it be given.
 * @returns takes the challenge as the intake gave it; throws an Error when the challenge makes no sense.
 */
export function createSolver(address: () => string): Prove {
  return async challenge => {
    const done = await fromWorker(address, { challenge })
    if (done === null) {
      const { solve } = await import('./solve.ts')
      return solve(challenge)
    }
    if ('failed' in done) throw new Error(done.failed)
    return done.proof
  }
}

/** Null where there is no worker. */
function fromWorker(address: () => string, task: Task): Promise<Done | null> {
  const worker = workerAt(address)
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
    .finally(() => {
      try {
        worker.terminate()
      } catch {
        // Refused, as in the rows of the refusals' test: the page ends it.
      }
    })
}

function workerAt(address: () => string): Worker | null {
  try {
    return new Worker(address(), { type: 'module' })
  } catch {
    return null // refused, or unknown to this browser: the page solves by itself
  }
}
