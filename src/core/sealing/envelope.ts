import * as z from 'zod/mini'
import { base64url16, base64url32, day, uuid } from '../contract/encoding.ts'
import { slotIds } from '../contract/slots.ts'
import { SealingError } from './errors.ts'
import { open } from './open.ts'
import { hybridRecipient, type Recipients } from './recipients.ts'
import { seal } from './seal.ts'

/** How the team answers: where to seal to, and the key that proves who writes. */
const reply = z.strictObject({
  recipient: hybridRecipient,
  threadKey: base64url32,
  threadId: base64url16,
})
export type Reply = z.infer<typeof reply>

/** The plaintext of a sealed request. */
export type Envelope<Request> = {
  v: 2
  kind: 'request'
  /** The same UUID as it is posted under, so that stored requests cannot change places. */
  id: string
  /** The day it was written, in the municipality's time zone. It may be days before it is sent. */
  writtenOn: string
  request: Request
  reply: Reply
  /** Up to three wished times, first wish first; empty when none. */
  slotIds: string[]
}

/** Any zod (or zod/mini) schema. The request's own stands in `core/request`. */
export type SchemaOf<Request> = z.core.$ZodType<Request>

const schemaOf = <Request>(request: SchemaOf<Request>) =>
  z.strictObject({
    v: z.literal(2),
    kind: z.literal('request'),
    id: uuid,
    writtenOn: day,
    request,
    reply,
    slotIds,
  })

/**
 * Checks a request against its schema and seals it to team and recovery.
 *
 * @returns exactly 10,240 bytes.
 * @throws SealingError `form` when the schema refuses it (nothing is sealed), `too-long` when it does not fit.
 */
export async function sealRequest<Request>(
  envelope: Envelope<Request>,
  requestSchema: SchemaOf<Request>,
  recipients: Recipients,
): Promise<Uint8Array> {
  return seal(checkEnvelope(envelope, requestSchema), recipients)
}

/**
 * Opens a request and checks all of it: version, kind, no unknown fields.
 *
 * @param id what it is stored under; left out only where nobody knows (recovery from a backup).
 * @returns `null` when it was sealed to none of these keys.
 * @throws SealingError as `open` does; `form` when it is not a request of ours; `other-request` when the id differs.
 */
export async function openRequest<Request>(
  bytes: Uint8Array,
  identities: readonly string[],
  requestSchema: SchemaOf<Request>,
  id?: string,
): Promise<Envelope<Request> | null> {
  const plain = await open(bytes, identities)
  if (plain === null) return null
  const envelope = checkEnvelope(plain, requestSchema)
  if (id !== undefined && envelope.id !== id) {
    throw new SealingError('other-request', 'the request was stored under another id')
  }
  return envelope
}

function checkEnvelope<Request>(plain: unknown, requestSchema: SchemaOf<Request>): Envelope<Request> {
  const parsed = z.safeParse(schemaOf(requestSchema), plain)
  // Only where it is wrong: what was written stays out of messages.
  if (!parsed.success) throw new SealingError('form', `not a request: ${whereIn(parsed.error)}`)
  return parsed.data
}

function whereIn(error: z.core.$ZodError): string {
  return error.issues.map(issue => issue.path.join('.') || issue.code).join(', ')
}
