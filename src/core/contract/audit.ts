import * as z from 'zod/mini'
import { base64url32 } from './encoding.ts'
import { requestState } from './states.ts'

/** What a member did, as the intake sees it; what was said or read stands nowhere. */
export const auditAct = z.enum([
  'signed-in',
  'signed-out',
  'replied',
  'noted',
  'moved',
  /** The browser's own word: the text of a request was copied or handed over. */
  'exported',
  'times-published',
  'times-withdrawn',
  'booking-called-off',
  'member-invited',
  'member-added',
  'member-removed',
  /** Of logs before `made-leader` and `made-member`. */
  'role-changed',
  'made-leader',
  'made-member',
  'invite-taken-back',
  'templates-changed',
  /** At the server: another team has taken the store over (`new-team`). `who` began that team, `about` the one before. */
  'team-replaced',
])
export type AuditAct = z.infer<typeof auditAct>

/** One line of the log: `hash` holds this line and all before it (`core/audit/chain.ts`). */
export const auditEntry = z.strictObject({
  seq: z.int().check(z.gte(1)),
  /** Day and hour in Denmark, `YYYY-MM-DDTHH`. */
  hour: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d$/)),
  /** The member's name at that time, and their public signing key. */
  who: z.string(),
  member: base64url32,
  act: auditAct,
  /** The first eight signs of the request's id, where it was about one. */
  reference: z.nullable(z.string().check(z.regex(/^[0-9a-f]{8}$/))),
  /** Where the request was moved to. */
  state: z.nullable(requestState),
  /** The name of the member it was done to, where it was to one; older lines and backups have none. */
  about: z._default(z.nullable(z.string()), null),
  hash: base64url32,
})
export type AuditEntry = z.infer<typeof auditEntry>

/** `GET /api/staff/audit`, for leaders: the newest first. `?before=<seq>` goes on where the last answer ended. */
export const auditAnswer = z.strictObject({ entries: z.array(auditEntry), more: z.boolean() })
