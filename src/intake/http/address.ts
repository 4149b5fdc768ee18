import type { FastifyRequest } from 'fastify'
import { citizenCalls, otherCalls, STAFF_PATH } from '../../core/contract/calls.ts'

/** The path that was called, as it was written, without query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.replace(/[?#].*$/s, '')
}

/**
 * Whether an address is written in the one way that all of ours are. The router also takes `/%69nbox` and
 * `http://host/inbox` for `/inbox`: anyone who looked at the letters alone would be walked round. None of ours needs
 * either, so they are nowhere.
 */
export function isPlain(request: FastifyRequest): boolean {
  return request.url.startsWith('/') && !pathOf(request).includes('%')
}

/** Whether the path is one of the API's, there or not. */
export function isApi(request: FastifyRequest): boolean {
  return /^\/api(\/|$)/.test(pathOf(request))
}

/**
 * Whether the caller wrote the inbox's name. From `Host` alone: a forwarded one may be the caller's own invention,
 * and a proxy may let only the town hall's network reach the inbox's name.
 */
export function isOnInboxHost(request: FastifyRequest, inboxHost: string): boolean {
  return (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '') === inboxHost
}

/** Whether the path is the inbox's page or one of its calls. */
export function isStaffs(request: FastifyRequest): boolean {
  const path = pathOf(request)
  return /^\/inbox\/*$/.test(path) || path.startsWith(`${STAFF_PATH}/`)
}

/** With a host of its own, the inbox is there and nowhere else, and nothing of the citizens' is there. */
export function belongsHere(request: FastifyRequest, inboxHost: string): boolean {
  const path = pathOf(request)
  if (path === otherCalls.alive.path || path === otherCalls.ready.path || /^\/(assets|icons)\//.test(path))
    return true
  if (!isOnInboxHost(request, inboxHost)) return !isStaffs(request)
  return isStaffs(request) || path === '/' || path === citizenCalls.recipients.path || path === '/robots.txt'
}
