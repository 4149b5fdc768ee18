import type { FastifyInstance } from 'fastify'
import { staffCalls } from '../../../core/contract/calls.ts'
import { sessionPost } from '../../../core/contract/index.ts'
import { checkSignIn } from '../../staff/check-sign-in.ts'
import type { Gate } from '../../limits/rate-limit.ts'
import type { Nonces } from '../../staff/nonces.ts'
import { refuse } from '../problems.ts'
import { readBody } from '../read.ts'
import type { StaffDoor } from '../../staff/session-guard.ts'
import type { Moment } from '../../store/moment.ts'
import type { TeamBook } from '../../staff/team-book.ts'

/** Signing in and out. Whatever is wrong with a sign-in, the answer is the same. */
export function sessionRoutes(
  app: FastifyInstance,
  parts: { gate: Gate; at: () => Moment; door: StaffDoor; nonces: Nonces; team: TeamBook },
): void {
  const { gate, at, door, nonces, team } = parts
  const onRequest = [gate.admit('sign-in'), door.sameOrigin]

  app.post(staffCalls.challenge.path, { onRequest }, () => nonces.make())

  app.post(staffCalls.signIn.path, { onRequest }, async (request, reply) => {
    const post = readBody(sessionPost, request, reply)
    if (!post) return reply
    // `sameOrigin` has let through only an inbox of ours, so this is the origin the statement must name.
    const origin = request.headers.origin ?? ''
    const members = await team.members()
    const member = await checkSignIn(post, { members, nonces, origin, at: at() })
    if (member === null) return refuse(reply, 'sign-in-refused')
    await door.open(member, reply)
    return reply.code(201).send({ name: member.name, wrapped: member.wrapped })
  })

  app.delete(
    staffCalls.signOut.path,
    { onRequest: [door.lane('sign-in'), door.sameOrigin] },
    async (request, reply) => {
      await door.close(request, reply)
      return reply.code(204).send()
    },
  )
}
