import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { staffCalls } from '../../../core/contract/calls.ts'
import { changesPost, uuid } from '../../../core/contract/index.ts'
import { refuse } from '../../problems.ts'
import { readBody, readId, readValue } from '../read.ts'
import type { SessionGuard } from '../../staff/session-guard.ts'
import type { Moment } from '../../store/moment.ts'
import type { StaffStore } from '../../store/roles/staff-store.ts'

/** As many versions as `changesPost` takes, fourteen letters each. */
const CHANGES_BYTES = 320 * 1024

const pageQuery = z.object({ after: z.optional(uuid) })

/** What a desk fetches: requests, what has changed of them, and what is told beside them. All that is sealed goes out sealed. */
export function deskRoutes(
  app: FastifyInstance,
  parts: { store: StaffStore; at: () => Moment; guard: SessionGuard },
): void {
  const { store, at, guard } = parts
  const { asMember } = guard

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

  app.post(staffCalls.changes.path, {
    bodyLimit: CHANGES_BYTES,
    ...asMember(async (_by, request, reply) => {
      const post = readBody(changesPost, request, reply)
      if (!post) return reply
      if (!post.quiet) await store.looked(at())
      return store.changes(post)
    }),
  })

  app.get(
    staffCalls.figures.path,
    asMember(() => store.figures(at())),
  )

  app.get(
    staffCalls.notices.path,
    asMember(async () => ({ failingSince: await store.noticesFailing() })),
  )
}
