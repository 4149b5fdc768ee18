import * as z from 'zod/mini'
import { Ended } from '../../client/beside.ts'
import { citizenCalls } from '../../core/contract/calls.ts'
import {
  bookingAnswer,
  mailboxAnswer,
  type Booking,
  type MailboxAnswer,
  type StoredMessage,
} from '../../core/contract/index.ts'
import type { FromCode } from '../../core/sealing/derive.ts'
import type { CitizenWords } from '../../core/sealing/message.ts'
import type { ReturnCode } from '../../core/sealing/return-code.ts'
import type { OpenedThread } from '../../core/sealing/thread-entry.ts'
import { recipients, signers } from '../build-info.ts'
import {
  isSilent,
  isWaitingHere,
  listWaiting,
  onOutboxChange,
  putAndSend,
  withdrawWaiting,
} from '../outbox/outbox.ts'
import { performBeside } from '../sealing/beside.ts'
import { today } from '../today.ts'
import { call, type CallOutcome } from './intake.ts'
import { uuid } from '../phone/uuid.ts'

/** An open mailbox: in memory only, for as long as the page shows it. */
export type Mailbox = {
  readonly keys: FromCode
  readonly answer: MailboxAnswer
  readonly thread: OpenedThread
  /** Ids of own messages that still wait on this phone. */
  readonly unsent: ReadonlySet<string>
  /** False where the phone does not say what waits on it: there may be own messages that are not in the thread. */
  readonly isWhole: boolean
}

export type Opening =
  | { readonly kind: 'open'; readonly mailbox: Mailbox }
  | { readonly kind: 'unknown' | 'waiting-here' | 'unreachable' | 'busy' | 'broken' }

/**
 * Derives the keys of a code on the phone and opens its mailbox. The code itself is not kept.
 * @throws Ended when it was closed meanwhile
 */
export async function openByCode(code: ReturnCode): Promise<Opening> {
  const keys = await keysOf(code)
  if (!keys) return { kind: 'unreachable' }
  if (await isWaitingHere(keys.mailboxHash)) return { kind: 'waiting-here' }
  const opening = await fetchMailbox(keys)
  // It may wait on a phone that does not say what it keeps: then nobody knows that there is nothing with this code.
  return opening.kind === 'unknown' && isSilent() ? { kind: 'broken' } : opening
}

/** Null when what opens could not be fetched: with a network it can. */
async function keysOf(code: ReturnCode): Promise<FromCode | null> {
  try {
    return await performBeside('keys', { code })
  } catch (error) {
    if (error instanceof Ended) throw error
    reportError(error)
    return null
  }
}

/** Fetches and opens everything of a mailbox again. @throws Ended when it was closed meanwhile */
export async function fetchMailbox(keys: FromCode): Promise<Opening> {
  const told = await call(citizenCalls.readMailbox, mailboxAnswer, { token: keys.mailboxToken })
  if (told.kind === 'ok') return { kind: 'open', mailbox: await assemble(keys, told.value) }
  if (told.kind === 'unreachable') return { kind: 'unreachable' }
  if (told.problem === 'unknown-mailbox') return { kind: 'unknown' }
  return { kind: told.problem === 'slow-down' ? 'busy' : 'broken' }
}

/** The stored messages and the own ones that still wait here, opened and checked as one thread. */
export async function assemble(keys: FromCode, answer: MailboxAnswer): Promise<Mailbox> {
  const stored = new Set(answer.messages.map(message => message.id))
  const waiting = (await waitingOf(keys)).filter(one => !stored.has(one.id))
  const isWhole = !isSilent()
  const all = [...answer.messages, ...waiting.map(waitingMessage)]
  const thread = await performBeside('thread', { messages: all, keys, signers })
  return { keys, answer, thread, unsent: new Set(waiting.map(one => one.id)), isWhole }
}

const waitingMessage = ({
  id,
  sealed,
  madeOn,
}: {
  id: string
  sealed: string
  madeOn: string
}): StoredMessage => ({
  id,
  sealed,
  on: madeOn,
  from: 'citizen',
})

/** What `write` last took back since its mailbox is erased: a look would close the thread before that has been read. */
let erased = ''

/** Hears that an own message got through or was taken back, in whichever window. Returns how to stop listening. */
export function onOwnMessage(listener: () => void): () => void {
  return onOutboxChange(news => {
    if ('id' in news && (news.outcome?.kind === 'sent' || (news.gone && news.id !== erased))) listener()
  })
}

export type Sent = 'sent' | 'waiting' | 'gone' | 'failed'

/** The field in which words were typed. */
type Field = {
  /** They are kept: from then on they may arrive, so they stand ready to be sent no more. */
  readonly onKept: () => void
  /** The intake will not have them: they come back. False where the field is not shown any more. */
  readonly onBack: () => boolean
}

/**
 * Seals words into the thread and sends them through the outbox, so that they also survive a dead network.
 * @returns `failed` also when the phone could not seal: then nothing of them is kept but where they were typed
 */
export async function write(
  mailbox: Mailbox,
  words: Omit<CitizenWords, 'writtenOn'>,
  field?: Field,
): Promise<Sent> {
  const { keys, thread } = mailbox
  const given = { thread, keys, words: { writtenOn: today(), ...words }, recipients }
  const made = await performBeside('message', given).catch((error: unknown) => {
    if (!(error instanceof Ended)) reportError(error)
    return null
  })
  if (!made) return 'failed'
  const id = uuid()
  const entry = { id, sealed: made.sealed, mailbox: keys.mailboxToken, slotIds: [], madeOn: today() }
  const outcome = await putAndSend({ ...entry, purpose: 'message' }, field?.onKept)
  if (outcome.kind !== 'needs-you') return outcome.kind
  if (outcome.why === 'erased') erased = id
  // What cannot be taken back, or could come back to no field, stays in the outbox, whose notice tells of it.
  if (field?.onBack() !== false) await withdrawWaiting(id).catch(reportError)
  return outcome.why === 'erased' ? 'gone' : 'failed'
}

/** Books the first free one of the wished times; with `replaces` it moves a time, as one act. */
export function book(
  { keys }: Mailbox,
  post: { id: string; slotIds: readonly string[]; replaces?: string },
): Promise<CallOutcome<Booking>> {
  return call(citizenCalls.book, bookingAnswer, { token: keys.mailboxToken, body: post })
}

/** Gives a time back. One that is gone already counts as given back. */
export async function giveBack({ keys }: Mailbox, id: string): Promise<boolean> {
  const told = await call(citizenCalls.giveBack, z.null(), { token: keys.mailboxToken, id })
  return told.kind === 'ok' || (told.kind === 'refused' && told.problem === 'not-found')
}

/**
 * Erases request, messages and bookings at the intake, and what of them still waits here.
 * @returns whether all of it is gone: not while the phone does not say what waits
 */
export async function withdrawAll({ keys }: Mailbox): Promise<boolean> {
  for (const { id } of await waitingOf(keys)) await withdrawWaiting(id).catch(reportError)
  const isGoneHere = !isSilent()
  const told = await call(citizenCalls.withdraw, z.null(), { token: keys.mailboxToken })
  // Unknown now: an earlier try had come through and its answer was lost.
  return isGoneHere && (told.kind === 'ok' || (told.kind === 'refused' && told.problem === 'unknown-mailbox'))
}

async function waitingOf(keys: FromCode): Promise<Awaited<ReturnType<typeof listWaiting>>> {
  const waiting = await listWaiting()
  return waiting.filter(one => one.purpose === 'message' && one.mailbox === keys.mailboxToken)
}
