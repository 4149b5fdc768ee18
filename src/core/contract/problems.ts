import * as z from 'zod/mini'
import { requestState } from './states.ts'

/** Every error the intake can answer with; `type` is `urn:foerste-snak:problem:<name>` (RFC 9457 §3.1.1). */
export const problemName = z.enum([
  'not-json', // 400
  'not-signed-in', // 401
  'sign-in-refused', // 403
  'leaders-only', // 403
  'not-found', // 404
  'unknown-mailbox', // 404
  'method-not-allowed', // 405
  'id-conflict', // 409: same id, other content
  'slot-taken', // 409: none of the wished times was free
  'no-booking-left', // 409: the mailbox has had what it may have
  'slot-exists', // 409: the same time is published already
  'slot-booked', // 409: a booked time cannot be withdrawn without a word to those who have it
  'slot-changed', // 409: a colleague has changed the time since
  'state-changed', // 409: a colleague has moved it on, or the person has written since; `state` says where it stands
  'team-changed', // 409: a colleague has changed the list of members since
  'templates-changed', // 409: a colleague has changed the templates for replies since
  'erased', // 410: withdrawn or out of its time
  'too-large', // 413: over 64 KiB
  'wrong-type', // 415: not application/json
  'unacceptable', // 422: the schema refuses it; `field` says where
  'slow-down', // 429: with Retry-After, and a challenge under load
  'broken', // 500: our fault; one fixed sentence
  'not-ready', // 503
])
export type ProblemName = z.infer<typeof problemName>

export const PROBLEM_PREFIX = 'urn:foerste-snak:problem:'

/** A proof of work to solve before trying again (altcha): opaque to all but the solver and the intake. */
export const challenge = z.object({
  challenge: z.unknown(),
  cost: z.int(),
  /** Seconds since 1970. */
  expires: z.int(),
})

/** `application/problem+json` (RFC 9457). `field` is a dotted path into the body (422); `state` comes with `state-changed`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  field: z.optional(z.string()),
  state: z.optional(requestState),
  challenge: z.optional(z.unknown()),
  cost: z.optional(z.int()),
  expires: z.optional(z.int()),
})
export type Problem = z.infer<typeof problem>

/** The name of a problem, or null when the answer came from something else (a proxy, an older server). */
export function nameOf(p: Problem): ProblemName | null {
  const name = p.type.startsWith(PROBLEM_PREFIX) ? p.type.slice(PROBLEM_PREFIX.length) : ''
  return problemName.safeParse(name).data ?? null
}
