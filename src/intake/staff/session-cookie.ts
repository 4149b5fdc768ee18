import type { FastifyReply, FastifyRequest } from 'fastify'
import { STAFF_PATH } from '../../core/contract/calls.ts'

/** `__Host-`: no other name of the municipality's can set it (RFC 6265bis §4.1.3.2). It needs https and the whole path. */
const COOKIE = { https: '__Host-staff-session', http: 'staff-session' } as const

export type SessionCookie = {
  /** What a call brings; null where it has not our form. */
  read(request: FastifyRequest): string | null
  write(reply: FastifyReply, value: string, seconds: number): void
}

/** The cookie of a session: out of the reach of scripts, and never sent from the page of another site. */
export function sessionCookie(isHttps: boolean): SessionCookie {
  return {
    read(request) {
      const name = isHttps ? COOKIE.https : COOKIE.http
      const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim())
      const value = pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
      return /^[\w-]{43}\.\d{1,12}$/.test(value) ? value : null
    },
    write(reply, value, seconds) {
      const rest = `Max-Age=${seconds}; HttpOnly; SameSite=Strict`
      // Not Secure on plain http on this machine: WebKit refuses such cookies there.
      const cookie = isHttps
        ? `${COOKIE.https}=${value}; Path=/; ${rest}; Secure`
        : `${COOKIE.http}=${value}; Path=${STAFF_PATH}; ${rest}`
      void reply.header('Set-Cookie', cookie)
    },
  }
}
