import * as z from 'zod/mini'
import { base64url32, day, sealed, uuid } from './encoding.ts'
import { slot, slotIds } from './slots.ts'

/** `POST /api/requests`: all that leaves the phone. `mailbox` is the SHA-256 of the mailbox token. */
export const requestPost = z.strictObject({
  id: uuid,
  sealed,
  mailbox: base64url32,
  slotIds: z.optional(slotIds),
})
export type RequestPost = z.infer<typeof requestPost>

/** 201 (or 200 for the same again). `slot` is the first wished time that was free, or null. */
export const requestAnswer = z.strictObject({ id: uuid, receivedOn: day, slot: z.nullable(slot) })
export type RequestAnswer = z.infer<typeof requestAnswer>

/** `GET /api/recipients`: compared with the build's own, never used for sealing. */
export const recipientsAnswer = z.strictObject({
  recipients: z.array(z.string()).check(z.length(2)),
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
