import { staffRequest, staffRequestsAnswer, type StaffRequest } from '../core/contract/index.ts'
import { contactRequest, crisesIn, type ContactRequest, type Crisis } from '../core/request/index.ts'
import {
  fromBase64url,
  genuine,
  openRequest,
  openThread,
  SealingError,
  type Envelope,
  type OpenedThread,
} from '../core/sealing/index.ts'
import { call } from './api.ts'
import type { Session } from './session.ts'

/** A stored request, opened in this browser. */
export type OpenedRequest = {
  readonly stored: StaffRequest
  /** Null when it does not open: then nobody can say whose it is, and its thread has no key. */
  readonly envelope: Envelope<ContactRequest> | null
  readonly thread: OpenedThread
  /** Signs in the request and in all that was written later. */
  readonly crises: readonly Crisis[]
  /** Genuine messages of the citizen that no answer has seen. */
  readonly unanswered: number
  /** A name or number given in the thread; the latest counts. */
  readonly given: { readonly name?: string | undefined; readonly phone?: string | undefined }
}

/** One that opened. */
export type Readable = OpenedRequest & { readonly envelope: Envelope<ContactRequest> }

export const isReadable = (opened: OpenedRequest): opened is Readable => opened.envelope !== null

const nothing: OpenedThread = { messages: [], gaps: [] }

/** Fetches all requests and opens them here. The intake hands out what it cannot read. */
export async function fetchRequests(session: Session): Promise<OpenedRequest[]> {
  const identities = session.teams.map(team => team.identity)
  const opened: OpenedRequest[] = []
  let query = ''
  for (;;) {
    const { requests, next } = await call('GET', `/api/staff/requests${query}`, staffRequestsAnswer)
    opened.push(...(await Promise.all(requests.map(stored => openStored(stored, identities)))))
    if (next === undefined) return opened.sort(byUrgency)
    query = `?after=${next}`
  }
}

/** Fetches one again, for what was written since the list was made. */
export async function fetchRequest(session: Session, id: string): Promise<OpenedRequest> {
  const stored = await call('GET', `/api/staff/requests/${id}`, staffRequest)
  return openStored(
    stored,
    session.teams.map(team => team.identity),
  )
}

async function openStored(stored: StaffRequest, identities: readonly string[]): Promise<OpenedRequest> {
  const shut = { stored, envelope: null, thread: nothing, crises: [], unanswered: 0, given: {} }
  let envelope: Envelope<ContactRequest> | null
  try {
    envelope = await openRequest(fromBase64url(stored.sealed), identities, contactRequest, stored.id)
  } catch (error) {
    if (!(error instanceof SealingError)) throw error
    return shut
  }
  if (!envelope) return shut
  const thread = await openThread(stored.messages, identities, envelope.reply)
  const texts = [envelope.request.message ?? '', ...fromCitizen(thread).map(message => message.text)]
  return {
    stored,
    envelope,
    thread,
    crises: crisesIn(texts.join('\n\n')),
    unanswered: unansweredIn(thread),
    given: givenIn(thread),
  }
}

const fromCitizen = (thread: OpenedThread): ReturnType<typeof genuine> =>
  genuine(thread).filter(message => message.from === 'citizen')

function unansweredIn(thread: OpenedThread): number {
  const seen = genuine(thread).map(message => (message.from === 'staff' ? message.seen : 0))
  const last = Math.max(0, ...seen)
  return fromCitizen(thread).filter(message => message.seq > last).length
}

function givenIn(thread: OpenedThread): OpenedRequest['given'] {
  const told = fromCitizen(thread)
  return {
    name: told.findLast(message => message.name !== undefined)?.name,
    phone: told.findLast(message => message.phone !== undefined)?.phone,
  }
}

/** The day since which somebody waits: the first message without an answer, or the request itself; null when none does. */
export function waitsSince({ stored, thread, unanswered }: OpenedRequest): string | null {
  if (unanswered > 0) {
    const last = thread.messages.filter(
      entry => entry.status === 'genuine' && entry.message.from === 'citizen',
    )
    return last.at(-unanswered)?.on ?? null
  }
  return stored.state === 'new' || stored.state === 'opened' ? stored.receivedOn : null
}

const stateOrder = { new: 0, opened: 2, answered: 3, 'handed-over': 4, closed: 5 } as const

/** New first, then what was written and not answered, then what was only opened. */
const rank = ({ stored, unanswered }: OpenedRequest): number =>
  unanswered > 0 ? Math.min(1, stateOrder[stored.state]) : stateOrder[stored.state]

/**
 * The most urgent first: signs of crisis among what is not finished, then what nobody has opened, then what has waited
 * longest; of one day a young person before the others.
 */
export function byUrgency(a: OpenedRequest, b: OpenedRequest): number {
  return (
    Number(isFinished(a)) - Number(isFinished(b)) ||
    Number(b.crises.length > 0) - Number(a.crises.length > 0) ||
    rank(a) - rank(b) ||
    (waitsSince(a) ?? a.stored.receivedOn).localeCompare(waitsSince(b) ?? b.stored.receivedOn) ||
    Number(hasLimit(b)) - Number(hasLimit(a)) ||
    Number(isYoung(b)) - Number(isYoung(a)) ||
    a.stored.id.localeCompare(b.stored.id)
  )
}

/** Done with, and nothing new was written since. */
export const isFinished = ({ stored, unanswered }: OpenedRequest): boolean =>
  (stored.state === 'handed-over' || stored.state === 'closed') && unanswered === 0

/** Asks for treatment and has no time yet: the 14 days may be running (fact `guarantee-14-days`). */
export const hasLimit = ({ envelope, stored }: OpenedRequest): boolean =>
  envelope?.request.wish === 'treatment' && stored.bookings.length === 0

const isYoung = ({ envelope }: OpenedRequest): boolean => envelope?.request.audience === 'youth'
