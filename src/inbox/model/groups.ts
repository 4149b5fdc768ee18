import type { StaffSlot } from '../../core/contract/index.ts'
import { daysAfter } from '../../core/calendar/days.ts'
import { isReadable, type OpenedRequest } from './requests.ts'
import { dayOf } from '../shared/today.ts'
import { byUrgency, deadlinesOf, hasOpenCrisis, isFinished, isWaiting } from './urgency.ts'

/** The parts of the list, as they stand below each other. */
export const groupNames = [
  'crisis',
  'late',
  'new',
  'waiting',
  'answered',
  'shut',
  'finished',
  'junk',
] as const
export type GroupName = (typeof groupNames)[number]
export type Groups = Readonly<Record<GroupName, readonly OpenedRequest[]>>

export type Booked = { readonly slot: StaffSlot; readonly date: StaffSlot['dates'][number] }

/** The booked dates of a request that have not gone by, soonest first. */
export function bookedBy({ stored }: OpenedRequest, slots: readonly StaffSlot[], today: string): Booked[] {
  return stored.bookings
    .flatMap(({ slotId }) => slots.filter(slot => slot.id === slotId))
    .flatMap(slot => slot.dates.map(date => ({ slot, date })))
    .filter(({ date }) => dayOf(date) >= today)
    .sort((a, b) => a.date.startsAt.localeCompare(b.date.startsAt))
}

/**
 * The list in groups, each the most urgent first; who comes today or tomorrow stands first in theirs, but a time booked
 * does not put anybody above a crisis that waits longer. What does not open
 * is for whoever looks after the keys, and so stands below what can be answered.
 */
export function groupsOf(
  requests: readonly OpenedRequest[],
  slots: readonly StaffSlot[],
  today: string,
): Groups {
  const tomorrow = daysAfter(today, 1)
  const soon = (opened: OpenedRequest): string => {
    const startsAt = bookedBy(opened, slots, today)[0]?.date.startsAt
    return startsAt !== undefined && dayOf({ startsAt }) <= tomorrow ? startsAt : LATER
  }
  const byDay = (a: OpenedRequest, b: OpenedRequest): number =>
    hasOpenCrisis(a) || hasOpenCrisis(b) ? 0 : soon(a).localeCompare(soon(b))
  const sorted = [...requests].sort((a, b) => byDay(a, b) || byUrgency(a, b))
  const of = (name: GroupName): OpenedRequest[] => sorted.filter(one => groupOf(one, today) === name)
  return {
    crisis: of('crisis'),
    late: of('late').sort((a, b) => firstLimit(a).localeCompare(firstLimit(b))),
    new: of('new'),
    waiting: of('waiting'),
    answered: of('answered'),
    shut: of('shut'),
    finished: of('finished'),
    junk: of('junk'),
  }
}

/** Sorts after every instant. */
const LATER = '9999'

const firstLimit = (opened: OpenedRequest): string => deadlinesOf(opened)[0]?.day ?? LATER

function groupOf(opened: OpenedRequest, today: string): GroupName {
  if (opened.stored.state === 'junk') return 'junk'
  if (isFinished(opened)) return 'finished'
  if (!isReadable(opened)) return 'shut'
  if (hasOpenCrisis(opened)) return 'crisis'
  if (deadlinesOf(opened).some(({ day }) => day < today)) return 'late'
  if (opened.stored.state === 'new') return 'new'
  return isWaiting(opened) ? 'waiting' : 'answered'
}

/** What is to be answered next, when this one is done with. */
export function nextAfter(
  id: string,
  { crisis, late, new: unopened, waiting }: Groups,
): OpenedRequest | undefined {
  return [...crisis, ...late, ...unopened, ...waiting].find(one => one.stored.id !== id && isWaiting(one))
}

/** How many wait to be read: new ones, and old ones with something new in the thread. */
export const countNew = (requests: readonly OpenedRequest[]): number =>
  requests.filter(one => isReadable(one) && (one.stored.state === 'new' || one.unanswered > 0)).length
