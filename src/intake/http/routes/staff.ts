import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import {
  bookingsCancel,
  replyPost,
  slotsDelete,
  slotsPost,
  statePost,
  uuid,
} from '../../../core/contract/index.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import { refuse } from '../problems.ts'
import { readBody, readId, readValue } from '../read.ts'
import type { StaffDoor } from '../../staff/session-guard.ts'
import type { Moment, Store } from '../../store/store.ts'

const pageQuery = z.object({ after: z.optional(uuid) })

/** What a member of staff may call once signed in. All that is sealed goes out sealed. */
export function staffRoutes(
  app: FastifyInstance,
  { store, gate, at, door }: { store: Store; gate: Gate; at: () => Moment; door: StaffDoor },
): void {
  const onRequest = [gate.admit('other'), door.signedIn]

  app.get('/api/staff/requests', { onRequest }, async (request, reply) => {
    const query = readValue(pageQuery, request.query, reply)
    return query ? store.staffRequests(query.after) : reply
  })

  app.get('/api/staff/requests/:id', { onRequest }, async (request, reply) => {
    const id = readId(request, reply)
    if (id === null) return reply
    return (await store.staffRequest(id)) ?? refuse(reply, 'not-found')
  })

  app.post('/api/staff/requests/:id/replies', { onRequest }, async (request, reply) => {
    const id = readId(request, reply)
    if (id === null) return reply
    const post = readBody(replyPost, request, reply)
    if (!post) return reply
    const result = await store.addReply(id, post, at())
    switch (result.kind) {
      case 'accepted':
      case 'same':
        return reply.code(result.kind === 'same' ? 200 : 201).send({ id: post.id, on: result.on })
      case 'conflict':
        return refuse(reply, 'id-conflict')
      case 'not-found':
        return refuse(reply, 'not-found')
    }
  })

  app.post('/api/staff/requests/:id/state', { onRequest }, async (request, reply) => {
    const id = readId(request, reply)
    if (id === null) return reply
    const post = readBody(statePost, request, reply)
    if (!post) return reply
    const result = await store.setState(id, post.state, at())
    return result === 'set' ? reply.code(204).send() : refuse(reply, 'not-found')
  })

  app.get('/api/staff/slots', { onRequest }, () => store.staffSlots(at()))

  app.post('/api/staff/slots', { onRequest }, async (request, reply) => {
    const post = readBody(slotsPost, request, reply)
    if (!post) return reply
    const result = await store.publishSlots(post.slots, at())
    return result.kind === 'accepted' ? reply.code(204).send() : refuse(reply, 'id-conflict')
  })

  app.delete('/api/staff/slots', { onRequest }, async (request, reply) => {
    const post = readBody(slotsDelete, request, reply)
    if (!post) return reply
    const result = await store.withdrawSlots(post.ids, at())
    return result === 'withdrawn' ? reply.code(204).send() : refuse(reply, 'slot-booked')
  })

  app.post('/api/staff/bookings/cancel', { onRequest }, async (request, reply) => {
    const post = readBody(bookingsCancel, request, reply)
    return post ? store.staffCancelBookings(post.ids, at()) : reply
  })
}
