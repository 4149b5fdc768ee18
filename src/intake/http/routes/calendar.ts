import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { calendar, entriesOf } from '../../../core/calendar/ics.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import { refuse } from '../../problems.ts'
import { otherCalls, staffCalls } from '../../../core/contract/calls.ts'
import { calendarPost } from '../../../core/contract/team.ts'
import { hashToken } from '../../../core/sealing/hash-token.ts'
import { readBody, readToken } from '../read.ts'
import type { SessionGuard } from '../../staff/session-guard.ts'
import type { Moment } from '../../store/moment.ts'
import type { AccessStore } from '../../store/roles/access-store.ts'
import type { StaffStore } from '../../store/roles/staff-store.ts'
import type { TeamBook } from '../../staff/team-book.ts'

/** All that a feed says of a booked time. */
const SUMMARY = 'Samtale'

/**
 * A calendar feed for staff: when booked times are, and nothing else. Calendar programs cannot sign in, so the address
 * holds a token of the member's; the intake has its SHA-256, and taking the member out ends the feed.
 */
export function calendarRoutes(
  app: FastifyInstance,
  parts: {
    store: StaffStore & AccessStore
    gate: Gate
    at: () => Moment
    guard: SessionGuard
    team: TeamBook
  },
): void {
  const { store, gate, at, guard, team } = parts

  app.post(
    staffCalls.renewCalendar.path,
    guard.asMember(async (by, request, reply) => {
      const post = readBody(calendarPost, request, reply)
      if (!post) return reply
      if (!team.changes) return refuse(reply, 'not-found')
      await store.renewCalendar(post.calendar, { ...at(), by })
      return reply.code(204).send()
    }),
  )

  app.get(otherCalls.calendarFeed.path, { onRequest: gate.admit('sign-in') }, async (request, reply) => {
    const { file } = request.params as { file: string } // the route has `:file`
    const token = readToken(/^(.+)\.ics$/.exec(file)?.[1])
    if (token === null || !(await team.feeds()).some(feed => leadsTo(feed, token)))
      return refuse(reply, 'not-found')
    const moment = at()
    const { slots } = await store.staffSlots(moment)
    const booked = slots.filter(slot => slot.bookings.length > 0)
    const entries = booked.flatMap(slot => entriesOf(slot, SUMMARY))
    const hidden = entries.map(entry => ({ ...entry, isPrivate: true }))
    return reply.type('text/calendar; charset=utf-8').send(calendar(hidden, moment.today))
  })
}

function leadsTo(feed: string, token: string): boolean {
  return timingSafeEqual(Buffer.from(feed), Buffer.from(hashToken(token)))
}
