import type { StaffSlot } from '../../core/contract/index.ts'
import type { Note } from '../../core/sealing/index.ts'
import { fetchRequest } from '../opening/opener.ts'
import type { Session } from '../session/session.ts'
import { HeldBack } from '../shared/failure.ts'
import { dayOf, today } from '../shared/today.ts'
import { standing } from './mistakes.ts'
import { isCountedBack, prepareNote, type PreparedNote } from './notes.ts'
import type { OpenedRequest, Readable } from './requests.ts'
import { isFinished } from './urgency.ts'

export type MeetingEvent = 'came' | 'no-show'
export type MeetingNote = Note & { readonly event: MeetingEvent }

const isMeeting = (note: Note): note is MeetingNote => note.event === 'came' || note.event === 'no-show'

type Said = {
  readonly note: MeetingNote
  /** Which of the booked talks it is about, counted from 1; 0: none of them. */
  readonly talk: number
}

/** What was noted of talks, in the order it was written. */
function meetingsOf({ notes }: Pick<OpenedRequest, 'notes'>): Said[] {
  const said: Said[] = []
  for (const note of standing(notes).filter(isMeeting)) {
    const before = said.at(-1)
    // A note that does not tell: what is noted on one day is about one.
    const isSame = before !== undefined && dayOfNote(before.note) === dayOfNote(note)
    const talk = note.upTo ?? (isSame ? before.talk : 1 + Math.max(0, ...said.map(one => one.talk)))
    said.push({ note, talk })
  }
  return said
}

const dayOfNote = ({ at }: Note): string => dayOf({ startsAt: at })

/** What was noted last on a day. */
export const saidOn = (opened: OpenedRequest, day: string): MeetingNote | undefined =>
  meetingsOf(opened).findLast(({ note }) => dayOfNote(note) === day)?.note

/** Of how many booked talks somebody has noted whether they came: the last word counts, whatever day it was written. */
const saidOf = (opened: OpenedRequest): number =>
  new Set(meetingsOf(opened).flatMap(({ talk }) => (talk === 0 ? [] : [talk]))).size

/**
 * A talk is over, and nobody has noted whether they came. The link to its time goes at midnight, so this is all that reminds
 * of it. Relatives have courses, where the house keeps a list.
 */
export function isUnsaid(opened: OpenedRequest): boolean {
  const known = unsaid.get(opened) ?? lacksWord(opened)
  unsaid.set(opened, known)
  return known
}

/** Looked up once: an opened request never changes. */
const unsaid = new WeakMap<OpenedRequest, boolean>()

const lacksWord = (opened: OpenedRequest): boolean =>
  opened.envelope !== null &&
  opened.envelope.request.audience !== 'relative' &&
  !isFinished(opened) &&
  opened.stored.held > saidOf(opened)

/**
 * Whether there is anything to come to: a time, today's, one to come or one that is over; one that was agreed when they were
 * talked with; or one of which something was noted.
 */
export const hadTime = (opened: Pick<OpenedRequest, 'stored' | 'notes'>): boolean =>
  opened.stored.bookings.length > 0 ||
  opened.stored.held > 0 ||
  standing(opened.notes).some(note => note.event === 'talked' || isMeeting(note))

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
  const isSeen = last === undefined || meetingsOf(shown).some(({ note }) => note.mac === last.note.mac)
  const isToday = last !== undefined && dayOfNote(last.note) === today()
  if (last !== undefined && (!isSeen || (isToday && last.note.event === event)))
    throw new SaidAlready(last.note)
  const isSaid = saidOf(now) >= begunOf(now, slots)
  const corrected = last !== undefined && last.note.event !== event && (isToday || isSaid) ? last : undefined
  // One that nobody booked here stands beside the booked ones: it must not be taken for one of them.
  const talk = corrected?.talk ?? (isSaid ? 0 : saidOf(now) + 1)
  const missed = missedBy(event, shown, talk, corrected !== undefined)
  return prepareNote(session, id, { event, upTo: talk, after: now.notes }, missed)
}

/** What the intake is told for its count: true, one is missed; false, it was not after all; undefined, nothing. */
function missedBy(
  event: MeetingEvent,
  { envelope }: Readable,
  talk: number,
  isCorrection: boolean,
): boolean | undefined {
  if (talk === 0 || !isCountedBack('no-show', envelope.request.audience)) return undefined
  if (event === 'no-show') return true
  return isCorrection ? false : undefined
}
