import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { STAFF_PATH } from '../../core/contract/calls.ts'
import type { Gate, Hook, Lane } from '../limits/rate-limit.ts'
import { refuse } from '../problems.ts'
import { LOOPBACK_ORIGIN } from '../settings/hosts.ts'
import type { Moment } from '../store/moment.ts'
import type { AccessStore } from '../store/roles/access-store.ts'
import type { StaffStore } from '../store/roles/staff-store.ts'
import type { TeamBook } from './team-book.ts'
import type { Member } from './team.ts'

/** Seconds without a call after which a member must sign in again, and at the latest after signing in. */
const IDLE_SECONDS = 30 * 60
const LONGEST_SECONDS = 10 * 60 * 60
/** A session is renewed at most this often, so that reading a list of requests is not a row of writes. */
const RENEW_AFTER_SECONDS = 5 * 60

/** `__Host-`: no other name of the municipality's can set it (RFC 6265bis §4.1.3.2). It needs https and the whole path. */
const COOKIE = { https: '__Host-staff-session', http: 'staff-session' } as const

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
}

/**
 * Sessions of staff. The cookie holds a random token and when the member signed in; the store knows SHA-256 of both,
 * so that neither a stolen database nor a changed cookie opens anything.
 */
export function createSessionGuard(parts: {
  store: AccessStore & StaffStore
  at: () => Moment
  team: TeamBook
  origin: string | null
  gate: Pick<Gate, 'admit' | 'admitMember'>
}): SessionGuard {
  const { store, at, team, origin, gate } = parts
  const isHttps = origin?.startsWith('https:') === true
  const callers = new WeakMap<FastifyRequest, Member>()

  function fromInbox(request: FastifyRequest): boolean {
    const sent = request.headers.origin
    if (sent === undefined) return false
    if (origin !== null) return sent === origin
    // A loopback name is no other machine's, so a page from elsewhere cannot have this origin.
    return LOOPBACK_ORIGIN.test(sent) && sent === `http://${request.headers.host ?? ''}`
  }

  async function start(member: string, started: number, reply: FastifyReply): Promise<void> {
    const seconds = Math.floor(at().now / 1000)
    const expires = Math.min(seconds + IDLE_SECONDS, started + LONGEST_SECONDS)
    const cookie = `${randomBytes(32).toString('base64url')}.${started}`
    await store.addSession(sessionId(cookie), { member, expires })
    void reply.header('Set-Cookie', write(cookie, expires - seconds))
  }

  function write(value: string, seconds: number): string {
    const rest = `Max-Age=${seconds}; HttpOnly; SameSite=Strict`
    // Not Secure on plain http on this machine: WebKit refuses such cookies there.
    return isHttps
      ? `${COOKIE.https}=${value}; Path=/; ${rest}; Secure`
      : `${COOKIE.http}=${value}; Path=${STAFF_PATH}; ${rest}`
  }

  async function find(
    request: FastifyRequest,
  ): Promise<{ member: Member; expires: number; started: number } | null> {
    const cookie = readCookie(request, isHttps ? COOKIE.https : COOKIE.http)
    const session = cookie === null ? null : await store.session(sessionId(cookie), at())
    if (cookie === null || session === null || session.expires * 1000 <= at().now) return null
    // Who is taken out of the team is out at once, whatever sessions they have.
    const member = (await team.members()).find(one => one.signing === session.member)
    if (!member) return null
    return { member, expires: session.expires, started: Number(cookie.split('.')[1]) }
  }

  function mayCall(request: FastifyRequest): boolean {
    return request.method === 'GET' || request.method === 'HEAD' || fromInbox(request)
  }

  /** Counts the call; the session when there is one and it is within its rate. Else it may have answered. */
  async function countBy(lane: Lane, request: FastifyRequest, reply: FastifyReply): ReturnType<typeof find> {
    const session = await find(request)
    if (session === null) await gate.admit(lane)(request, reply)
    else if (!gate.admitMember(session.member.signing, reply)) return null
    return session
  }

  const signedIn: Hook = async (request, reply) => {
    if (!mayCall(request)) return refuse(reply, 'sign-in-refused')
    const session = await countBy('other', request, reply)
    if (reply.sent) return reply
    if (session === null) {
      // RFC 9110 §15.5.2 asks for a scheme; ours is not one that browsers would put up a dialogue for.
      return refuse(reply.header('WWW-Authenticate', 'FoersteSnak'), 'not-signed-in')
    }
    callers.set(request, session.member)
    const leftSeconds = session.expires - at().now / 1000
    const isLast = session.expires >= session.started + LONGEST_SECONDS
    if (!isLast && leftSeconds < IDLE_SECONDS - RENEW_AFTER_SECONDS) {
      await start(session.member.signing, session.started, reply)
    }
    return undefined
  }

  return {
    sameOrigin: async (request, reply) => (mayCall(request) ? undefined : refuse(reply, 'sign-in-refused')),
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
      await start(member.signing, Math.floor(at().now / 1000), reply)
    },
    async close(request, reply) {
      const session = await find(request)
      if (session !== null) {
        await store.endSessionsOf(session.member.signing)
        await store.record({ act: 'signed-out' }, { ...at(), by: session.member })
      }
      void reply.header('Set-Cookie', write('', 0))
    },
  }
}

function sessionId(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url')
}

function readCookie(request: FastifyRequest, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim())
  const value = pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return /^[\w-]{43}\.\d{1,12}$/.test(value) ? value : null
}
