import type { FastifyInstance } from 'fastify'
import { staffCalls } from '../../../core/contract/calls.ts'
import { sessionPost } from '../../../core/contract/index.ts'
import { checkSignIn } from '../../staff/check-sign-in.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import type { Nonces } from '../../staff/nonces.ts'
import { refuse } from '../../problems.ts'
import { readBody } from '../read.ts'
import type { SessionGuard } from '../../staff/session-guard.ts'
import type { Moment } from '../../store/moment.ts'
import type { TeamBook } from '../../staff/team-book.ts'

/** Signing in and out. Whatever is wrong with a sign-in, the answer is the same. */
export function sessionRoutes(
  app: FastifyInstance,
  parts: { gate: Gate; at: () => Moment; guard: SessionGuard; nonces: Nonces; team: TeamBook },
): void {
  const { gate, at, guard, nonces, team } = parts
  const onRequest = [gate.admit('sign-in'), guard.sameOrigin]

  app.post(staffCalls.challenge.path, { onRequest }, () => nonces.make())

  app.post(staffCalls.signIn.path, { onRequest }, async (request, reply) => {
    const post = readBody(sessionPost, request, reply)
    if (!post) return reply
    // `sameOrigin` has let through only an inbox of ours, so this is the origin the statement must name.
    const origin = request.headers.origin ?? ''
    const members = await team.members()
    const member = await checkSignIn(post, { members, nonces, origin, at: at() })
    if (member === null) return refuse(reply, 'sign-in-refused')
    await guard.open(member, reply)
    return reply.code(201).send({ name: member.name, wrapped: member.wrapped })
  })

  const leaving = { onRequest: [guard.lane('sign-in'), guard.sameOrigin] }

  app.delete(staffCalls.signOut.path, leaving, async (request, reply) => {
    await guard.close(request, reply)
    return reply.code(204).send()
  })

  app.delete(staffCalls.signOutHere.path, leaving, async (request, reply) => {
    await guard.closeHere(request, reply)
    return reply.code(204).send()
  })
}
