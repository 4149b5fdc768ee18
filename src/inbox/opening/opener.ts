import type { TeamKey } from '../../core/sealing/index.ts'
import type { OpenedRequest } from '../model/requests.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { IntakeError } from '../shared/failure.ts'
import { openLacking, openOne, type Answer, type Part, type Wanted } from './lacking.ts'
import { packedOnce } from './packed.ts'
import { slicing } from './slicing.ts'
import { endSpare, leave, startWorker, takeSpare } from './spare.ts'
import type { PackedWanted, Report, Task } from './worker.ts'

/** What fetches and opens for one member. */
export type Opener = {
  /** As `openLacking`. */
  readonly lacking: (wanted: Wanted, onPart: (part: Part) => void) => Promise<Answer>
  /** As `openOne`. */
  readonly one: (id: string) => Promise<OpenedRequest>
  /** Forgets keys and all that is being opened. */
  readonly close: () => void
}

/** Milliseconds in which a worker must have said that it has begun; after that the page opens by itself. */
const PATIENCE = 10_000

/** On the page's own thread, in slices between which keys and drawing have their turn. */
function openHere(teams: readonly TeamKey[]): Opener {
  return {
    lacking: (wanted, onPart) => openLacking(call, teams, wanted, onPart, slicing()),
    one: id => openOne(call, teams, id),
    close: () => undefined,
  }
}

type Waiting = {
  readonly onPart: (part: Part) => void
  readonly done: (value: Answer | OpenedRequest) => void
  readonly failed: (why: IntakeError) => void
  /** The same on the page's own thread. */
  readonly here: () => void
}

/**
 * Opens beside the page, in a worker; where the browser has none, or it says nothing or breaks, on the page itself.
 * @param start gives the worker; throws where there is none
 */
export function createOpener(teams: readonly TeamKey[], start: () => Worker): Opener {
  const here = openHere(teams)
  const worker = startWith(teams, start)
  if (!worker) return here
  const waiting = new Map<number, Waiting>()
  let turns = 0
  let isBroken = false
  let isClosed = false
  const without = (): void => {
    if (isBroken) return
    isBroken = true
    leave(worker)
    worker.terminate()
    for (const one of waiting.values()) one.here()
    waiting.clear()
  }
  const timer = setTimeout(without, PATIENCE)
  worker.addEventListener('error', without)
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    clearTimeout(timer)
    if (typeof data === 'string' || 'crafted' in data) return
    const one = waiting.get(data.turn)
    if ('part' in data) one?.onPart(data.part)
    else {
      waiting.delete(data.turn)
      if ('done' in data) one?.done(data.done)
      else one?.failed(new IntakeError(data.failed))
    }
  })
  const ask = <Value extends Answer | OpenedRequest>(
    task: { readonly wanted: PackedWanted } | { readonly one: string },
    onPart: (part: Part) => void,
    again: () => Promise<Value>,
  ): Promise<Value> => {
    if (isClosed) return Promise.reject(new IntakeError('not-signed-in'))
    if (isBroken) return again()
    return new Promise<Value>((done, failed) => {
      const turn = ++turns
      waiting.set(turn, {
        onPart,
        // Sound: the worker answers a task with what that task gives.
        done: value => {
          done(value as Value)
        },
        failed,
        here: () => {
          again().then(done, failed)
        },
      })
      worker.postMessage({ turn, ...task } satisfies Task)
    })
  }
  return {
    lacking: (wanted, onPart) =>
      ask({ wanted: { ...wanted, have: packedOnce(wanted.have) } }, onPart, () =>
        here.lacking(wanted, onPart),
      ),
    one: id =>
      ask(
        { one: id },
        () => undefined,
        () => here.one(id),
      ),
    close() {
      clearTimeout(timer)
      isClosed = true
      endSpare(worker)
      worker.terminate()
      // What waits ends here: left alone, a calling off would hang half done and say nothing.
      const left = [...waiting.values()]
      waiting.clear()
      for (const one of left) one.failed(new IntakeError('not-signed-in'))
    },
  }
}

function startWith(teams: readonly TeamKey[], start: () => Worker): Worker | null {
  try {
    const worker = start()
    worker.postMessage({ teams } satisfies Task)
    return worker
  } catch {
    return null // refused, or unknown to this browser: the page opens by itself
  }
}

const openers = new WeakMap<Session, Opener>()
/** Sessions of which the desk is shut: what was under way for them is not begun again with their keys. */
const shut = new WeakSet<Session>()

/**
 * The opener of a member who is signed in: one, made when it is first needed.
 * @throws IntakeError `not-signed-in` once their desk is shut
 */
export function openerOf(session: Session): Opener {
  if (shut.has(session)) throw new IntakeError('not-signed-in')
  const before = openers.get(session)
  if (before) return before
  const ready = takeSpare()
  const made = createOpener(session.teams, () => ready ?? startWorker())
  openers.set(session, made)
  return made
}

/** A desk is open for the session. */
export function readyFor(session: Session): void {
  shut.delete(session)
}

/** The desk locks or the session ends: what opens, and what it holds, is gone. */
export function closeOpener(session: Session): void {
  shut.add(session)
  openers.get(session)?.close()
  openers.delete(session)
}

/** Fetches one again, for what was written since the list was made. @throws {IntakeError} */
export const fetchRequest = async (session: Session, id: string): Promise<OpenedRequest> =>
  openerOf(session).one(id)
