import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { citizenCalls } from '../../../core/contract/calls.ts'
import { requestPost, slotKind } from '../../../core/contract/index.ts'
import type { Recipients } from '../../../core/sealing/recipients.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import { refuse } from '../../problems.ts'
import { readBody, readValue } from '../read.ts'
import type { Moment } from '../../store/moment.ts'
import type { CitizenStore } from '../../store/roles/citizen-store.ts'

const slotsQuery = z.object({ kind: slotKind })

/** What anybody may call: the recipients, the free times, and the request itself. */
export function requestRoutes(
  app: FastifyInstance,
  parts: { store: CitizenStore; gate: Gate; at: () => Moment; recipients: Recipients; fingerprint: string },
): void {
  const { store, gate, at, recipients, fingerprint } = parts

  app.get(citizenCalls.recipients.path, { onRequest: gate.admit('other') }, () => ({
    recipients,
    fingerprint,
  }))

  app.get(citizenCalls.slots.path, { onRequest: gate.admit('other') }, async (request, reply) => {
    const query = readValue(slotsQuery, request.query, reply)
    return query ? { slots: await store.slots(query.kind, at()) } : reply
  })

  app.post(citizenCalls.sendRequest.path, { onRequest: gate.admit('requests') }, async (request, reply) => {
    const post = readBody(requestPost, request, reply)
    if (!post) return reply
    if (post.slotIds !== undefined && post.slotIds.length > 0) {
      if (!(await gate.paidForBooking(request, reply))) return reply
    }
    const result = await store.acceptRequest(post, at())
    switch (result.kind) {
      case 'accepted':
      case 'same':
        if (result.kind === 'accepted' && result.answer.slot !== null) gate.booked(request)
        return reply.code(result.kind === 'same' ? 200 : 201).send({ id: post.id, ...result.answer })
      case 'conflict':
        return refuse(reply, 'id-conflict')
      case 'erased':
        return refuse(reply, 'erased')
    }
  })
}
