import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { StaffSlot } from '../../core/contract/index.ts'
import type { Gate } from '../gate.ts'
import { refuse } from '../problems.ts'
import { hashToken } from '../read.ts'
import type { Moment, Store } from '../store/store.ts'
import type { Member } from '../team.ts'

/**
 * A calendar feed for staff: when booked times are, and nothing else. Calendar programs cannot sign in, so the address
 * holds a token of the member's; the keys file has its SHA-256, and taking the member out ends the feed.
 */
export function calendarRoutes(
  app: FastifyInstance,
  parts: { store: Store; gate: Gate; at: () => Moment; members: readonly Member[] },
): void {
  const { store, gate, at, members } = parts

  app.get('/api/staff/calendar/:file', { onRequest: gate.admit('sign-in') }, async (request, reply) => {
    const { file } = request.params as { file: string } // the route has `:file`
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
    if (token === undefined || !members.some(member => holds(member, token)))
      return refuse(reply, 'not-found')
    const { slots } = await store.staffSlots(at())
    return reply.type('text/calendar; charset=utf-8').send(calendar(slots))
  })
}

function holds(member: Member, token: string): boolean {
  if (member.calendar === undefined) return false
  return timingSafeEqual(Buffer.from(member.calendar), Buffer.from(hashToken(token)))
}

/** RFC 5545. Times in UTC, which every calendar shows in its own zone on both sides of a clock change. */
export function calendar(slots: readonly StaffSlot[]): string {
  const booked = slots.filter(slot => slot.bookings.length > 0)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foerste snak//DA',
    ...booked.flatMap(slot =>
      slot.dates.flatMap(({ startsAt, minutes }, index) => [
        'BEGIN:VEVENT',
        `UID:${slot.id}-${index}`,
        `DTSTAMP:${utc(startsAt)}`, // required by §3.6.1; the time of booking is nobody's business
        `DTSTART:${utc(startsAt)}`,
        `DURATION:PT${minutes}M`,
        'SUMMARY:Samtale',
        'CLASS:PRIVATE',
        'END:VEVENT',
      ]),
    ),
    'END:VCALENDAR',
  ]
  return lines.map(line => line + '\r\n').join('')
}

/** RFC 5545 §3.3.5, form 2. */
function utc(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
}
