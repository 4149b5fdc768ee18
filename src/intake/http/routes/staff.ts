import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { staffCalls } from '../../../core/contract/calls.ts'
import {
  bookingsCancel,
  changesPost,
  notePost,
  replyPost,
  slotChange,
  slotsDelete,
  slotsPost,
  statePost,
  statesPost,
  uuid,
  version,
} from '../../../core/contract/index.ts'
import { answerMessage } from '../message-answer.ts'
import { refuse } from '../../problems.ts'
import { readBody, readId, readValue } from '../read.ts'
import type { SessionGuard } from '../../staff/session-guard.ts'
import type { Member } from '../../staff/team.ts'
import { versionOfTimes } from '../../store/slots.ts'
import type { Act, Moment } from '../../store/moment.ts'
import type { StaffStore } from '../../store/roles/staff-store.ts'

/** As many versions as `changesPost` takes, fourteen letters each. */
const CHANGES_BYTES = 320 * 1024

const slotsQuery = z.object({ have: z.optional(version) })
const pageQuery = z.object({ after: z.optional(uuid) })

/** What a member of staff may call once signed in. All that is sealed goes out sealed. */
export function staffRoutes(
  app: FastifyInstance,
  { store, at, guard }: { store: StaffStore; at: () => Moment; guard: SessionGuard },
): void {
  const { asMember } = guard
  const actOf = (by: Member): Act => ({ ...at(), by })

  app.get(
    staffCalls.staffRequests.path,
    asMember(async (_by, request, reply) => {
      const query = readValue(pageQuery, request.query, reply)
      return query ? store.staffRequests(query.after) : reply
    }),
  )

  app.get(
    staffCalls.staffRequest.path,
    asMember(async (_by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      return (await store.staffRequest(id)) ?? refuse(reply, 'not-found')
    }),
  )

  app.post(
    staffCalls.reply.path,
    asMember(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      const post = readBody(replyPost, request, reply)
      if (!post) return reply
      return answerMessage(reply, post.id, await store.addReply(id, post, actOf(by)))
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
      const { refused } = await store.setStates({ state, requests: [{ id, ...seen }] }, actOf(by))
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
      return post ? store.setStates(post, actOf(by)) : reply
    }),
  )

  app.post(staffCalls.changes.path, {
    bodyLimit: CHANGES_BYTES,
    ...asMember(async (_by, request, reply) => {
      const post = readBody(changesPost, request, reply)
      if (!post) return reply
      if (!post.quiet) await store.looked(at())
      return store.changes(post)
    }),
  })

  app.post(
    staffCalls.note.path,
    asMember(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      const post = readBody(notePost, request, reply)
      if (!post) return reply
      return answerMessage(reply, post.id, await store.addNote(id, post, actOf(by)))
    }),
  )

  app.get(
    staffCalls.figures.path,
    asMember(() => store.figures(at())),
  )

  app.get(
    staffCalls.notices.path,
    asMember(async () => ({ failingSince: await store.noticesFailing() })),
  )

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
      const result = await store.publishSlots(post.slots, actOf(by))
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
      const result = await store.changeSlot(id, post, actOf(by))
      return result === 'changed' ? reply.code(204).send() : refuse(reply, result)
    }),
  )

  app.delete(
    staffCalls.withdrawSlots.path,
    asMember(async (by, request, reply) => {
      const post = readBody(slotsDelete, request, reply)
      if (!post) return reply
      const result = await store.withdrawSlots(post.ids, actOf(by))
      return result === 'withdrawn' ? reply.code(204).send() : refuse(reply, 'slot-booked')
    }),
  )

  app.post(
    staffCalls.callOff.path,
    asMember(async (by, request, reply) => {
      const post = readBody(bookingsCancel, request, reply)
      return post ? store.staffCancelBookings(post.ids, actOf(by)) : reply
    }),
  )
}
