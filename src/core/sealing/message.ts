import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod/mini'
import { base64url32, day, uuid } from '../contract/encoding.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { deriveKey, LABELS } from './derive.ts'
import { threadId } from './envelope.ts'
import { SealingError } from './errors.ts'
import type { Recipients } from './recipients.ts'
import { seal } from './seal.ts'

/**
 * The longest text of a message, in UTF-16 units (what `String.length` and `maxlength` count).
 * Whatever the text holds, a message of this length fits the larger sealed size.
 */
export const MESSAGE_TEXT_MAX = 1500

export const threadMessage = z.strictObject({
  v: z.literal(1),
  kind: z.literal('message'),
  thread: threadId,
  from: z.enum(['citizen', 'staff']),
  /** Counts the messages of one side, from 1. */
  seq: z.int().check(z.gte(1), z.lte(9999)),
  /** SHA-256 of the same side's message before this one; null in its first. */
  prev: z.nullable(base64url32),
  /** The highest `seq` of the other side that the writer had before them; 0 when none. */
  seen: z.int().check(z.gte(0), z.lte(9999)),
  writtenOn: day,
  text: z.string().check(z.maxLength(MESSAGE_TEXT_MAX)),
  /** Staff: the request or a time stands, on this day. */
  confirms: z.optional(day),
  /** Citizen: a name or a number given later. */
  name: z.optional(z.string().check(z.maxLength(200))),
  phone: z.optional(z.string().check(z.maxLength(60))),
  /** The bookings that are called off. */
  cancels: z.optional(z.array(uuid).check(z.maxLength(3))),
  /** Staff: this thread is read together with the request whose id begins so. For staff; the text says it in words. */
  links: z.optional(z.string().check(z.regex(/^[0-9a-f]{8}$/))),
  /** HMAC-SHA-256 over `canonicalBytes`, base64url. */
  mac: base64url32,
})
export type ThreadMessage = z.infer<typeof threadMessage>
export type Side = ThreadMessage['from']
export type UnsignedMessage = Omit<ThreadMessage, 'mac'>

/** Where the next message of one side stands in the thread. */
export type Place = Pick<ThreadMessage, 'seq' | 'prev' | 'seen'>

/** What a person adds to a thread. */
export type Words = Pick<ThreadMessage, 'writtenOn' | 'text'> &
  Partial<Pick<ThreadMessage, 'confirms' | 'name' | 'phone' | 'cancels' | 'links'>>

/** A thread as both sides know it: from `deriveFromCode` (citizen) or from the opened request (staff). */
export type ThreadKeys = { readonly threadId: string; readonly threadKey: string }

/** The highest number one side has reached; 0 when it has written nothing. */
export function lastOf(messages: readonly ThreadMessage[], from: Side): number {
  return Math.max(0, ...messages.filter(message => message.from === from).map(message => message.seq))
}

/** The highest number of the other side that this side has answered; 0 when none. */
export function seenBy(messages: readonly ThreadMessage[], from: Side): number {
  return Math.max(0, ...messages.filter(message => message.from === from).map(message => message.seen))
}

/**
 * The place after the genuine messages, the writer's own unsent ones included.
 *
 * @param messages in the order of `openThread`, then what waits in the outbox.
 * @param seen what the writer had before them; all that is here, when it is left out.
 */
export function nextPlace(
  messages: readonly ThreadMessage[],
  from: Side,
  seen = lastOf(messages, from === 'staff' ? 'citizen' : 'staff'),
): Place {
  const last = lastOf(messages, from)
  const before = messages.find(message => message.from === from && message.seq === last)
  return {
    seq: last + 1,
    prev: before === undefined ? null : messageHash(before),
    seen,
  }
}

/**
 * A message with its MAC, not sealed yet.
 *
 * @throws SealingError `form` when the schema refuses it, for instance a text over `MESSAGE_TEXT_MAX`.
 */
export function writeMessage(keys: ThreadKeys, from: Side, place: Place, words: Words): ThreadMessage {
  const unsigned = { v: 1, kind: 'message', thread: keys.threadId, from, ...place, ...words } as const
  return checkMessage({ ...unsigned, mac: macOf(unsigned, keys.threadKey) })
}

/**
 * Seals a message to team, recovery and mailbox, so that each side also reads what it wrote itself.
 *
 * @returns exactly 8,192 or 16,384 bytes.
 * @throws SealingError `form` or `recipients`.
 */
export async function sealMessage(
  message: ThreadMessage,
  recipients: Recipients,
  mailbox: string,
): Promise<Uint8Array> {
  return seal(checkMessage(message), recipients, mailbox)
}

/**
 * What the MAC is over: the UTF-8 bytes of a JSON array of all fields in this order, null for each that is absent.
 * `links` came later: absent it is left out, so that what was written before it keeps its MAC.
 * ECMAScript fixes how JSON.stringify writes strings, whole numbers and arrays (ECMA-262, SerializeJSONProperty),
 * so the bytes are the same everywhere.
 */
export function canonicalBytes(m: UnsignedMessage): Uint8Array {
  const fields = [m.v, m.kind, m.thread, m.from, m.seq, m.prev, m.seen, m.writtenOn, m.text]
  const extra = [m.confirms ?? null, m.name ?? null, m.phone ?? null, m.cancels ?? null]
  const later = m.links === undefined ? [] : [m.links]
  return new TextEncoder().encode(JSON.stringify([...fields, ...extra, ...later]))
}

/** HMAC-SHA-256 (RFC 2104) under the writer's own subkey of the thread key, base64url. */
export function macOf(message: UnsignedMessage, threadKey: string): string {
  const label = message.from === 'citizen' ? LABELS.macOfCitizen : LABELS.macOfStaff
  const key = deriveKey(fromBase64url(threadKey), label, 32)
  return toBase64url(hmac(sha256, key, canonicalBytes(message)))
}

/** What `prev` of the next message is: SHA-256 of the canonical bytes followed by the MAC's 32 bytes, base64url. */
export function messageHash(message: ThreadMessage): string {
  return toBase64url(
    sha256.create().update(canonicalBytes(message)).update(fromBase64url(message.mac)).digest(),
  )
}

function checkMessage(message: unknown): ThreadMessage {
  const parsed = z.safeParse(threadMessage, message)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map(issue => issue.path.join('.') || issue.code)
  throw new SealingError('form', `not a message: ${where.join(', ')}`)
}
