import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lane } from '../limits/counts.ts'
import type { Gate, Hook } from '../limits/rate-limit.ts'
import { refuse } from '../problems.ts'
import { LOOPBACK_ORIGIN } from '../settings/hosts.ts'
import type { Moment } from '../store/moment.ts'
import type { AccessStore } from '../store/roles/access-store.ts'
import type { StaffStore } from '../store/roles/staff-store.ts'
import { createSessions, type OpenSession } from './sessions.ts'
import type { TeamBook } from './team-book.ts'
import type { Member } from './team.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown
/** `by`: the member who calls. */
export type MemberHandler = (by: Member, request: FastifyRequest, reply: FastifyReply) => unknown

export type SessionGuard = {
  /** Hook: on whatever changes something, the page that calls must be the inbox's own. */
  readonly sameOrigin: Hook
  /** Hook: a member who is signed in is counted by themselves, everybody else in this lane. */
  lane(lane: Lane): Hook
  /**
   * A route for members alone: `sameOrigin`, a session, which it renews, and the member who calls. The session is looked
   * at first, so that nobody who shares an address with staff can shut them out.
   */
  readonly asMember: (handler: MemberHandler) => { onRequest: Hook; handler: Handler }
  open(member: Member, reply: FastifyReply): Promise<void>
  /** Signs the member out everywhere. */
  close(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Ends the session of this browser alone. */
  closeHere(request: FastifyRequest, reply: FastifyReply): Promise<void>
}

/** Lets through who is signed in and calls from the inbox's own page, and answers everybody else. */
export function createSessionGuard(parts: {
  store: AccessStore & StaffStore
  at: () => Moment
  team: TeamBook
  origin: string | null
  gate: Pick<Gate, 'admit' | 'admitMember'>
}): SessionGuard {
  const { store, at, team, origin, gate } = parts
  const sessions = createSessions({ store, at, team, isHttps: origin?.startsWith('https:') === true })
  const callers = new WeakMap<FastifyRequest, Member>()

  /** Counts the call; the session when there is one and it is within its rate. Else it may have answered. */
  async function countBy(
    lane: Lane,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<OpenSession | null> {
    const session = await sessions.find(request)
    if (session === null) await gate.admit(lane)(request, reply)
    else if (!gate.admitMember(session.member.signing, reply)) return null
    return session
  }

  const signedIn: Hook = async (request, reply) => {
    if (!mayCall(request, origin)) return refuse(reply, 'sign-in-refused')
    const session = await countBy('other', request, reply)
    if (reply.sent) return reply
    if (session === null) {
      // RFC 9110 §15.5.2 asks for a scheme; ours is not one that browsers would put up a dialogue for.
      return refuse(reply.header('WWW-Authenticate', 'FoersteSnak'), 'not-signed-in')
    }
    callers.set(request, session.member)
    await sessions.renew(session, reply)
    return undefined
  }

  return {
    sameOrigin: async (request, reply) =>
      mayCall(request, origin) ? undefined : refuse(reply, 'sign-in-refused'),
    lane: lane => async (request, reply) => {
      await countBy(lane, request, reply)
      return reply.sent ? reply : undefined
    },
    asMember: handler => ({
      onRequest: signedIn,
      handler: (request, reply) => {
        const by = callers.get(request)
        if (!by) throw new Error('a route for members was reached without one')
        return handler(by, request, reply)
      },
    }),
    async open(member, reply) {
      await store.record({ act: 'signed-in' }, { ...at(), by: member })
      await sessions.start(member, reply)
    },
    async close(request, reply) {
      const session = await sessions.find(request)
      if (session !== null) {
        await store.endSessionsOf(session.member.signing)
        await store.record({ act: 'signed-out' }, { ...at(), by: session.member })
      }
      sessions.forget(reply)
    },
    async closeHere(request, reply) {
      await sessions.end(request)
      sessions.forget(reply)
    },
  }
}

/** Whether a call changes nothing, or comes from the inbox's own page. */
function mayCall(request: FastifyRequest, origin: string | null): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || isFromInbox(request, origin)
}

/** @param origin where the inbox's pages come from; null = `http://` on a loopback name */
function isFromInbox(request: FastifyRequest, origin: string | null): boolean {
  const sent = request.headers.origin
  if (sent === undefined) return false
  if (origin !== null) return sent === origin
  // A loopback name is no other machine's, so a page from elsewhere cannot have this origin.
  return LOOPBACK_ORIGIN.test(sent) && sent === `http://${request.headers.host ?? ''}`
}
