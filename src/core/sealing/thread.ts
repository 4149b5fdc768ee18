import * as z from 'zod/mini'
import type { StoredMessage } from '../contract/mailbox.ts'
import { fromBase64url } from './base64url.ts'
import { SealingError } from './errors.ts'
import {
  macOf,
  messageHash,
  type Side,
  threadMessage,
  type ThreadKeys,
  type ThreadMessage,
} from './message.ts'
import { open } from './open.ts'

type Stored = { readonly id: string; readonly on: string }

/** A stored message after opening. Only a genuine one has words: those of a forged one are nobody's. */
export type ThreadEntry = Stored &
  (
    | {
        readonly status: 'genuine'
        readonly message: ThreadMessage
        /** Another genuine message of the same side has the same number: written at once, on two devices or by two of the staff. */
        readonly twin: boolean
      }
    /** A genuine message stored a second time; `of` is the id of the first. */
    | { readonly status: 'replayed'; readonly of: string }
    /** It says it belongs to this thread, but its MAC is wrong: the writer did not have the thread key. */
    | { readonly status: 'forged' }
    /** It names another thread. */
    | { readonly status: 'other-thread' }
    /** `not-for-us`: sealed to none of the keys; `damaged`: changed or cut; `form`: not a message we know. */
    | { readonly status: 'unreadable'; readonly why: 'not-for-us' | 'damaged' | 'form' }
  )
export type GenuineEntry = Extract<ThreadEntry, { status: 'genuine' }>

/** A message that was written, because a genuine one points to it, and is not here. */
export type Gap = { readonly from: Side; readonly seq: number }

export type OpenedThread = {
  /** Genuine ones in the order they were written, as far as that can be known; then the rest as they were stored. */
  readonly messages: readonly ThreadEntry[]
  readonly gaps: readonly Gap[]
}

/** The messages to show, to count and to answer. */
export function genuine(thread: OpenedThread): ThreadMessage[] {
  return thread.messages.filter(entry => entry.status === 'genuine').map(entry => entry.message)
}

/**
 * Opens and checks all messages of one thread. Nothing in a stored message makes it throw: each failure is an entry.
 * The last messages of a thread can be held back unseen, unless the other side has answered them.
 *
 * @throws SealingError `identity` when an identity is not hybrid.
 */
export async function openThread(
  stored: readonly Omit<StoredMessage, 'from'>[],
  identities: readonly string[],
  keys: ThreadKeys,
): Promise<OpenedThread> {
  const opened: ThreadEntry[] = []
  for (const one of stored) opened.push(await openOne(one, identities, keys))
  const unique = markReplays(opened)
  const sound = inOrder(markTwins(unique.filter(entry => entry.status === 'genuine')))
  const rest = unique.filter(entry => entry.status !== 'genuine')
  return { messages: [...sound, ...rest], gaps: findGaps(sound.map(entry => entry.message)) }
}

async function openOne(
  { id, on, sealed }: Omit<StoredMessage, 'from'>,
  identities: readonly string[],
  keys: ThreadKeys,
): Promise<ThreadEntry> {
  let plain: unknown
  try {
    plain = await open(fromBase64url(sealed), identities)
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
  if (!sameMac(message.mac, macOf(message, keys.threadKey))) return { id, on, status: 'forged' }
  return { id, on, status: 'genuine', message, twin: false }
}

/** Compares all letters whatever differs, so that the time taken tells little. */
function sameMac(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

/** The same MAC is the same message: the first one stored counts. */
function markReplays(entries: readonly ThreadEntry[]): ThreadEntry[] {
  const firstBy = new Map<string, string>()
  return entries.map(entry => {
    if (entry.status !== 'genuine') return entry
    const of = firstBy.get(entry.message.mac)
    if (of !== undefined) return { id: entry.id, on: entry.on, status: 'replayed', of }
    firstBy.set(entry.message.mac, entry.id)
    return entry
  })
}

function markTwins(entries: readonly GenuineEntry[]): GenuineEntry[] {
  return entries.map(entry => ({
    ...entry,
    twin: entries.some(
      other =>
        other !== entry &&
        other.message.from === entry.message.from &&
        other.message.seq === entry.message.seq,
    ),
  }))
}

/**
 * Merges the two sides' own rows: a message comes after what its writer had seen. Where neither had seen the
 * other's, the day decides, and on the same day the citizen comes first.
 */
function inOrder(entries: readonly GenuineEntry[]): GenuineEntry[] {
  const row = (side: Side) =>
    entries.filter(entry => entry.message.from === side).sort((a, b) => rank(a).localeCompare(rank(b)))
  const citizen = row('citizen')
  const staff = row('staff')
  const merged: GenuineEntry[] = []
  for (;;) {
    const [c, s] = [citizen[0], staff[0]]
    if (c === undefined || s === undefined) return [...merged, ...citizen, ...staff]
    const first = comesFirst(c.message, s.message) ? c : s
    ;(first === c ? citizen : staff).shift()
    merged.push(first)
  }
}

function comesFirst(citizen: ThreadMessage, staff: ThreadMessage): boolean {
  if (staff.seen >= citizen.seq) return true
  if (citizen.seen >= staff.seq) return false
  return citizen.writtenOn <= staff.writtenOn
}

/** Sorts one side's row by number, then day; twins of one day by MAC, so that both sides see one order. */
function rank({ message }: GenuineEntry): string {
  return `${String(message.seq).padStart(4, '0')} ${message.writtenOn} ${message.mac}`
}

/** Every number below one that is there, every `prev` that no message here has, every `seen` beyond what is here. */
function findGaps(messages: readonly ThreadMessage[]): Gap[] {
  const hashes = new Set(messages.map(messageHash))
  const missing = new Set<string>()
  for (const side of ['citizen', 'staff'] as const) {
    const own = messages.filter(message => message.from === side)
    const numbers = new Set(own.map(message => message.seq))
    const others = messages.filter(message => message.from !== side)
    const known = Math.max(0, ...numbers, ...others.map(message => message.seen))
    for (let seq = 1; seq <= known; seq++) if (!numbers.has(seq)) missing.add(`${side} ${seq}`)
    for (const { prev, seq } of own) {
      if (prev !== null && !hashes.has(prev)) missing.add(`${side} ${seq - 1}`)
    }
  }
  return Array.from(missing, key => {
    const [from, seq] = key.split(' ')
    return { from: from === 'staff' ? 'staff' : 'citizen', seq: Number(seq) }
  })
}
