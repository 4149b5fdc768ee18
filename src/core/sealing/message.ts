import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod/mini'
import { base64url16, base64url32, base64url64, day, uuid } from '../contract/encoding.ts'
import { personName, phone, typed } from '../request/fields.ts'
import { author } from './author.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { deriveKey, LABELS } from './derive.ts'
import { memberName } from './team-signing.ts'

/**
 * The longest text of a message, in UTF-16 units (what `String.length` and `maxlength` count).
 * Whatever the text holds, a message of this length fits the sealed length.
 */
export const MESSAGE_TEXT_MAX = 1500
/** The highest number a message can have. The intake takes fewer messages in one mailbox. */
export const SEQ_MAX = 9999

const absent = z.optional(z.never())

const inThread = {
  v: z.literal(2),
  kind: z.literal('message'),
  thread: base64url16,
  /** Counts the messages of one side, from 1. */
  seq: z.int().check(z.gte(1), z.lte(SEQ_MAX)),
  /** `messageHash` of the same side's message before this one; null in its first. */
  prev: z.nullable(base64url32),
  /** The highest `seq` of the other side that the writer had before them; 0 when none. */
  seen: z.int().check(z.gte(0), z.lte(SEQ_MAX)),
  writtenOn: day,
  text: typed(MESSAGE_TEXT_MAX),
  /** The bookings that are called off. */
  cancels: z.optional(z.array(uuid).check(z.maxLength(3))),
}

const citizenMessage = z.strictObject({
  ...inThread,
  from: z.literal('citizen'),
  /** A name or a number given later. */
  name: z.optional(personName),
  phone: z.optional(phone),
  confirms: absent,
  links: absent,
  epoch: absent,
  by: absent,
  author: absent,
  /** HMAC-SHA-256 over `canonicalBytes`, base64url. */
  mac: base64url32,
  signature: absent,
})

const staffMessage = z.strictObject({
  ...inThread,
  from: z.literal('staff'),
  name: absent,
  phone: absent,
  /** The request or a time stands, on this day. */
  confirms: z.optional(day),
  /** This thread is read together with the request whose id begins so. For staff; the text says it in words. */
  links: z.optional(z.string().check(z.regex(/^[0-9a-f]{8}$/))),
  /** Which of the team's signing keys signed it. */
  epoch: z.int().check(z.gte(1), z.lte(999_999)),
  /** The member who wrote it, for the citizen; only there when the member wishes it. */
  by: z.optional(memberName),
  /** The member who wrote it, for colleagues: closed to the citizen (`author.ts`). */
  author,
  mac: absent,
  /** Ed25519 (RFC 8032) over `signedBytes`, base64url. */
  signature: base64url64,
})

export const threadMessage = z.discriminatedUnion('from', [citizenMessage, staffMessage])
export type CitizenMessage = z.infer<typeof citizenMessage>
export type StaffMessage = z.infer<typeof staffMessage>
export type ThreadMessage = CitizenMessage | StaffMessage
export type Side = ThreadMessage['from']
export type Unproved = Omit<CitizenMessage, 'mac'> | Omit<StaffMessage, 'signature'>

/** Where the next message of one side stands in the thread. */
export type ThreadPosition = Pick<ThreadMessage, 'seq' | 'prev' | 'seen'>

/** What a citizen adds to a thread. */
export type CitizenWords = Pick<CitizenMessage, 'writtenOn' | 'text' | 'name' | 'phone' | 'cancels'>
/** What staff add to a thread. */
export type StaffWords = Pick<StaffMessage, 'writtenOn' | 'text' | 'confirms' | 'cancels' | 'links'>

/** A thread as both sides know it: from `deriveFromCode` (citizen) or from the opened request (staff). */
export type ThreadKeys = { readonly threadId: string; readonly threadKey: string }

/**
 * What is proved: the UTF-8 bytes of a JSON array of all fields in this order, null for each that is absent.
 * ECMAScript fixes how JSON.stringify writes strings, whole numbers and arrays (ECMA-262, SerializeJSONProperty),
 * so the bytes are the same everywhere.
 */
export function canonicalBytes(m: Unproved): Uint8Array {
  const row = [m.v, m.kind, m.thread, m.from, m.seq, m.prev, m.seen, m.writtenOn, m.text]
  const extra = [m.confirms, m.name, m.phone, m.cancels, m.links, m.epoch, m.by, m.author]
  return new TextEncoder().encode(JSON.stringify([...row, ...extra.map(field => field ?? null)]))
}

/** What the team's key signs: a line that no other use of an Ed25519 key has, then the canonical bytes. */
const SIGNED = new TextEncoder().encode('foerste-snak staff message v2\n')

/** The bytes under a staff message's signature. */
export function signedBytes(message: Unproved): Uint8Array {
  const canonical = canonicalBytes(message)
  const bytes = new Uint8Array(SIGNED.length + canonical.length)
  bytes.set(SIGNED)
  bytes.set(canonical, SIGNED.length)
  return bytes
}

/** HMAC-SHA-256 (RFC 2104) under the citizen's subkey of the thread key, base64url. */
export function macOf(message: Unproved, threadKey: string): string {
  const key = deriveKey(fromBase64url(threadKey), LABELS.macOfCitizen, 32)
  return toBase64url(hmac(sha256, key, canonicalBytes(message)))
}

/**
 * What `prev` of the next message is: SHA-256 of the canonical bytes followed by the 32 bytes of the MAC or the 64 of the
 * signature, base64url.
 */
export function messageHash(message: ThreadMessage): string {
  const proof = message.from === 'citizen' ? message.mac : message.signature
  return toBase64url(sha256.create().update(canonicalBytes(message)).update(fromBase64url(proof)).digest())
}
