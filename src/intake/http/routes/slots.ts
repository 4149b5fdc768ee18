import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { staffCalls } from '../../../core/contract/calls.ts'
import { bookingsCancel, slotChange, slotsDelete, slotsPost, version } from '../../../core/contract/index.ts'
import { refuse } from '../../problems.ts'
import { readBody, readId, readValue } from '../read.ts'
import type { SessionGuard } from '../../staff/session-guard.ts'
import { versionOfTimes } from '../../store/slots.ts'
import type { Moment } from '../../store/moment.ts'
import type { StaffStore } from '../../store/roles/staff-store.ts'

const slotsQuery = z.object({ have: z.optional(version) })

/** What a member does with times: looks at them, publishes, changes and withdraws them, and calls booked ones off. */
export function slotRoutes(
  app: FastifyInstance,
  parts: { store: StaffStore; at: () => Moment; guard: SessionGuard },
): void {
  const { store, at, guard } = parts
  const { asMember } = guard

  app.get(
    staffCalls.staffSlots.path,
    asMember(async (_by, request, reply) => {
      const query = readValue(slotsQuery, request.query, reply)
      if (!query) return reply
      const times = await store.staffSlots(at())
      const version = versionOfTimes(times)
      return { version, times: query.have === version ? null : times }
    }),
  )

  app.post(
    staffCalls.publishSlots.path,
    asMember(async (by, request, reply) => {
      const post = readBody(slotsPost, request, reply)
      if (!post) return reply
      const result = await store.publishSlots(post.slots, { ...at(), by })
      if (result.kind === 'accepted') return reply.code(204).send()
      return refuse(reply, result.kind === 'exists' ? 'slot-exists' : 'id-conflict')
    }),
  )

  app.post(
    staffCalls.changeSlot.path,
    asMember(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      const post = readBody(slotChange, request, reply)
      if (!post) return reply
      const result = await store.changeSlot(id, post, { ...at(), by })
      return result === 'changed' ? reply.code(204).send() : refuse(reply, result)
    }),
  )

  app.delete(
    staffCalls.withdrawSlots.path,
    asMember(async (by, request, reply) => {
      const post = readBody(slotsDelete, request, reply)
      if (!post) return reply
      const result = await store.withdrawSlots(post.ids, { ...at(), by })
      return result === 'withdrawn' ? reply.code(204).send() : refuse(reply, 'slot-booked')
    }),
  )

  app.post(
    staffCalls.callOff.path,
    asMember(async (by, request, reply) => {
      const post = readBody(bookingsCancel, request, reply)
      return post ? store.staffCancelBookings(post.ids, { ...at(), by }) : reply
    }),
  )
}
