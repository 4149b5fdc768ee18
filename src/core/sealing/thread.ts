import * as z from 'zod/mini'
import type { StoredMessage } from '../contract/mailbox.ts'
import { fromBase64url } from './base64url.ts'
import { checkSignature } from './check-signature.ts'
import { SealingError } from './errors.ts'
import { macOf, messageHash, threadMessage, type ThreadKeys, type ThreadMessage } from './message.ts'
import { open } from './open.ts'
import { findGaps, inOrder, inReach, markTwins } from './rows.ts'
import { isSameMac } from './same-mac.ts'
import type { Signer } from './team-signing.ts'
import type { OpenedThread, ThreadEntry } from './thread-entry.ts'

/** The messages to show, to count and to answer. */
export function genuine(thread: OpenedThread): ThreadMessage[] {
  return thread.messages.filter(entry => entry.status === 'genuine').map(entry => entry.message)
}

/**
 * Opens and checks all messages of one thread. Nothing in a stored message makes it throw: each failure is an entry.
 * The last messages of a thread can be held back unseen, unless the other side has answered them.
 *
 * @param signers the team's signing keys as they stand in the build: only what they signed is the team's.
 * @throws SealingError `identity` when an identity is not hybrid.
 */
export async function openThread(
  stored: readonly StoredMessage[],
  identities: readonly string[],
  keys: ThreadKeys,
  signers: readonly Signer[],
): Promise<OpenedThread> {
  const opened: ThreadEntry[] = []
  for (const one of stored) opened.push(await openOne(one, identities, keys, signers))
  const unique = setAside(markReplays(opened))
  const sound = inOrder(markTwins(unique.filter(entry => entry.status === 'genuine')))
  const rest = unique.filter(entry => entry.status !== 'genuine')
  return { messages: [...sound, ...rest], gaps: findGaps(sound.map(entry => entry.message)) }
}

async function openOne(
  stored: StoredMessage,
  identities: readonly string[],
  keys: ThreadKeys,
  signers: readonly Signer[],
): Promise<ThreadEntry> {
  const { id, on } = stored
  let plain: unknown
  try {
    plain = await open(fromBase64url(stored.sealed), identities)
  } catch (error) {
    if (error instanceof SealingError && error.fault === 'identity') throw error
    const why = error instanceof SealingError && error.fault === 'form' ? 'form' : 'damaged'
    return { id, on, status: 'unreadable', why }
  }
  if (plain === null) return { id, on, status: 'unreadable', why: 'not-for-us' }
  const parsed = z.safeParse(threadMessage, plain)
  if (!parsed.success) return { id, on, status: 'unreadable', why: 'form' }
  const message = parsed.data
  if (message.thread !== keys.threadId) return { id, on, status: 'other-thread' }
  const status = proofOf(message, stored, keys, signers)
  return status === 'genuine' ? { id, on, status, message, twin: false } : { id, on, status }
}

/** Whether the side that a message names has proved it, and it came by that side's route. */
function proofOf(
  message: ThreadMessage,
  { on, from }: StoredMessage,
  keys: ThreadKeys,
  signers: readonly Signer[],
): 'genuine' | 'forged' | 'newer' {
  if (message.from !== from) return 'forged'
  if (message.from === 'staff') return checkSignature(message, on, signers)
  return isSameMac(message.mac, macOf(message, keys.threadKey)) ? 'genuine' : 'forged'
}

/** A genuine message that is numbered beyond all sense is not shown: its gap would be all there is to see. */
function setAside(entries: readonly ThreadEntry[]): ThreadEntry[] {
  const sound = entries.filter(entry => entry.status === 'genuine')
  const kept = inReach(sound.map(entry => entry.message))
  return entries.map(entry =>
    entry.status === 'genuine' && !kept.has(entry.message)
      ? { id: entry.id, on: entry.on, status: 'unreadable', why: 'number' }
      : entry,
  )
}

/** The same words with the same proof are the same message: the first one stored counts. */
function markReplays(entries: readonly ThreadEntry[]): ThreadEntry[] {
  const firstBy = new Map<string, string>()
  return entries.map(entry => {
    if (entry.status !== 'genuine') return entry
    const hash = messageHash(entry.message)
    const of = firstBy.get(hash)
    if (of !== undefined) return { id: entry.id, on: entry.on, status: 'replayed', of }
    firstBy.set(hash, entry.id)
    return entry
  })
}
