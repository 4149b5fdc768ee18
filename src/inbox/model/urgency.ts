import type { StaffSlot } from '../../core/contract/index.ts'
import { daysAfter } from '../../core/calendar/days.ts'
import { daysOf } from '../../core/facts/index.ts'
import { genuine } from '../../core/sealing/index.ts'
import { dayOf } from '../shared/today.ts'
import { standing } from './mistakes.ts'
import type { OpenedRequest } from './requests.ts'

/** Days from asking for treatment to its start (fact `guarantee-start`); whether a message here counts is open. */
export const GUARANTEE_DAYS = daysOf('guarantee-start')

/** The day since which somebody waits: the first message without an answer, or the request itself; null when none does. */
export function waitsSince(opened: OpenedRequest): string | null {
  const { stored, thread, unanswered } = opened
  if (unanswered > 0) {
    const last = thread.messages.filter(
      entry => entry.status === 'genuine' && entry.message.from === 'citizen',
    )
    return last.at(-unanswered)?.on ?? null
  }
  return isWaiting(opened) ? stored.receivedOn : null
}

/** Somebody waits for an answer to it. */
export const isWaiting = ({ stored, unanswered }: OpenedRequest): boolean =>
  stored.state !== 'junk' && (unanswered > 0 || stored.state === 'new' || stored.state === 'opened')

/** A sign of crisis that nobody has answered yet: what has been answered must not hide it. */
export const hasOpenCrisis = (opened: OpenedRequest): boolean =>
  !isFinished(opened) && opened.signs.some(sign => !sign.answered)

/** Done with, and nothing new was written since. */
export const isFinished = ({ stored, unanswered }: OpenedRequest): boolean =>
  stored.state === 'junk' ||
  ((stored.state === 'handed-over' || stored.state === 'closed') && unanswered === 0)

/** The deadline that staff confirmed last, `YYYY-MM-DD`; null when none was. */
export function confirmedIn({ thread }: OpenedRequest): string | null {
  return genuine(thread).findLast(message => message.from === 'staff' && message.confirms)?.confirms ?? null
}

/** Days from asking for treatment to the first talk (fact `intake-first-talk`). */
const INTAKE_DAYS = daysOf('intake-first-talk')

/** Asks for treatment: the 14 days may be running (fact `guarantee-start`). A talk before it does not stop them. */
const hasLimit = ({ envelope }: OpenedRequest): boolean => envelope?.request.wish === 'treatment'

/** A request may lie on a phone for so long before it is sent; an older day, or one to come, is not believed. */
const MOST_DAYS_UNSENT = 30

/** The day limits are counted from: the day it was written, as far as that is believed, or else received. */
export function countedFrom({ stored, envelope }: OpenedRequest): string {
  const { receivedOn } = stored
  const written = envelope?.writtenOn ?? receivedOn
  return written <= receivedOn && written >= daysAfter(receivedOn, -MOST_DAYS_UNSENT) ? written : receivedOn
}

/** A day by which something has to have happened. `days`: how many after asking; null when staff confirmed the day. */
export type Deadline = { readonly day: string; readonly days: number | null }

/**
 * The days that matter to a request for treatment, the soonest first: its first talk, as long as nothing has met that day,
 * and the start of treatment, as staff confirmed it or as counted from the asking.
 */
export function deadlinesOf(opened: OpenedRequest, slots: readonly StaffSlot[]): Deadline[] {
  if (isFinished(opened)) return []
  const confirmed = confirmedIn(opened)
  const from = countedFrom(opened)
  const start: Deadline[] =
    confirmed !== null
      ? [{ day: confirmed, days: null }]
      : hasLimit(opened)
        ? [{ day: daysAfter(from, GUARANTEE_DAYS), days: GUARANTEE_DAYS }]
        : []
  const intake = daysAfter(from, INTAKE_DAYS)
  if (!hasLimit(opened) || hasHadFirstTalk(opened) || isBookedBy(opened, slots, intake)) return start
  return [{ day: intake, days: INTAKE_DAYS }, ...start]
}

/** The first answer meets the day of the first talk, and so does a talk: a later message does not open it again. */
const hasHadFirstTalk = ({ stored, notes }: OpenedRequest): boolean =>
  stored.answeredOn !== null || standing(notes).some(({ event }) => event === 'talked' || event === 'came')

/** A time is booked on or before a day: one that comes later does not meet it. */
const isBookedBy = ({ stored }: OpenedRequest, slots: readonly StaffSlot[], day: string): boolean =>
  stored.bookings.some(({ slotId }) =>
    slots.find(({ id }) => id === slotId)?.dates.some(date => dayOf(date) <= day),
  )

const stateOrder = { new: 0, opened: 2, answered: 3, 'handed-over': 4, closed: 5, junk: 6 } as const

/** New first, then what was written and not answered, then what was only opened. */
const rank = ({ stored, unanswered }: OpenedRequest): number =>
  unanswered > 0 ? Math.min(1, stateOrder[stored.state]) : stateOrder[stored.state]

/**
 * The most urgent first: signs of crisis that nobody has answered, then what nobody has opened, then what has waited
 * longest; of one day a young person before the others.
 */
export function byUrgency(a: OpenedRequest, b: OpenedRequest): number {
  const [one, other] = [urgencyOf(a), urgencyOf(b)]
  return one === other ? 0 : one < other ? -1 : 1
}

/** What a request is sorted by, the weightiest first, each as long as in all others; made once, since it never changes. */
const urgencies = new WeakMap<OpenedRequest, string>()

function urgencyOf(opened: OpenedRequest): string {
  const before = urgencies.get(opened)
  if (before !== undefined) return before
  const last = (is: boolean): string => (is ? '1' : '0')
  const made = [
    last(isFinished(opened)),
    last(!hasOpenCrisis(opened)),
    String(rank(opened)),
    waitsSince(opened) ?? opened.stored.receivedOn,
    last(!hasLimit(opened)),
    last(!isYoung(opened)),
    opened.stored.id,
  ].join(' ')
  urgencies.set(opened, made)
  return made
}

const isYoung = ({ envelope }: OpenedRequest): boolean => envelope?.request.audience === 'youth'
