import { mayMove, WAITING, type RequestState } from '../../core/contract/index.ts'
import { genuine, lastOf, seenBy } from '../../core/sealing/index.ts'
import type { Session } from '../session/session.ts'
import { call } from '../shared/api.ts'
import { prepareNote, sendNote, type PreparedNote } from './notes.ts'
import { asideUpTo, type OpenedRequest, type Stored } from './requests.ts'

/** A move that is ready to be sent: where the request goes, and the notes that go with it. */
export type PreparedMove = { readonly to: RequestState; readonly notes: readonly PreparedNote[] }

/** Up to which message the thread is laid aside by a move; null where the move changes nothing of that. */
export function asideBy(opened: OpenedRequest, to: RequestState): number | null {
  const said = genuine(opened.thread)
  // What was written last needs no answer: without this the thread would wait for ever.
  if (!WAITING.includes(to)) return opened.unanswered > 0 ? lastOf(said, 'citizen') : null
  // It is to be answered after all.
  const isAside = asideUpTo(opened.notes) > seenBy(said, 'staff')
  return isAside && !WAITING.includes(opened.stored.state) ? 0 : null
}

/**
 * Where a request goes when a move is taken back: to where it stood, or among the opened ones where it cannot stand there again.
 * @param laysAside whether the move lays messages aside: they wait again
 */
export const backFrom = (to: RequestState, before: RequestState, laysAside: boolean): RequestState =>
  before === 'new' || laysAside || !mayMove(to, before) ? 'opened' : before

/**
 * Seals what goes with a move.
 * @param upTo up to which message it lays the thread aside; null where it changes nothing of that
 * @param why told to colleagues in a note
 */
export async function prepareMove(
  session: Session,
  { stored: { id }, notes: after }: OpenedRequest,
  to: RequestState,
  upTo: number | null,
  why: string | undefined,
): Promise<PreparedMove> {
  const notes = [
    ...(upTo === null ? [] : [await prepareNote(session, id, { event: 'aside', upTo, after })]),
    ...(why === undefined ? [] : [await prepareNote(session, id, { event: 'text', text: why, after })]),
  ]
  return { to, notes }
}

/**
 * Moves a request on from where it stands, in this order, so that what stops half way leaves the message waiting, and never laid
 * aside unseen.
 * @throws {IntakeError}
 */
export async function sendMove(
  stored: Stored,
  from: RequestState,
  { to, notes }: PreparedMove,
): Promise<void> {
  const isBack = WAITING.includes(to)
  if (!isBack) await moveOn(stored, from, to)
  for (const note of notes) await sendNote(stored.id, note)
  if (isBack) await moveOn(stored, from, to)
}

/** A new one was opened by being looked at: it moves on from there, whether that has arrived or not. */
async function moveOn({ id, written }: Stored, from: RequestState, state: RequestState): Promise<void> {
  if (from === 'new') await call('move', { id, body: { from, state: 'opened', written } })
  await call('move', { id, body: { from: from === 'new' ? 'opened' : from, state, written } })
}
