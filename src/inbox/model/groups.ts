import type { StaffSlot } from '../../core/contract/index.ts'
import { workingDayAfter } from '../../core/calendar/closed-days.ts'
import { daysAfter } from '../../core/calendar/days.ts'
import { isReadable, type OpenedRequest } from './requests.ts'
import { dayOf } from '../shared/today.ts'
import { byUrgency, deadlinesOf, hasOpenCrisis, isFinished, isWaiting, type Deadline } from './urgency.ts'

/** The parts of the list, as they stand below each other. `late`: a limit has passed, or does before two working days have. */
const groupNames = ['crisis', 'late', 'new', 'waiting', 'answered', 'shut', 'finished', 'junk'] as const
export type GroupName = (typeof groupNames)[number]
export type Groups = Readonly<Record<GroupName, readonly OpenedRequest[]>>

/** The groups with less in each: `some` leaves those it keeps in their order. */
export const eachGroup = (
  groups: Groups,
  some: (requests: readonly OpenedRequest[]) => readonly OpenedRequest[],
): Groups =>
  // Sound: made of all names just here.
  Object.fromEntries(groupNames.map(name => [name, some(groups[name])])) as Groups

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
 * is for the person who looks after the keys, and so stands below what can be answered.
 */
export function groupsOf(
  requests: readonly OpenedRequest[],
  slots: readonly StaffSlot[],
  today: string,
): Groups {
  // Sound: made of all names just here.
  const groups = Object.fromEntries(groupNames.map((name): [GroupName, Placed[]] => [name, []])) as Record<
    GroupName,
    Placed[]
  >
  const late = workingDayAfter(today)
  for (const one of requests) {
    const placed = place(one, slots, today, late)
    groups[placed.group].push(placed)
  }
  const sorted = (name: GroupName): OpenedRequest[] =>
    groups[name].sort(orders[name] ?? bySoon).map(({ one }) => one)
  return {
    crisis: sorted('crisis'),
    late: sorted('late'),
    new: sorted('new'),
    waiting: sorted('waiting'),
    answered: sorted('answered'),
    shut: sorted('shut'),
    finished: sorted('finished'),
    junk: sorted('junk'),
  }
}

/** Sorts after every instant. */
const LATER = '9999'

type Placed = {
  readonly one: OpenedRequest
  readonly group: GroupName
  readonly isCrisis: boolean
  /** When they come today or tomorrow; `LATER` when they do not. */
  readonly soon: string
  /** The first day by which something has to have happened. */
  readonly limit: string
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function bySoon(a: Placed, b: Placed): number {
  return (a.isCrisis || b.isCrisis ? 0 : order(a.soon, b.soon)) || byUrgency(a.one, b.one)
}

/** Who looks among what is done with looks for what was done last. */
const byLastDone = ({ one: a }: Placed, { one: b }: Placed): number =>
  order(b.stored.stateOn, a.stored.stateOn) ||
  order(b.stored.receivedOn, a.stored.receivedOn) ||
  order(a.stored.id, b.stored.id)

/** The groups that are sorted otherwise than by urgency. */
const orders: Partial<Record<GroupName, (a: Placed, b: Placed) => number>> = {
  late: (a, b) => order(a.limit, b.limit) || bySoon(a, b),
  finished: byLastDone,
  junk: byLastDone,
}

/** Kept while the day and the times it has are the same: an opened request never changes. */
const places = new WeakMap<OpenedRequest, { slots: readonly StaffSlot[]; today: string; placed: Placed }>()

/** @param late the last of the days that make a request late: the same for all */
function place(one: OpenedRequest, slots: readonly StaffSlot[], today: string, late: string): Placed {
  const before = places.get(one)
  const hasSame = before?.slots === slots || one.stored.bookings.length === 0
  if (before && hasSame && before.today === today) return before.placed
  const startsAt = bookedBy(one, slots, today)[0]?.date.startsAt
  const isSoon = startsAt !== undefined && dayOf({ startsAt }) <= daysAfter(today, 1)
  const limits = deadlinesOf(one, slots)
  const placed = {
    one,
    group: groupOf(one, limits, late),
    isCrisis: hasOpenCrisis(one),
    soon: isSoon ? startsAt : LATER,
    limit: limits[0]?.day ?? LATER,
  }
  places.set(one, { slots, today, placed })
  return placed
}

function groupOf(opened: OpenedRequest, limits: readonly Deadline[], late: string): GroupName {
  if (opened.stored.state === 'junk') return 'junk'
  if (isFinished(opened)) return 'finished'
  if (!isReadable(opened)) return 'shut'
  if (hasOpenCrisis(opened)) return 'crisis'
  // Before a weekend as well: what ends while the house is closed is too late on the day it opens again.
  if (limits.some(({ day }) => day <= late)) return 'late'
  if (opened.stored.state === 'new') return 'new'
  return isWaiting(opened) ? 'waiting' : 'answered'
}

/** How many wait to be read: new ones, and old ones with something new in the thread; not what was put away as junk. */
export const countNew = (requests: readonly OpenedRequest[]): number =>
  requests.filter(
    one =>
      isReadable(one) && one.stored.state !== 'junk' && (one.stored.state === 'new' || one.unanswered > 0),
  ).length
