import type { StaffSlot } from '../../core/contract/index.ts'
import type { Note } from '../../core/sealing/index.ts'
import { fetchRequest } from '../opening/opener.ts'
import type { Session } from '../session/session.ts'
import { HeldBack } from '../shared/failure.ts'
import { dayOf, today } from '../shared/today.ts'
import { isCountedBack, prepareNote, type PreparedNote } from './notes.ts'
import type { OpenedRequest, Readable } from './requests.ts'
import { isFinished } from './urgency.ts'

export type MeetingEvent = 'came' | 'no-show'
export type MeetingNote = Note & { readonly event: MeetingEvent }

const isMeeting = (note: Note): note is MeetingNote => note.event === 'came' || note.event === 'no-show'

/** What was noted of talks, in the order it was written. */
const meetingsOf = ({ notes }: Pick<OpenedRequest, 'notes'>): MeetingNote[] => notes.filter(isMeeting)

const dayOfNote = ({ at }: Note): string => dayOf({ startsAt: at })

/** What was noted last on a day. */
export const saidOn = (opened: OpenedRequest, day: string): MeetingNote | undefined =>
  meetingsOf(opened).findLast(note => dayOfNote(note) === day)

/** Of how many talks somebody has noted whether they came: what is noted on one day is about one, the last word counts. */
const saidOf = (opened: OpenedRequest): number => new Set(meetingsOf(opened).map(dayOfNote)).size

/**
 * A talk is over, and nobody has noted whether they came. The link to its time goes at midnight, so this is all that reminds
 * of it. Relatives have courses, where the house keeps a list.
 */
export const isUnsaid = (opened: OpenedRequest): boolean =>
  opened.envelope !== null &&
  opened.envelope.request.audience !== 'relative' &&
  !isFinished(opened) &&
  opened.stored.held > saidOf(opened)

/** It was noted already: by a colleague since the page was fetched, or the very same today. */
export class SaidAlready extends HeldBack {
  override readonly name = 'SaidAlready'
  readonly note: MeetingNote
  constructor(note: MeetingNote) {
    super('said')
    this.note = note
  }
}

/** How many of its talks are over or have begun. */
function begunOf({ stored }: OpenedRequest, slots: readonly StaffSlot[]): number {
  const begun = stored.bookings.filter(({ slotId }) =>
    slots.find(({ id }) => id === slotId)?.dates.some(({ startsAt }) => Date.parse(startsAt) <= Date.now()),
  )
  return stored.held + begun.length
}

/**
 * Seals whether somebody came to a talk. Looks at what is noted now first: two who note the same talk would give a young
 * person two talks back. The opposite of what stands there corrects it, in the count as well.
 * @throws {SaidAlready} when nothing is to be noted
 * @throws {IntakeError} when the request cannot be fetched
 */
export async function prepareMeeting(
  session: Session,
  shown: Readable,
  slots: readonly StaffSlot[],
  event: MeetingEvent,
): Promise<PreparedNote> {
  const { id } = shown.stored
  const now = await fetchRequest(session, id)
  const last = meetingsOf(now).at(-1)
  const isSeen = last === undefined || meetingsOf(shown).some(({ mac }) => mac === last.mac)
  const isToday = last !== undefined && dayOfNote(last) === today()
  if (last !== undefined && (!isSeen || (isToday && last.event === event))) throw new SaidAlready(last)
  const isSaid = saidOf(now) >= begunOf(now, slots)
  const isCorrection = last !== undefined && last.event !== event && (isToday || isSaid)
  const missed = missedBy(event, shown, isCorrection, isSaid)
  return prepareNote(session, id, { event, after: now.notes }, missed)
}

/** What the intake is told for its count: true, one is missed; false, it was not after all; undefined, nothing. */
function missedBy(
  event: MeetingEvent,
  { envelope }: Readable,
  isCorrection: boolean,
  isSaid: boolean,
): boolean | undefined {
  if (!isCountedBack('no-show', envelope.request.audience)) return undefined
  if (event === 'came') return isCorrection ? false : undefined
  return isCorrection || !isSaid ? true : undefined
}
