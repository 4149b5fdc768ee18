import type { StaffRequest } from '../../core/contract/index.ts'
import { contactRequest, crisesIn, type ContactRequest, type Crisis } from '../../core/request/index.ts'
import { inFixedOrder } from '../../core/sealing/fixed-order.ts'
import {
  fromBase64url,
  genuine,
  openRequest,
  openNote,
  openThread,
  seenBy,
  type CitizenMessage,
  type Envelope,
  type Note,
  type OpenedThread,
  type TeamKey,
} from '../../core/sealing/index.ts'
import { signers } from './build-info.ts'
import { passagesOf, type Passage } from './passages.ts'

/** What the person wrote in which a sign of crisis stands: to be read, since a word is no certainty. */
export type Sign = {
  readonly crises: readonly Crisis[]
  readonly text: string
  /** The sentences in which it stands: looked for where it is opened, since that takes long. */
  readonly passages: readonly Passage[]
  /** The day it was written. */
  readonly on: string
  /** Somebody has answered since. */
  readonly answered: boolean
}

/** What the intake itself knows of a request: once it is open, nobody needs what was sealed. */
export type Stored = Omit<StaffRequest, 'sealed' | 'messages' | 'notes'> & {
  /** How many messages came through the mailbox, readable or not: a move names it, so that none is moved on over unseen. */
  readonly written: number
}

/** A stored request, opened in this browser. */
export type OpenedRequest = {
  readonly stored: Stored
  /** Null when it does not open: then nobody can say whose it is, and its thread has no key. */
  readonly envelope: Envelope<ContactRequest> | null
  readonly thread: OpenedThread
  /** Signs of crisis in the request and in all that was written later, in the order it was written. */
  readonly signs: readonly Sign[]
  /** What colleagues noted about it, in the order it was written. */
  readonly notes: readonly Note[]
  /** How many notes do not open, where there are any: damaged, or put there by somebody else. */
  readonly shutNotes?: number
  /** Genuine messages of the citizen that no answer has seen, and that were not laid aside. */
  readonly unanswered: number
  /** A name or number given in the thread; the latest counts. */
  readonly given: { readonly name?: string | undefined; readonly phone?: string | undefined }
  /** Tells it apart from another that has the same made-up name (`namesakes.ts`). */
  readonly mark?: string
}

/** One that opened. */
export type Readable = OpenedRequest & { readonly envelope: Envelope<ContactRequest> }

/** Whether the request itself opened, so that one knows whose it is. */
export const isReadable = (opened: OpenedRequest): opened is Readable => opened.envelope !== null

const nothing: OpenedThread = { messages: [], gaps: [] }

/** Opens one. Whatever somebody stored, it opens or is shut for itself: the others must not depend on it. */
export async function openStored(from: StaffRequest, teams: readonly TeamKey[]): Promise<OpenedRequest> {
  const { sealed, messages, notes: noted, ...rest } = from
  const stored = { ...rest, written: messages.filter(message => message.from === 'citizen').length }
  const identities = teams.map(team => team.identity)
  const envelope = await Promise.resolve()
    .then(() => openRequest(fromBase64url(sealed), identities, contactRequest, stored.id))
    .catch(() => null)
  const notes = await openNotes(stored.id, noted, teams)
  // Colleagues' own words about it open all the same: why it was closed, for one.
  const shut = noted.length - notes.length
  const told = { notes, ...(shut > 0 && { shutNotes: shut }) }
  if (!envelope) return { stored, envelope, thread: nothing, signs: [], unanswered: 0, given: {}, ...told }
  const thread = await openThread(messages, identities, envelope.reply, signers).catch(() =>
    unreadable(messages),
  )
  const seen = Math.max(seenBy(genuine(thread), 'staff'), asideUpTo(notes))
  const first = {
    text: envelope.request.message ?? '',
    on: envelope.writtenOn,
    // Not the state: who writes again after an answer waits once more, but not for what was answered then.
    answered: stored.answeredOn !== null,
  }
  const later = fromCitizen(thread).map(({ text, writtenOn, seq }) => ({
    text,
    on: writtenOn,
    answered: seq <= seen,
  }))
  return {
    stored,
    envelope,
    thread,
    signs: signsIn([first, ...later]),
    unanswered: fromCitizen(thread).filter(message => message.seq > seen).length,
    given: givenIn(thread),
    ...told,
  }
}

async function openNotes(
  id: string,
  notes: StaffRequest['notes'],
  teams: readonly TeamKey[],
): Promise<Note[]> {
  const opened = await Promise.all(notes.map(one => openNote(one.sealed, teams, id)))
  return opened
    .filter(note => note !== null)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || inFixedOrder(a.mac, b.mac))
}

/**
 * The citizen's message up to which staff have laid the thread aside without an answer; 0 when they have not. The last word
 * counts: what was laid aside by mistake is taken back by an earlier number.
 */
export const asideUpTo = (notes: readonly Note[]): number =>
  notes.findLast(({ event }) => event === 'aside')?.upTo ?? 0

/** Whether a note takes back what was laid aside before it: that waits for an answer again. */
export const isTakenBack = (note: Note, notes: readonly Note[]): boolean =>
  note.event === 'aside' && (note.upTo ?? 0) < asideUpTo(notes.slice(0, notes.indexOf(note)))

/** A thread of which nothing can be opened, as when the request names no usable key for it. */
const unreadable = (messages: StaffRequest['messages']): OpenedThread => ({
  messages: messages.map(({ id, on }) => ({ id, on, status: 'unreadable', why: 'damaged' })),
  gaps: [],
})

/** The genuine messages of the citizen, in the order they were written. */
export const fromCitizen = (thread: OpenedThread): CitizenMessage[] =>
  genuine(thread).filter(message => message.from === 'citizen')

const signsIn = (texts: readonly Omit<Sign, 'crises' | 'passages'>[]): Sign[] =>
  texts
    .map(one => ({ ...one, crises: crisesIn(one.text).map(({ crisis }) => crisis) }))
    .filter(one => one.crises.length > 0)
    .map(one => ({ ...one, passages: passagesOf(one.text) }))

function givenIn(thread: OpenedThread): OpenedRequest['given'] {
  const told = fromCitizen(thread)
  return {
    name: told.findLast(message => message.name !== undefined)?.name,
    phone: told.findLast(message => message.phone !== undefined)?.phone,
  }
}
