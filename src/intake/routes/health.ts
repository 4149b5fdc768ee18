import type { FastifyInstance } from 'fastify'
import { refuse } from '../problems.ts'
import type { Store } from '../store/store.ts'

/** Readiness is asked of the store at most this often, however often it is asked of us. */
const FRESH_MS = 1_000

/** `GET /healthz`: the process answers. `GET /readyz`: the store does too. */
export function healthRoutes(
  app: FastifyInstance,
  { store, now }: { store: Store; now: () => number },
): void {
  let asked: { at: number; answer: Promise<boolean> } | null = null

  app.get('/healthz', () => ({ status: 'alive' }))

  app.get('/readyz', async (_request, reply) => {
    if (asked === null || now() - asked.at >= FRESH_MS) {
      // A store that does not answer is the one thing this route is there to tell, so it is told and not thrown.
      asked = {
        at: now(),
        answer: store.ready().then(
          () => true,
          () => false,
        ),
      }
    }
    return (await asked.answer) ? { status: 'ready' } : refuse(reply, 'not-ready')
  })
}
