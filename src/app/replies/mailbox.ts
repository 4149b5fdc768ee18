import * as z from 'zod/mini'
import { citizenCalls } from '../../core/contract/calls.ts'
import {
  bookingAnswer,
  mailboxAnswer,
  type Booking,
  type MailboxAnswer,
  type StoredMessage,
} from '../../core/contract/index.ts'
import type { FromCode, OpenedThread, ReturnCode, Words } from '../../core/sealing/index.ts'
import { recipients, signers } from '../build-info.ts'
import { isWaitingHere, listWaiting, putAndSend, withdrawWaiting } from '../outbox/outbox.ts'
import { today } from '../today.ts'
import { call, type Told } from './intake.ts'
import { uuid } from '../phone/uuid.ts'

/** An open mailbox: in memory only, for as long as the page shows it. */
export type Mailbox = {
  readonly keys: FromCode
  readonly answer: MailboxAnswer
  readonly thread: OpenedThread
  /** Ids of own messages that still wait on this phone. */
  readonly unsent: ReadonlySet<string>
}

export type Opening =
  | { readonly kind: 'open'; readonly mailbox: Mailbox }
  | { readonly kind: 'unknown' | 'waiting-here' | 'unreachable' | 'busy' | 'broken' }

// Loaded only now: the largest part of the app, and most visits never need it.
const sealing = () => import('../../core/sealing/index.ts')

/** Derives the keys of a code on the phone and opens its mailbox. The code itself is not kept. */
export async function openByCode(code: ReturnCode): Promise<Opening> {
  const { deriveFromCode } = await sealing()
  const keys = await deriveFromCode(code)
  if (await isWaitingHere(keys.mailboxHash)) return { kind: 'waiting-here' }
  return fetchMailbox(keys)
}

/** Fetches and opens everything of a mailbox again. */
export async function fetchMailbox(keys: FromCode): Promise<Opening> {
  const told = await call(citizenCalls.readMailbox, mailboxAnswer, { token: keys.mailboxToken })
  if (told.kind === 'ok') return { kind: 'open', mailbox: await assemble(keys, told.value) }
  if (told.kind === 'unreachable') return { kind: 'unreachable' }
  if (told.problem === 'unknown-mailbox') return { kind: 'unknown' }
  return { kind: told.problem === 'slow-down' ? 'busy' : 'broken' }
}

/** The stored messages and the own ones that still wait here, opened and checked as one thread. */
export async function assemble(keys: FromCode, answer: MailboxAnswer): Promise<Mailbox> {
  const { openThread } = await sealing()
  const stored = new Set(answer.messages.map(message => message.id))
  const waiting = (await waitingOf(keys)).filter(one => !stored.has(one.id))
  const all = [...answer.messages, ...waiting.map(waitingMessage)]
  const thread = await openThread(all, [keys.replyIdentity], keys, signers)
  return { keys, answer, thread, unsent: new Set(waiting.map(one => one.id)) }
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

export type Sent = 'sent' | 'waiting' | 'gone' | 'failed'

/** Seals words into the thread and sends them through the outbox, so that they also survive a dead network. */
export async function write(mailbox: Mailbox, words: Omit<Words, 'writtenOn'>): Promise<Sent> {
  const { genuine, nextPlace, parseRecipients, sealMessage, toBase64url, writeMessage } = await sealing()
  const { keys, thread } = mailbox
  const place = nextPlace(genuine(thread), 'citizen')
  const message = writeMessage(keys, place, { writtenOn: today(), ...words })
  const sealed = toBase64url(await sealMessage(message, parseRecipients(recipients), keys.replyRecipient))
  const id = uuid()
  const entry = { id, sealed, mailbox: keys.mailboxToken, slotIds: [], madeOn: today() }
  const outcome = await putAndSend({ ...entry, purpose: 'message' })
  if (outcome.kind !== 'needs-you') return outcome.kind
  await withdrawWaiting(id)
  return outcome.why === 'erased' ? 'gone' : 'failed'
}

/** Books the first free one of the wished times; with `replaces` it moves a time, as one act. */
export function book(
  { keys }: Mailbox,
  post: { id: string; slotIds: readonly string[]; replaces?: string },
): Promise<Told<Booking>> {
  return call(citizenCalls.book, bookingAnswer, { token: keys.mailboxToken, body: post })
}

/** Gives a time back. One that is gone already counts as given back. */
export async function giveBack({ keys }: Mailbox, id: string): Promise<boolean> {
  const told = await call(citizenCalls.giveBack, z.null(), { token: keys.mailboxToken, id })
  return told.kind === 'ok' || (told.kind === 'refused' && told.problem === 'not-found')
}

/** Erases request, messages and bookings at the intake, and what of them still waits here. */
export async function withdrawAll({ keys }: Mailbox): Promise<boolean> {
  for (const { id } of await waitingOf(keys)) await withdrawWaiting(id)
  const told = await call(citizenCalls.withdraw, z.null(), { token: keys.mailboxToken })
  // Unknown now: an earlier try had come through and its answer was lost.
  return told.kind === 'ok' || (told.kind === 'refused' && told.problem === 'unknown-mailbox')
}

async function waitingOf(keys: FromCode): Promise<Awaited<ReturnType<typeof listWaiting>>> {
  const waiting = await listWaiting()
  return waiting.filter(one => one.purpose === 'message' && one.mailbox === keys.mailboxToken)
}
