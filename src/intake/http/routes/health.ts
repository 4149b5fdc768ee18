import type { FastifyInstance } from 'fastify'
import { otherCalls } from '../../../core/contract/calls.ts'
import { refuse } from '../../problems.ts'
import type { UpkeepStore } from '../../store/roles/upkeep-store.ts'

/** Readiness is asked of the store at most this often, however often it is asked of us. */
const FRESH_MS = 1_000

/** A monitor gives up soon: a store that hangs is reported after this time, while the question itself goes on. */
const PATIENCE_MS = 2_000

/**
 * `GET /healthz`: the process answers. `GET /readyz`: a request would be accepted, for something could be written.
 * Ages are counted by a clock that nobody sets: one that is put back would else keep an answer of an hour ago.
 *
 * @param parts.tell writes why the store is not ready: behind a proxy that sends nobody here then, nothing else would
 */
export function healthRoutes(
  app: FastifyInstance,
  parts: { readonly store: Pick<UpkeepStore, 'ready'>; readonly tell: (error: unknown) => void },
): void {
  const { store, tell } = parts
  let asked: { at: number; answer: Promise<boolean>; isSettled: boolean } | null = null

  /** A store that takes nothing in is the one thing this is there to report: that is an answer, not an error. */
  function ask(): { at: number; answer: Promise<boolean>; isSettled: boolean } {
    const answer = store.ready().then(
      () => true,
      (error: unknown) => {
        tell(error)
        return false
      },
    )
    const one = { at: performance.now(), answer: withinTime(answer), isSettled: false }
    void answer.then(() => (one.isSettled = true))
    return one
  }

  app.get(otherCalls.alive.path, () => ({ status: 'alive' }))

  app.get(otherCalls.ready.path, async (_request, reply) => {
    // Not while a question is under way: one that hangs must not use up the store's connections.
    if (asked === null || (asked.isSettled && performance.now() - asked.at >= FRESH_MS)) asked = ask()
    return (await asked.answer) ? { status: 'ready' } : refuse(reply, 'not-ready')
  })
}

/** What comes in time, else false. */
function withinTime(answer: Promise<boolean>): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      resolve(false)
    }, PATIENCE_MS)
    void answer.then(isReady => {
      clearTimeout(timer)
      resolve(isReady)
    })
  })
}
