import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod/mini'
import { base64url32, uuid } from '../contract/encoding.ts'
import { instant } from '../contract/slots.ts'
import { typed } from '../request/fields.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { deriveKey } from './derive.ts'
import { SealingError } from './errors.ts'
import { open } from './open.ts'
import type { Recipients } from './recipients.ts'
import { isSameMac } from './same-mac.ts'
import { seal } from './seal.ts'
import { memberName, type TeamSigning } from './team-signing.ts'

/** HKDF's info (RFC 5869 §3.2) for the key that proves a colleague wrote a note. */
const LABEL = 'note to colleagues'

export const NOTE_TEXT_MAX = 1500

/** What a note tells: something written, who has it, a call, the end of a booked time, what was laid aside, or what was noted by mistake. */
export const noteEvent = z.enum([
  'text',
  'mine',
  'free',
  'no-answer',
  'hung-up',
  'talked',
  'came',
  'no-show',
  'aside',
  'wrong',
])
export type NoteEvent = z.infer<typeof noteEvent>

const note = z.strictObject({
  v: z.literal(2),
  kind: z.literal('note'),
  /** The request it belongs to, so that stored notes cannot change places. */
  request: uuid,
  event: noteEvent,
  /** When it was written: a colleague's act, not a citizen's, and readable to the team only. */
  at: instant,
  by: memberName,
  /** `wrong`: the `mac` of the note that was a mistake. */
  text: typed(NOTE_TEXT_MAX),
  /**
   * `aside`: the citizen's message up to which nothing is to be answered. `came`, `no-show`: which of the booked talks, counted
   * from 1; 0, none of them; null, before this was told.
   */
  upTo: z.nullable(z.int().check(z.gte(0), z.lte(9999))),
  epoch: z.int().check(z.gte(1), z.lte(999_999)),
  /** HMAC-SHA-256, base64url, under a key made of the team's signing key: only members have it. */
  mac: base64url32,
})
export type Note = z.infer<typeof note>
export type NoteWords = Pick<Note, 'event' | 'at' | 'text' | 'upTo'>

/**
 * Seals a note to the team and the recovery key: the citizen cannot open it.
 *
 * @returns bytes of the one length of everything sealed.
 * @throws SealingError `form` when the schema refuses it.
 */
export async function sealNote(
  team: TeamSigning,
  request: string,
  by: string,
  words: NoteWords,
  recipients: Recipients,
): Promise<Uint8Array> {
  const unproved = { v: 2, kind: 'note', request, by, epoch: team.epoch, ...words } as const
  const parsed = z.safeParse(note, { ...unproved, mac: macOf(unproved, team) })
  if (!parsed.success) throw new SealingError('form', 'not a note')
  return seal(parsed.data, recipients)
}

/**
 * Opens a note that a colleague wrote about this request. Nothing stored makes it throw.
 *
 * @param teams the keys a member has, of every epoch.
 * @returns null for everything else: somebody who can seal to the team's public key cannot speak as a colleague.
 */
export async function openNote(
  sealed: string,
  teams: readonly (TeamSigning & { readonly identity: string })[],
  request: string,
): Promise<Note | null> {
  let plain: unknown
  try {
    plain = await open(
      fromBase64url(sealed),
      teams.map(team => team.identity),
    )
  } catch {
    return null // damaged, or no file of ours
  }
  const { data } = z.safeParse(note, plain)
  const team = teams.find(one => one.epoch === data?.epoch)
  if (data === undefined || team === undefined || data.request !== request) return null
  return isSameMac(data.mac, macOf(data, team)) ? data : null
}

function macOf(of: Omit<Note, 'mac'>, { signing }: TeamSigning): string {
  const fields = [of.v, of.kind, of.request, of.event, of.at, of.by, of.text, of.upTo, of.epoch]
  const key = deriveKey(fromBase64url(signing), LABEL, 32)
  return toBase64url(hmac(sha256, key, new TextEncoder().encode(JSON.stringify(fields))))
}
