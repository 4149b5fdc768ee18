import type { FastifyInstance, FastifyReply } from 'fastify'
import { staffCalls } from '../../../core/contract/calls.ts'
import { templatesPost } from '../../../core/contract/templates.ts'
import { acceptPost, invitePost, teamPost, type TeamPost } from '../../../core/contract/team.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import type { MemberHandler, SessionGuard } from '../../staff/session-guard.ts'
import type { TeamBook } from '../../staff/team-book.ts'
import { isLeader } from '../../staff/team.ts'
import type { Moment } from '../../store/moment.ts'
import type { AccessStore } from '../../store/roles/access-store.ts'
import { refuse } from '../../problems.ts'
import { hashToken } from '../../../core/sealing/hash-token.ts'
import { readBody, readId } from '../read.ts'

/** A new epoch is wrapped to each member: 2.5 kB each, and a newcomer gets all epochs there ever were. */
export const TEAM_BYTES = 512 * 1024

/** As `templatesPost` takes, with room for its JSON. */
const TEMPLATES_BYTES = 128 * 1024

/** The list of members and the templates: read by all, changed by leaders; and the way in for newcomers. */
export function teamRoutes(
  app: FastifyInstance,
  parts: { store: AccessStore; gate: Gate; at: () => Moment; guard: SessionGuard; team: TeamBook },
): void {
  const { store, gate, at, guard, team } = parts
  const forLeaders = (handler: MemberHandler): ReturnType<SessionGuard['asMember']> =>
    guard.asMember(async (by, request, reply) =>
      isLeader(by, await team.members()) ? handler(by, request, reply) : refuse(reply, 'leaders-only'),
    )

  app.get(
    staffCalls.team.path,
    guard.asMember(async by => ({
      demo: team.demo,
      ...(await store.team()),
      invites: isLeader(by, await team.members()) ? await store.invites(at()) : [],
    })),
  )

  app.post(staffCalls.changeTeam.path, {
    bodyLimit: TEAM_BYTES,
    ...forLeaders(async (by, request, reply) => {
      const post = readBody(teamPost, request, reply)
      if (!post) return reply
      if (post.entries.some(entry => entry.by !== by.signing)) return unacceptable(reply)
      if (post.entries[0]?.prev !== (await store.teamHead())) return refuse(reply, 'team-changed')
      if (!(await team.mayFollow(post.entries)) || !isWrappedToTheirs(post)) return unacceptable(reply)
      const done = await store.changeTeam(post, { ...at(), by })
      return done === 'changed' ? reply.code(204).send() : refuse(reply, 'team-changed')
    }),
  })

  app.get(
    staffCalls.templates.path,
    guard.asMember(() => store.templates()),
  )

  app.post(staffCalls.changeTemplates.path, {
    bodyLimit: TEMPLATES_BYTES,
    ...forLeaders(async (by, request, reply) => {
      const post = readBody(templatesPost, request, reply)
      if (!post) return reply
      const done = await store.changeTemplates(post, { ...at(), by })
      return done === 'changed' ? reply.code(204).send() : refuse(reply, 'templates-changed')
    }),
  })

  app.post(
    staffCalls.invite.path,
    forLeaders(async (by, request, reply) => {
      const post = readBody(invitePost, request, reply)
      if (!post) return reply
      await store.addInvite(post, { ...at(), by })
      return reply.code(204).send()
    }),
  )

  app.delete(
    staffCalls.takeBackInvite.path,
    forLeaders(async (by, request, reply) => {
      const id = readId(request, reply)
      if (id === null) return reply
      await store.takeBackInvite(id, { ...at(), by })
      return reply.code(204).send()
    }),
  )

  app.post(
    staffCalls.acceptInvite.path,
    { onRequest: [gate.admit('sign-in'), guard.sameOrigin] },
    async (request, reply) => {
      const post = readBody(acceptPost, request, reply)
      if (!post) return reply
      const { token, ...newcomer } = post
      const done = await store.acceptInvite(hashToken(token), newcomer, at())
      if (done === 'accepted') return reply.code(204).send()
      return refuse(reply, done === 'used' ? 'id-conflict' : 'not-found')
    },
  )
}

const unacceptable = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 'unacceptable', { field: 'entries' })

/** Nobody's keys are put in the place of another's: those that come go to whom they are for, epoch by epoch. */
function isWrappedToTheirs({ wrapped }: TeamPost): boolean {
  return new Set(wrapped.map(({ signing, epoch }) => `${signing} ${epoch}`)).size === wrapped.length
}
