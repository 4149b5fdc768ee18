import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { calendar, entriesOf } from '../../../core/calendar/ics.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import { refuse } from '../problems.ts'
import { hashToken } from '../read.ts'
import type { Moment, Store } from '../../store/store.ts'
import type { TeamBook } from '../../staff/team-book.ts'
import type { Member } from '../../staff/team.ts'

/** All that is told of a booked time. */
const SUMMARY = 'Samtale'

/**
 * A calendar feed for staff: when booked times are, and nothing else. Calendar programs cannot sign in, so the address
 * holds a token of the member's; the intake has its SHA-256, and taking the member out ends the feed.
 */
export function calendarRoutes(
  app: FastifyInstance,
  parts: { store: Store; gate: Gate; at: () => Moment; team: TeamBook },
): void {
  const { store, gate, at, team } = parts

  app.get('/api/staff/calendar/:file', { onRequest: gate.admit('sign-in') }, async (request, reply) => {
    const { file } = request.params as { file: string } // the route has `:file`
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
    if (token === undefined || !(await team.members()).some(member => holds(member, token)))
      return refuse(reply, 'not-found')
    const moment = at()
    const { slots } = await store.staffSlots(moment)
    const booked = slots.filter(slot => slot.bookings.length > 0)
    const entries = booked.flatMap(slot => entriesOf(slot, SUMMARY))
    const hidden = entries.map(entry => ({ ...entry, isPrivate: true }))
    return reply.type('text/calendar; charset=utf-8').send(calendar(hidden, moment.today))
  })
}

function holds(member: Member, token: string): boolean {
  if (member.calendar === undefined) return false
  return timingSafeEqual(Buffer.from(member.calendar), Buffer.from(hashToken(token)))
}
