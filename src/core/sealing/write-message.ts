import { ed25519 } from '@noble/curves/ed25519.js'
import * as z from 'zod/mini'
import { sealAuthor } from './author.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { SealingError } from './errors.ts'
import {
  macOf,
  signedBytes,
  threadMessage,
  type CitizenMessage,
  type ThreadPosition,
  type StaffMessage,
  type StaffWords,
  type ThreadKeys,
  type ThreadMessage,
  type CitizenWords,
} from './message.ts'
import type { Recipients } from './recipients.ts'
import { seal } from './seal.ts'
import type { TeamSigning } from './team-signing.ts'

/** The member who writes, and whether the citizen is to see the name. */
export type Writer = { readonly name: string; readonly shown: boolean }

/**
 * A citizen's message with its MAC, not sealed yet.
 *
 * @throws SealingError `form` when the schema refuses it, for instance a text over `MESSAGE_TEXT_MAX`.
 */
export function writeMessage(keys: ThreadKeys, place: ThreadPosition, words: CitizenWords): CitizenMessage {
  const unproved = {
    v: 2,
    kind: 'message',
    thread: keys.threadId,
    from: 'citizen',
    ...place,
    ...words,
  } as const
  const message = checkMessage({ ...unproved, mac: macOf(unproved, keys.threadKey) })
  return message as CitizenMessage // sound: `from` is written above
}

/**
 * A message of staff, signed with the team's signing key; not sealed yet. The thread key is not needed: who has only
 * that cannot write one.
 *
 * @throws SealingError `form` when the schema refuses it.
 */
export function signMessage(
  team: TeamSigning,
  { threadId }: Pick<ThreadKeys, 'threadId'>,
  writer: Writer,
  place: ThreadPosition,
  words: StaffWords,
): StaffMessage {
  const unproved = {
    v: 2,
    kind: 'message',
    thread: threadId,
    from: 'staff',
    ...place,
    ...words,
    epoch: team.epoch,
    ...(writer.shown && { by: writer.name }),
    author: sealAuthor(writer.name, team),
  } as const
  const signature = toBase64url(ed25519.sign(signedBytes(unproved), fromBase64url(team.signing)))
  return checkMessage({ ...unproved, signature }) as StaffMessage // sound: `from` is written above
}

/**
 * Seals a message to team, recovery and mailbox, so that each side also reads what it wrote itself.
 *
 * @returns exactly 10,240 bytes.
 * @throws SealingError `form` or `recipients`.
 */
export async function sealMessage(
  message: ThreadMessage,
  recipients: Recipients,
  mailbox: string,
): Promise<Uint8Array> {
  return seal(checkMessage(message), recipients, mailbox)
}

function checkMessage(message: unknown): ThreadMessage {
  const parsed = z.safeParse(threadMessage, message)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map(issue => issue.path.join('.') || issue.code)
  throw new SealingError('form', `not a message: ${where.join(', ')}`)
}
