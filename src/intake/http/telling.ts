import { METHODS } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Day } from '../../core/contract/index.ts'
import { describeError, onceAMinute, type Log, type Tally } from '../log.ts'
import { frameworkProblem, refuse } from '../problems.ts'
import { StoreFault } from '../store/fault.ts'
import type { Known } from './other-methods.ts'

/** Seconds after which a database that restarts or changes places is mostly back. */
const AGAIN_S = 5

type KnownAt = (request: FastifyRequest) => Known | null

/** Counts each answer by its route, and writes the counts when the server is closed. */
export function countAnswers(app: FastifyInstance, tally: Tally, knownAt: KnownAt): void {
  app.addHook('onResponse', (request, reply, done) => {
    tally.count(methodOf(request), routeOf(request, knownAt), reply.statusCode)
    done()
  })
  app.addHook('onClose', (_instance, done) => {
    tally.write()
    done()
  })
}

/**
 * Answers a call that broke, and writes a line about it.
 *
 * @returns writes such a line about what broke elsewhere
 */
export function answerFaults(
  app: FastifyInstance,
  parts: { readonly log: Log; readonly today: () => Day; readonly knownAt: KnownAt },
): (method: string, route: string, error: unknown) => void {
  const { log, today, knownAt } = parts
  const isNews = onceAMinute()
  function tell(method: string, route: string, error: unknown): void {
    if (error instanceof StoreFault && !isNews(error)) return
    log({ event: 'broken', on: today(), method, route, ...describeError(error) })
  }
  app.setErrorHandler((error, request, reply) => {
    const theirs = frameworkProblem(error)
    if (theirs !== null) return refuse(reply, theirs)
    tell(methodOf(request), routeOf(request, knownAt), error)
    return error instanceof StoreFault
      ? refuse(reply.header('Retry-After', AGAIN_S), 'not-ready')
      : refuse(reply, 'broken')
  })
  return tell
}

/** The method as it may be told: one that HTTP does not have is the caller's own word. */
export function methodOf(request: FastifyRequest): string {
  return METHODS.includes(request.method) ? request.method : 'OTHER'
}

/** The pattern of an address, never the address itself: that of one that has it by other methods, too. */
function routeOf(request: FastifyRequest, knownAt: KnownAt): string {
  const { url } = request.routeOptions
  if (url !== undefined && url !== '/*') return url
  return knownAt(request)?.url ?? url ?? 'no such address'
}
