import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { staffCalls } from '../../../core/contract/calls.ts'
import { refuse } from '../../problems.ts'
import { readId, readValue } from '../read.ts'
import type { SessionGuard } from '../../staff/session-guard.ts'
import type { TeamBook } from '../../staff/team-book.ts'
import { isLeader } from '../../staff/team.ts'
import type { Moment } from '../../store/moment.ts'
import type { StaffStore } from '../../store/roles/staff-store.ts'

const pageQuery = z.object({ before: z.optional(z.string().check(z.regex(/^[1-9]\d{0,14}$/))) })

/** Who did what: read by leaders, and added to by the inbox where only the browser can know. */
export function auditRoutes(
  app: FastifyInstance,
  parts: { store: StaffStore; at: () => Moment; guard: SessionGuard; team: TeamBook },
): void {
  const { store, at, guard, team } = parts

  app.get(
    staffCalls.audit.path,
    guard.asMember(async (by, request, reply) => {
      if (!isLeader(by, await team.members())) return refuse(reply, 'leaders-only')
      const query = readValue(pageQuery, request.query, reply)
      if (!query) return reply
      return store.audit(query.before === undefined ? undefined : Number(query.before))
    }),
  )

  app.post(
    staffCalls.exported.path,
    guard.asMember(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      if ((await store.staffRequest(id)) === null) return refuse(reply, 'not-found')
      await store.record({ act: 'exported', requestId: id }, { ...at(), by })
      return reply.code(204).send()
    }),
  )
}
