import type { FastifyInstance } from 'fastify'
import { staffCalls } from '../../../core/contract/calls.ts'
import { notePost, replyPost, statePost, statesPost } from '../../../core/contract/index.ts'
import { answerMessage } from '../message-answer.ts'
import { refuse } from '../../problems.ts'
import { readBody, readId } from '../read.ts'
import type { SessionGuard } from '../../staff/session-guard.ts'
import type { Moment } from '../../store/moment.ts'
import type { StaffStore } from '../../store/roles/staff-store.ts'

/** What a member does with requests: replies, moves them on, and notes for colleagues what was done. */
export function answeringRoutes(
  app: FastifyInstance,
  parts: { store: StaffStore; at: () => Moment; guard: SessionGuard },
): void {
  const { store, at, guard } = parts
  const { asMember } = guard

  app.post(
    staffCalls.reply.path,
    asMember(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      const post = readBody(replyPost, request, reply)
      if (!post) return reply
      return answerMessage(reply, post.id, await store.addReply(id, post, { ...at(), by }))
    }),
  )

  app.post(
    staffCalls.move.path,
    asMember(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      const post = readBody(statePost, request, reply)
      if (!post) return reply
      const { state, ...seen } = post
      const { refused } = await store.setStates({ state, requests: [{ id, ...seen }] }, { ...at(), by })
      const present = refused[0]?.state
      if (present === undefined) return reply.code(204).send()
      return present === null
        ? refuse(reply, 'not-found')
        : refuse(reply, 'state-changed', { state: present })
    }),
  )

  app.post(
    staffCalls.moveSeveral.path,
    asMember(async (by, request, reply) => {
      const post = readBody(statesPost, request, reply)
      return post ? store.setStates(post, { ...at(), by }) : reply
    }),
  )

  app.post(
    staffCalls.note.path,
    asMember(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      const post = readBody(notePost, request, reply)
      if (!post) return reply
      return answerMessage(reply, post.id, await store.addNote(id, post, { ...at(), by }))
    }),
  )
}
