import * as z from 'zod/mini'
import { base64url } from './encoding.ts'

/** As long as all texts in all languages can be, sealed; in letters of base64url. */
const MOST = 100_000

/**
 * `GET /api/staff/templates`: what leaders have made of the templates for replies, sealed to the team and signed inside
 * (`core/sealing/templates.ts`). `version` counts the changes; null: nothing was changed yet.
 */
export const templatesAnswer = z.strictObject({
  version: z.int().check(z.gte(0)),
  sealed: z.nullable(base64url.check(z.maxLength(MOST))),
})
export type TemplatesAnswer = z.infer<typeof templatesAnswer>

/** `POST /api/staff/templates`: `from` is the version that was changed. 409 `templates-changed` when another stands there. */
export const templatesPost = z.strictObject({
  from: z.int().check(z.gte(0), z.lte(999_999)),
  sealed: base64url.check(z.minLength(1), z.maxLength(MOST)),
})
export type TemplatesPost = z.infer<typeof templatesPost>
