import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { base64url32, uuid } from '../../core/contract/index.ts'
import { hashToken } from '../../core/sealing/hash-token.ts'
import { refuse } from '../problems.ts'
import type { MailboxHash } from '../store/moment.ts'

/** The body, if the schema takes it; else answers 400 (no JSON object) or 422 naming the field, and returns null. */
export function readBody<T>(
  schema: z.ZodMiniType<T>,
  request: FastifyRequest,
  reply: FastifyReply,
): T | null {
  if (typeof request.body !== 'object' || request.body === null || Array.isArray(request.body)) {
    void refuse(reply, 'not-json')
    return null
  }
  return readValue(schema, request.body, reply)
}

/** As `readBody`, for what does not come as a body. */
export function readValue<T>(schema: z.ZodMiniType<T>, value: unknown, reply: FastifyReply): T | null {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ]
  void refuse(reply, 'unacceptable', { field: path.map(String).join('.').slice(0, 100) })
  return null
}

/** The id in the address, or null after answering 404: what is no id names nothing. */
export function readId(request: FastifyRequest, reply: FastifyReply): string | null {
  const { id } = request.params as { id?: unknown } // the route has `:id`
  const parsed = uuid.safeParse(id).data
  if (parsed === undefined) void refuse(reply, 'not-found')
  return parsed ?? null
}

/** SHA-256 of the token in `Authorization: Bearer …` (RFC 6750 §2.1), or null where there is none of our form. */
export function readMailbox(request: FastifyRequest): MailboxHash | null {
  const token = readToken(/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1])
  return token === null ? null : hashToken(token)
}

/** A token of 32 bytes in its one form, or null. */
export const readToken = (text: string | undefined): string | null => base64url32.safeParse(text).data ?? null
