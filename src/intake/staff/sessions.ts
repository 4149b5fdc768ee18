import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Moment } from '../store/moment.ts'
import type { AccessStore } from '../store/roles/access-store.ts'
import { sessionCookie } from './session-cookie.ts'
import type { TeamBook } from './team-book.ts'
import type { Member } from './team.ts'

/** Seconds without a call after which a member must sign in again, and at the latest after signing in. */
const IDLE_SECONDS = 30 * 60
const LONGEST_SECONDS = 10 * 60 * 60
/** A session is renewed at most this often, so that reading a list of requests is not a row of writes. */
const RENEW_AFTER_SECONDS = 5 * 60

/** Of a member who is signed in; times in seconds since 1970. */
export type OpenSession = { readonly member: Member; readonly expires: number; readonly started: number }

export type Sessions = {
  /** Signs a member in: the answer has the cookie. */
  start(member: Member, reply: FastifyReply): Promise<void>
  /** The session a call comes with, while it lasts and its member is on the team; else null. */
  find(request: FastifyRequest): Promise<OpenSession | null>
  /** Lets a session that is used last longer, up to its end. */
  renew(session: OpenSession, reply: FastifyReply): Promise<void>
  /** Ends the session that a call comes with, and no other; nothing where it comes with none. */
  end(request: FastifyRequest): Promise<void>
  /** Has the browser forget the cookie. */
  forget(reply: FastifyReply): void
}

/**
 * Sessions of staff. The cookie holds a random token and when the member signed in; the store knows SHA-256 of both,
 * so that neither a stolen database nor a changed cookie opens anything.
 */
export function createSessions(parts: {
  readonly store: AccessStore
  readonly at: () => Moment
  readonly team: TeamBook
  readonly isHttps: boolean
}): Sessions {
  const { store, at, team, isHttps } = parts
  const cookies = sessionCookie(isHttps)

  async function begin(member: string, started: number, reply: FastifyReply): Promise<void> {
    const seconds = Math.floor(at().now / 1000)
    const expires = Math.min(seconds + IDLE_SECONDS, started + LONGEST_SECONDS)
    const cookie = `${randomBytes(32).toString('base64url')}.${started}`
    await store.addSession(sessionId(cookie), { member, expires })
    cookies.write(reply, cookie, expires - seconds)
  }

  return {
    start: (member, reply) => begin(member.signing, Math.floor(at().now / 1000), reply),
    async find(request) {
      const cookie = cookies.read(request)
      const session = cookie === null ? null : await store.session(sessionId(cookie), at())
      if (cookie === null || session === null || session.expires * 1000 <= at().now) return null
      // Who is taken out of the team is out at once, whatever sessions they have.
      const member = (await team.members()).find(one => one.signing === session.member)
      if (!member) return null
      return { member, expires: session.expires, started: Number(cookie.split('.')[1]) }
    },
    async renew({ member, expires, started }, reply) {
      const leftSeconds = expires - at().now / 1000
      const isLast = expires >= started + LONGEST_SECONDS
      if (!isLast && leftSeconds < IDLE_SECONDS - RENEW_AFTER_SECONDS) {
        await begin(member.signing, started, reply)
      }
    },
    async end(request) {
      const cookie = cookies.read(request)
      if (cookie !== null) await store.endSession(sessionId(cookie))
    },
    forget(reply) {
      cookies.write(reply, '', 0)
    },
  }
}

function sessionId(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url')
}
