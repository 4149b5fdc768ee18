import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Hook } from '../limits/rate-limit.ts'
import { refuse } from '../problems.ts'
import type { Site } from '../settings/site.ts'
import { belongsHere, isApi, isOnInboxHost, isPlain, isStaffs } from './address.ts'
import type { Side } from './headers.ts'
import { hasOneHost, refuseHosts } from './malformed.ts'
import type { Known } from './other-methods.ts'
import { notFoundPage } from './pages.ts'

/** Answers that something is not there: 404 or 405 by a problem inside `/api`, by the app's own page elsewhere. */
export function answerNotFound(
  inboxHost: string | null,
  site: Site | null,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (request, reply) => {
    if (isApi(request)) return refuse(reply, 'not-found')
    const page = inboxHost !== null && isOnInboxHost(request, inboxHost) ? null : site
    if (request.method === 'GET' || request.method === 'HEAD') return notFoundPage(page, request, reply)
    return notFoundPage(page, request, reply.header('Allow', 'GET, HEAD'), 405)
  }
}

/**
 * Gives every answer the headers of its side, and turns away who calls what is not there.
 *
 * @param parts.admit counts those who look for what is not in the API
 * @param parts.knownAt which address of ours is called; null for none
 */
export function turnStraysAway(
  app: FastifyInstance,
  parts: {
    readonly headers: { readonly [S in Side]: Readonly<Record<string, string>> }
    readonly inboxHost: string | null
    readonly admit: Hook
    readonly knownAt: (request: FastifyRequest) => Known | null
    readonly notFound: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
  },
): void {
  const { headers, inboxHost, admit, knownAt, notFound } = parts
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers[isStaffs(request) ? 'inbox' : 'citizen'])
    if (!hasOneHost(request.raw)) return refuseHosts(reply)
    if (inboxHost !== null && !belongsHere(request, inboxHost)) return notFound(request, reply)
    // Before the body is read, here and below: what is not there takes no body.
    const known = knownAt(request)
    if (known !== null && !known.methods.includes(request.method))
      return refuse(reply.header('Allow', known.methods.join(', ')), 'method-not-allowed')
    const isStray =
      !isPlain(request) || request.is404 || (isApi(request) && request.routeOptions.url === '/*')
    if (!isStray) return undefined
    // Limited, or one could search for addresses.
    if (isApi(request)) await admit(request, reply)
    return reply.sent ? reply : notFound(request, reply)
  })
}
