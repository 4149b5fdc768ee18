import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { citizenCalls } from '../../../core/contract/calls.ts'
import { bookingPost, messagePost } from '../../../core/contract/index.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import { answerMessage } from '../message-answer.ts'
import { refuse } from '../../problems.ts'
import { readBody, readId, readMailbox } from '../read.ts'
import type { MailboxHash, Moment } from '../../store/moment.ts'
import type { CitizenStore } from '../../store/roles/citizen-store.ts'

/** What the holder of a return code may call. A token of the wrong form and an unknown one get the same answer. */
export function mailboxRoutes(
  app: FastifyInstance,
  { store, gate, at }: { store: CitizenStore; gate: Gate; at: () => Moment },
): void {
  function unknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    gate.wrongToken(request)
    return refuse(reply, 'unknown-mailbox')
  }

  app.get(citizenCalls.readMailbox.path, { onRequest: gate.admit('mailbox') }, async (request, reply) => {
    const mailbox = readMailbox(request)
    const stored = mailbox === null ? null : await store.mailbox(mailbox, at())
    return stored ?? unknown(request, reply)
  })

  app.delete(citizenCalls.withdraw.path, { onRequest: gate.admit('mailbox') }, async (request, reply) => {
    const mailbox = readMailbox(request)
    const result = mailbox === null ? 'unknown-mailbox' : await store.withdraw(mailbox, at())
    return result === 'withdrawn' ? reply.code(204).send() : unknown(request, reply)
  })

  app.post(citizenCalls.sendMessage.path, { onRequest: gate.admit('messages') }, async (request, reply) => {
    const mailbox = readMailbox(request)
    if (mailbox === null) return unknown(request, reply)
    const post = readBody(messagePost, request, reply)
    if (!post) return reply
    const result = await store.addMessage(mailbox, post, at())
    return result.kind === 'unknown-mailbox' ? unknown(request, reply) : answerMessage(reply, post.id, result)
  })

  app.post(citizenCalls.book.path, { onRequest: gate.admit('bookings') }, async (request, reply) => {
    const mailbox = readMailbox(request)
    if (mailbox === null) return unknown(request, reply)
    const post = readBody(bookingPost, request, reply)
    if (!post) return reply
    const result = await store.book(mailbox, post, at())
    switch (result.kind) {
      case 'accepted':
      case 'same':
        if (result.kind === 'accepted') gate.booked(request)
        return reply.code(result.kind === 'same' ? 200 : 201).send(result.booking)
      case 'conflict':
        return refuse(reply, 'id-conflict')
      case 'unknown-mailbox':
        return unknown(request, reply)
      case 'slot-taken':
      case 'no-booking-left':
      case 'not-found':
        return refuse(reply, result.kind)
    }
  })

  app.delete(citizenCalls.giveBack.path, { onRequest: gate.admit('mailbox') }, async (request, reply) => {
    const mailbox: MailboxHash | null = readMailbox(request)
    if (mailbox === null) return unknown(request, reply)
    const id = readId(request, reply)
    if (id === null) return reply
    const result = await store.cancelBooking(mailbox, id, at())
    switch (result) {
      case 'cancelled':
        return reply.code(204).send()
      case 'unknown-mailbox':
        return unknown(request, reply)
      case 'not-found':
        return refuse(reply, 'not-found')
    }
  })
}
