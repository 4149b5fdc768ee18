import type { KeyFile, TeamKey } from '../../core/sealing/index.ts'
import { OPENING_WORKER, trusted } from '../shared/workers.ts'
import { unwrapAll } from './unwrap.ts'
import type { Report, Task } from './worker.ts'

/** A program that is fetched while somebody signs in. */
let spare: Worker | null = null

/** Milliseconds for unwrapping; after that the page does it by itself. */
const PATIENCE = 5_000

/** @throws where the browser has no workers, or refuses this one */
export const startWorker = (): Worker => new Worker(trusted(OPENING_WORKER), { type: 'module' })

/** Fetches the program and lets it get ready while somebody signs in. */
export function prepareOpener(start: () => Worker = startWorker): void {
  if (spare) return
  try {
    const worker = start()
    worker.addEventListener('error', () => {
      if (spare === worker) takeSpare()?.terminate()
    })
    spare = worker
  } catch {
    // Refused, or unknown to this browser: the page will open by itself.
  }
}

/** Hands the program over to whoever opens with it from now on. */
export function takeSpare(): Worker | null {
  const worker = spare
  spare = null
  return worker
}

/**
 * `unwrapAll` beside the page, since a key exchange that resists quantum computers keeps a page from answering for a
 * while: also by a program that is still on its way. Where there is none, or it breaks, the page does it.
 */
export async function unwrapBeside(
  wrapped: readonly string[],
  key: Pick<KeyFile, 'identity'>,
): Promise<readonly (TeamKey | null)[]> {
  if (spare) {
    const unwrapped = await ask(spare, { unwrap: wrapped, identity: key.identity })
    if (unwrapped) return unwrapped
    takeSpare()?.terminate()
  }
  return unwrapAll(wrapped, key)
}

/** `null` when it broke, or said nothing in time. */
function ask(worker: Worker, task: Task): Promise<readonly (TeamKey | null)[] | null> {
  return new Promise(done => {
    const end = (unwrapped: readonly (TeamKey | null)[] | null): void => {
      clearTimeout(timer)
      worker.removeEventListener('message', heard)
      worker.removeEventListener('error', broke)
      done(unwrapped)
    }
    const heard = ({ data }: MessageEvent<Report>): void => {
      if (typeof data === 'object' && 'unwrapped' in data) end(data.unwrapped)
    }
    const broke = (): void => {
      end(null)
    }
    const timer = setTimeout(broke, PATIENCE)
    worker.addEventListener('message', heard)
    worker.addEventListener('error', broke)
    worker.postMessage(task)
  })
}
