import {
  genuine,
  lastOf,
  nextPosition,
  seenBy,
  type GenuineEntry,
  type StaffWords,
} from '../../core/sealing/index.ts'
import { FIRST, languageCalled, type Language } from '../../core/languages.ts'
import { call } from '../shared/api.ts'
import { CannotWrite, HeldBack, IntakeError } from '../shared/failure.ts'
import { recipients } from './build-info.ts'
import { fetchRequest } from '../opening/opener.ts'
import { performBeside } from '../opening/spare.ts'
import { isReadable, type OpenedRequest, type Readable } from './requests.ts'
import type { Session } from '../session/session.ts'
import { today } from '../shared/today.ts'

/** A message, sealed and ready: sent again as it is when no answer came, so that it arrives once. */
export type Prepared = {
  readonly requestId: string
  readonly id: string
  readonly sealed: string
  /** Whether it answers what the person wrote; the intake cannot read that. */
  readonly answers: boolean
}

/** The thread has something newer than the writer has seen: of the person, or of a colleague. */
export class NewerMessage extends HeldBack {
  override readonly name = 'NewerMessage'
  /** The ids of all that is there now. */
  readonly there: readonly string[]
  constructor(there: readonly string[]) {
    super('newer')
    this.there = there
  }
}

/** What was sent from this page: its writer has seen it. */
const sentHere = new Set<string>()

/** The genuine messages that a writer who has seen these has not seen. */
export const newsIn = ({ thread }: OpenedRequest, seen: ReadonlySet<string>): readonly GenuineEntry[] =>
  thread.messages
    .filter(entry => entry.status === 'genuine')
    .filter(entry => !seen.has(entry.id) && !sentHere.has(entry.id))

/** The ids of the messages in a thread. */
export const idsIn = ({ thread }: OpenedRequest): string[] => thread.messages.map(entry => entry.id)

/**
 * Seals a reply to the team, the recovery key and the citizen's mailbox. Looks at the thread as it is now first, so that
 * its place in the row is right also when a colleague has just answered.
 * @param seen the ids of the messages that were on the screen: what was not is not answered
 * @param how.shown whether the person is to see the member's name; colleagues always do
 * @param how.earlier the same words, sealed before and sent without an answer: where they lie in the thread, it is that again
 * @throws {NewerMessage} when the person has written more since, or a colleague has answered
 * @throws {IntakeError} when the request cannot be fetched or no longer opens
 * @throws {CannotWrite} when nothing can be sealed to the person
 */
export async function prepareReply(
  session: Session,
  requestId: string,
  text: string,
  seen: ReadonlySet<string>,
  { shown = false, earlier }: { readonly shown?: boolean; readonly earlier?: Prepared | undefined } = {},
): Promise<Prepared> {
  const opened = await fetchReadable(session, requestId)
  if (earlier && idsIn(opened).includes(earlier.id)) return earlier
  if (newsIn(opened, seen).length > 0) throw new NewerMessage(idsIn(opened))
  const answered = lastOf(genuine(opened.thread), 'citizen')
  return sealWords(session, opened, { text }, { seen: answered, answers: true, shown })
}

/**
 * Seals a message that confirms or links. It answers nothing: what the person wrote stays unanswered.
 * @param onScreen the ids of the messages that were on the screen
 * @throws {NewerMessage} when there is something newer than what was seen, as a day that a colleague has confirmed
 * @throws {IntakeError} as `prepareReply`
 */
export async function prepareNotice(
  session: Session,
  requestId: string,
  words: Omit<StaffWords, 'writtenOn'>,
  onScreen: ReadonlySet<string>,
): Promise<Prepared> {
  const opened = await fetchReadable(session, requestId)
  if (newsIn(opened, onScreen).length > 0) throw new NewerMessage(idsIn(opened))
  return sealNotice(session, opened, words)
}

/** Why nobody need be told that a time is called off: they have been, or it is not theirs any more. */
export type Unneeded = 'told' | 'moved'

/**
 * Seals the word that a time is called off, if it is needed as things stand now: the list it is done from may be some
 * minutes old. What they wrote meanwhile changes nothing.
 * @throws {IntakeError} as `prepareReply`
 */
export async function prepareCalledOff(
  session: Session,
  booking: { readonly id: string; readonly requestId: string },
  text: string,
): Promise<Prepared | Unneeded> {
  const opened = await fetchReadable(session, booking.requestId)
  const isTold = genuine(opened.thread).some(one => one.from === 'staff' && one.cancels?.includes(booking.id))
  if (isTold) return 'told'
  if (!opened.stored.bookings.some(({ id }) => id === booking.id)) return 'moved'
  return sealNotice(session, opened, { text, cancels: [booking.id] })
}

function sealNotice(
  session: Session,
  opened: Readable,
  words: Omit<StaffWords, 'writtenOn'>,
): Promise<Prepared> {
  const seen = seenBy(genuine(opened.thread), 'staff')
  return sealWords(session, opened, words, { seen, answers: false, shown: false })
}

async function fetchReadable(session: Session, requestId: string): Promise<Readable> {
  const opened = await fetchRequest(session, requestId)
  if (!isReadable(opened)) throw new IntakeError('not-found')
  return opened
}

async function sealWords(
  session: Session,
  opened: Readable,
  words: Omit<StaffWords, 'writtenOn'>,
  { seen, answers, shown }: { seen: number; answers: boolean; shown: boolean },
): Promise<Prepared> {
  const { reply } = opened.envelope
  let sealed: string
  try {
    const place = nextPosition(genuine(opened.thread), 'staff', seen)
    const writer = { name: session.name, shown }
    const written = { writtenOn: today(), ...words }
    const [team] = session.teams
    sealed = await performBeside('sealMessage', {
      team,
      to: reply,
      writer,
      place,
      words: written,
      recipients,
    })
  } catch (cause) {
    if (cause instanceof IntakeError) throw cause
    // The person's own key, or the numbers in their thread, are not usable.
    throw new CannotWrite('nothing can be sealed to this person', { cause })
  }
  return { requestId: opened.stored.id, id: crypto.randomUUID(), sealed, answers }
}

/** @throws {IntakeError} */
export async function sendReply({ requestId, id, sealed, answers }: Prepared): Promise<void> {
  const body = { id, sealed, ...(!answers && { answers }) }
  // Before the answer: a list that is fetched meanwhile has it already.
  sentHere.add(id)
  await call('reply', { id: requestId, body })
}

/** The language a person reads: their own, or Danish when they asked for an interpreter. */
export const languageOf = ({ envelope }: Readable): Language =>
  languageCalled(envelope.request.language) ?? FIRST
