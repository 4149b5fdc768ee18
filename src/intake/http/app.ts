import { METHODS } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { otherCalls } from '../../core/contract/calls.ts'
import { belongsHere, isApi, isOnInboxHost, isPlain, isStaffs, pathOf } from './address.ts'
import { createGate } from '../limits/rate-limit.ts'
import { securityHeaders } from './headers.ts'
import { createTally, describeError, onceAMinute } from '../log.ts'
import { hasOneHost, refuseExpectation, refuseHosts, refuseMalformed } from './malformed.ts'
import { createNonces } from '../staff/nonces.ts'
import { knownAddresses } from './other-methods.ts'
import { quickJson } from './json.ts'
import { notFoundPage, servePages } from './pages.ts'
import type { AppParts } from './parts.ts'
import { frameworkProblem, refuse } from '../problems.ts'
import { createProofs } from '../limits/proofs.ts'
import { answeringRoutes } from './routes/answering.ts'
import { auditRoutes } from './routes/audit.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { deskRoutes } from './routes/desk.ts'
import { healthRoutes } from './routes/health.ts'
import { mailboxRoutes } from './routes/mailbox.ts'
import { requestRoutes } from './routes/requests.ts'
import { securityTxt } from './routes/security-txt.ts'
import { sessionRoutes } from './routes/session.ts'
import { slotRoutes } from './routes/slots.ts'
import { teamRoutes } from './routes/team.ts'
import { createSessionGuard } from '../staff/session-guard.ts'
import { StoreFault } from '../store/fault.ts'
import type { Moment } from '../store/moment.ts'

/** A sealed request is 13,654 letters; four times that is nobody's request. */
const BODY_BYTES = 64 * 1024
/** A request of 16 kB needs 30 s at 6 kbit/s, the worst a phone calls "connected". */
const WHOLE_REQUEST_MS = 60_000
/** Headers are under 2 kB; anyone who needs longer holds a place to keep others out. */
const HEADERS_MS = 15_000
/** How often Node looks for those who are over these times; its own preset lets 15 seconds become 45. */
const LOOK_MS = 2_000
/** Seconds after which a database that restarts or changes places is mostly back. */
const AGAIN_S = 5
/** Our largest header is a proof of under 1 kB. */
const HEADER_BYTES = 8 * 1024
/** Shorter than common proxies' own 60-75 s would race with them; behind none it frees the socket soon. */
const KEEP_ALIVE_MS = 76_000

/** An intake, not listening yet. All it needs is passed in; `start.ts` does that for real, tests for themselves. */
export function createApp(parts: AppParts): FastifyInstance {
  const { store, now, today, log, settings, recipients, fingerprint, team, site } = parts
  const at = (): Moment => ({ today: today(), now: now() })
  const tally = createTally(log, today, parts.onAnswer)
  const bySide = {
    citizen: securityHeaders(settings.https, 'citizen'),
    inbox: securityHeaders(settings.https, 'inbox'),
  }
  const headers = bySide.citizen

  const app = Fastify({
    logger: false, // it would log addresses; `log` says what may be said
    trustProxy: settings.trustProxy === 0 ? false : (_address, hop) => hop < settings.trustProxy,
    bodyLimit: BODY_BYTES,
    connectionTimeout: WHOLE_REQUEST_MS,
    requestTimeout: WHOLE_REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      headersTimeout: HEADERS_MS,
      maxHeaderSize: HEADER_BYTES,
      connectionsCheckingInterval: LOOK_MS,
      requireHostHeader: false, // `refuseHosts` does what Node would, with our headers
    },
    forceCloseConnections: 'idle', // when stopping: anyone who waits for an answer gets it
    return503OnClosing: false, // a call on an open connection is still answered, then the connection closes
    frameworkErrors(_error, request, reply) {
      tally.count(methodOf(request), 'malformed address', 404)
      void notFound(request, reply.headers(headers))
    },
    clientErrorHandler: refuseMalformed(tally, headers),
  })
  app.removeContentTypeParser(['text/plain', 'application/json'])
  const careful = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, quickJson(careful))

  /** 404 or 405 by a problem inside `/api`, by the app's own page elsewhere. */
  function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (isApi(request)) return refuse(reply, 'not-found')
    const page = settings.inboxHost !== null && isOnInboxHost(request, settings.inboxHost) ? null : site
    if (request.method === 'GET' || request.method === 'HEAD') return notFoundPage(page, request, reply)
    return notFoundPage(page, request, reply.header('Allow', 'GET, HEAD'), 405)
  }

  const proofs = createProofs(store, now, settings.proofSecret)
  const gate = createGate({
    proofs,
    now,
    moment: at,
    ...(settings.rates && { rates: settings.rates }),
    ...(settings.together && { together: settings.together }),
    ...(settings.signIns && { signIns: settings.signIns }),
  })
  const admitStray = gate.admit('other')

  app.server.on('checkExpectation', refuseExpectation(tally, headers))
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(bySide[isStaffs(request) ? 'inbox' : 'citizen'])
    if (!hasOneHost(request.raw)) return refuseHosts(reply)
    if (settings.inboxHost !== null && !belongsHere(request, settings.inboxHost))
      return notFound(request, reply)
    // Before the body is read, here and below: what is not there takes no body.
    const known = knownAt(request)
    if (known !== null && !known.methods.includes(request.method))
      return refuse(reply.header('Allow', known.methods.join(', ')), 'method-not-allowed')
    const isStray =
      !isPlain(request) || request.is404 || (isApi(request) && request.routeOptions.url === '/*')
    if (!isStray) return undefined
    // Limited, or one could search for addresses.
    if (isApi(request)) await admitStray(request, reply)
    return reply.sent ? reply : notFound(request, reply)
  })
  /** The pattern of an address, never the address itself: that of one that has it by other methods, too. */
  const routeOf = (request: FastifyRequest): string => {
    const { url } = request.routeOptions
    if (url !== undefined && url !== '/*') return url
    return knownAt(request)?.url ?? url ?? 'no such address'
  }
  app.addHook('onResponse', (request, reply, done) => {
    tally.count(methodOf(request), routeOf(request), reply.statusCode)
    done()
  })
  // Else a caller answered while we stop would keep the connection open and us from ending.
  let isStopping = false
  app.addHook('preClose', done => {
    isStopping = true
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping) void reply.header('Connection', 'close')
    done()
  })
  app.addHook('onClose', (_instance, done) => {
    tally.write()
    done()
  })

  const isNews = onceAMinute()
  function tell(method: string, route: string, error: unknown): void {
    if (error instanceof StoreFault && !isNews(error)) return
    log({ event: 'broken', on: today(), method, route, ...describeError(error) })
  }
  app.setErrorHandler((error, request, reply) => {
    const theirs = frameworkProblem(error)
    if (theirs !== null) return refuse(reply, theirs)
    tell(methodOf(request), routeOf(request), error)
    return error instanceof StoreFault
      ? refuse(reply.header('Retry-After', AGAIN_S), 'not-ready')
      : refuse(reply, 'broken')
  })
  app.setNotFoundHandler(notFound)

  const knownAt = knownAddresses(app, () => {
    const guard = createSessionGuard({ store, at, team, origin: settings.staffOrigin, gate })
    requestRoutes(app, { store, gate, at, recipients, fingerprint })
    mailboxRoutes(app, { store, gate, at })
    const nonces = createNonces(store, now, settings.proofSecret)
    sessionRoutes(app, { gate, at, guard, nonces, team })
    deskRoutes(app, { store, at, guard })
    answeringRoutes(app, { store, at, guard })
    slotRoutes(app, { store, at, guard })
    auditRoutes(app, { store, at, guard, team })
    teamRoutes(app, { store, gate, at, guard, team })
    calendarRoutes(app, { store, gate, at, guard, team })
    healthRoutes(app, {
      store,
      tell: error => {
        tell('GET', otherCalls.ready.path, error)
      },
    })
    if (settings.securityContact !== undefined) securityTxt(app, settings.securityContact, now)
  })
  if (site) {
    servePages(app, site)
    if (settings.inboxHost !== null) {
      app.addHook('preHandler', async (request, reply) => {
        const bare = pathOf(request) === '/' && isOnInboxHost(request, settings.inboxHost ?? '')
        return bare ? reply.redirect('/inbox', 302) : undefined
      })
    }
  }
  return app
}

function methodOf(request: FastifyRequest): string {
  return METHODS.includes(request.method) ? request.method : 'OTHER'
}
