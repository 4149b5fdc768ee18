import type { FastifyInstance, FastifyRequest } from 'fastify'
import { otherCalls } from '../../core/contract/calls.ts'
import { isOnInboxHost, pathOf } from './address.ts'
import { createGate } from '../limits/rate-limit.ts'
import { securityHeaders } from './headers.ts'
import { createTally } from '../log.ts'
import { createNonces } from '../staff/nonces.ts'
import { knownAddresses, type Known } from './other-methods.ts'
import { servePages } from './pages.ts'
import type { AppParts } from './parts.ts'
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
import { createServer } from './server.ts'
import { answerNotFound, turnStraysAway } from './strays.ts'
import { createSessionGuard } from '../staff/session-guard.ts'
import type { Moment } from '../store/moment.ts'
import { answerFaults, countAnswers } from './telling.ts'

/** An intake, not listening yet. All it needs is passed in; `start.ts` does that for real, tests for themselves. */
export function createApp(parts: AppParts): FastifyInstance {
  const { store, now, today, log, settings, recipients, fingerprint, team, site } = parts
  const { trustProxy, https, inboxHost } = settings
  const at = (): Moment => ({ today: today(), now: now() })
  const tally = createTally(log, today, parts.onAnswer)
  const headers = { citizen: securityHeaders(https, 'citizen'), inbox: securityHeaders(https, 'inbox') }
  const notFound = answerNotFound(inboxHost, site)
  const app = createServer({ trustProxy, tally, headers: headers.citizen, notFound })
  const proofs = createProofs(store, now, settings.proofSecret)
  const gate = createGate({
    proofs,
    now,
    moment: at,
    ...(settings.rates && { rates: settings.rates }),
    ...(settings.together && { together: settings.together }),
    ...(settings.signIns && { signIns: settings.signIns }),
  })

  // The addresses are known once the routes below are there; nobody calls before.
  const knownAt = (request: FastifyRequest): Known | null => addressAt(request)
  turnStraysAway(app, { headers, inboxHost, admit: gate.admit('other'), knownAt, notFound })
  countAnswers(app, tally, knownAt)
  const tell = answerFaults(app, { log, today, knownAt })
  app.setNotFoundHandler(notFound)

  const addressAt = knownAddresses(app, () => {
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
    if (inboxHost !== null) leadToInbox(app, inboxHost)
  }
  return app
}

/** Who writes the inbox's own name and nothing more means the inbox. */
function leadToInbox(app: FastifyInstance, inboxHost: string): void {
  app.addHook('preHandler', async (request, reply) => {
    const isBare = pathOf(request) === '/' && isOnInboxHost(request, inboxHost)
    return isBare ? reply.redirect('/inbox', 302) : undefined
  })
}
