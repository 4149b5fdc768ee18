import type { FastifyReply } from 'fastify'
import { refuse } from '../problems.ts'

/** What is full stays so until it is erased, but the answer asks nobody to wait for weeks. */
const FULL_FOR_SECONDS = 3_600

type Taken =
  | { readonly kind: 'accepted' | 'same'; readonly on: string }
  | { readonly kind: 'conflict' | 'erased' | 'not-found' | 'full' }

/** What came of a sealed message, reply or note that was sent under an id: 201, 200 when the same came before, or a problem. */
export function answerMessage(reply: FastifyReply, id: string, taken: Taken): FastifyReply {
  switch (taken.kind) {
    case 'accepted':
    case 'same':
      return reply.code(taken.kind === 'same' ? 200 : 201).send({ id, on: taken.on })
    case 'conflict':
      return refuse(reply, 'id-conflict')
    case 'full':
      return refuse(reply.header('Retry-After', FULL_FOR_SECONDS), 'slow-down')
    case 'erased':
    case 'not-found':
      return refuse(reply, taken.kind)
  }
}
