import { IntakeError } from '../shared/failure.ts'
import { OPENING_WORKER, trusted } from '../shared/workers.ts'
import { perform, type Craft, type Input, type Made } from './crafts.ts'
import type { Report, Task } from './worker.ts'

/** The program that is fetched while somebody signs in, and then opens what is sealed. */
let beside: { readonly worker: Worker; isTaken: boolean } | null = null
let turns = 0
/** What ends the waiting for each thing that is being done beside the page. */
const asked = new Set<() => void>()

/**
 * Milliseconds for one thing; after that the page does it by itself, and asks no more. Longer than a slow machine takes to
 * open a key with its words, which would else be done twice.
 */
const PATIENCE = 20_000

/** @throws where the browser has no workers, or refuses this one */
export const startWorker = (): Worker => new Worker(trusted(OPENING_WORKER), { type: 'module' })

/** Fetches the program and lets it get ready while somebody signs in. */
export function prepareOpener(start: () => Worker = startWorker): void {
  if (beside && !beside.isTaken) return
  try {
    const worker = start()
    worker.addEventListener('error', () => {
      leave(worker)
    })
    beside = { worker, isTaken: false }
  } catch {
    // Refused, or unknown to this browser: the page will do it all by itself.
  }
}

/** Hands the program over to the session that opens with it from now on, and ends it. */
export function takeSpare(): Worker | null {
  if (!beside || beside.isTaken) return null
  beside.isTaken = true
  return beside.worker
}

/** What broke, or says nothing, is not asked again; the session that has taken it ends it. */
export function leave(worker: Worker): void {
  if (beside?.worker !== worker) return
  if (!beside.isTaken) worker.terminate()
  beside = null
}

/** The desk is shut: what was to be done for it with its keys is not done by the page instead. */
export function endSpare(worker: Worker): void {
  if (beside?.worker !== worker) return
  leave(worker)
  for (const end of asked) end()
}

/**
 * `perform` beside the page: also by a program that is still on its way. Where there is none, or it breaks or fails, the
 * page does it.
 * @throws whatever it throws
 * @throws IntakeError `not-signed-in` when the desk is shut meanwhile
 */
export async function performBeside<C extends Craft>(craft: C, input: Input<C>): Promise<Made<C>> {
  const made = beside && (await ask(beside.worker, { turn: ++turns, craft, input }))
  // Sound: the worker answers a task with what that task gives.
  return made ? (made.made as Made<C>) : perform(craft, input)
}

/** `null` when it broke, failed, or said nothing in time. @throws IntakeError when the desk is shut meanwhile */
function ask(
  worker: Worker,
  task: Extract<Task, { readonly craft: Craft }>,
): Promise<{ readonly made: unknown } | null> {
  return new Promise((done, failed) => {
    const stop = (): void => {
      clearTimeout(timer)
      asked.delete(shut)
      worker.removeEventListener('message', heard)
      worker.removeEventListener('error', broke)
    }
    const end = (made: { readonly made: unknown } | null): void => {
      stop()
      done(made)
    }
    const shut = (): void => {
      stop()
      failed(new IntakeError('not-signed-in'))
    }
    const heard = ({ data }: MessageEvent<Report>): void => {
      if (typeof data === 'string' || !('crafted' in data) || data.crafted !== task.turn) return
      end('made' in data ? data : null)
    }
    const broke = (): void => {
      leave(worker)
      end(null)
    }
    const timer = setTimeout(broke, PATIENCE)
    asked.add(shut)
    worker.addEventListener('message', heard)
    worker.addEventListener('error', broke)
    worker.postMessage(task)
  })
}
