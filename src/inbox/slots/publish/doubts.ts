import { closedOn, type Closed } from '../../../core/calendar/closed-days.ts'
import { dayOf, timeOf, weekdayOf } from '../../../core/calendar/days.ts'
import type { SlotPost, StaffSlot } from '../../../core/contract/index.ts'

/** What makes one look twice before a time is published: asked about, never refused. `startsAt`: which of its dates. */
export type Doubt = { readonly startsAt: string } & (
  | { readonly why: 'closed'; readonly closed: Closed }
  | { readonly why: 'weekend' | 'hours' }
  | { readonly why: 'room' | 'counsellor'; readonly name: string }
)

/** Hours of the Danish clock in which talks are usual; ours, since the standards name no hours. */
export const USUAL = { from: '08:00', to: '20:00' } as const

type When = SlotPost['dates'][number]
type Meant = Pick<SlotPost, 'dates' | 'room' | 'counsellor'>
type There = Pick<StaffSlot, 'id' | 'dates' | 'room' | 'counsellor'>

/**
 * What there is to ask about times before they are published, in the order of their dates.
 * @param there what is published already; the one that is being changed left out
 */
export function doubtsOf(meant: readonly Meant[], there: readonly There[]): Doubt[] {
  return meant
    .flatMap(slot => slot.dates.flatMap(date => [...ofDay(date), ...overlaps(slot, date, there)]))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
}

function ofDay({ startsAt, minutes }: When): Doubt[] {
  const start = Date.parse(startsAt)
  const day = dayOf(start)
  const end = start + minutes * 60_000
  const closed = closedOn(day)
  const isUsual = timeOf(start) >= USUAL.from && timeOf(end) <= USUAL.to && dayOf(end) === day
  return [
    ...(closed !== null
      ? [{ why: 'closed' as const, closed, startsAt }]
      : weekdayOf(day) > 4
        ? [{ why: 'weekend' as const, startsAt }]
        : []),
    ...(isUsual ? [] : [{ why: 'hours' as const, startsAt }]),
  ]
}

function overlaps(slot: Meant, date: When, there: readonly There[]): Doubt[] {
  return (['room', 'counsellor'] as const).flatMap(why => {
    const name = slot[why]
    if (name === undefined) return []
    const isTaken = there.some(
      other => isSame(name, other[why]) && other.dates.some(one => doOverlap(one, date)),
    )
    return isTaken ? [{ why, name, startsAt: date.startsAt }] : []
  })
}

/** Typed by hand: "Rum 2" and "rum 2 " are one room. */
const isSame = (name: string, other: string | null): boolean =>
  other !== null && name.trim().toLowerCase() === other.trim().toLowerCase()

function doOverlap(one: When, other: When): boolean {
  const [a, b] = [Date.parse(one.startsAt), Date.parse(other.startsAt)]
  return a < b + other.minutes * 60_000 && b < a + one.minutes * 60_000
}

type Alike = Pick<SlotPost, 'kind' | 'dates' | 'place' | 'room' | 'counsellor'>

/** Those that are published already, alike in all that tells one from another: these are refused. */
export function twiceOf<M extends Alike>(
  meant: readonly M[],
  there: readonly Pick<StaffSlot, 'kind' | 'dates' | 'place' | 'room' | 'counsellor'>[],
): M[] {
  const known = new Set(there.map(keyOf))
  return meant.filter(one => known.has(keyOf(one)))
}

const keyOf = ({ kind, dates, place, room, counsellor }: Alike | StaffSlotLike): string =>
  JSON.stringify([
    kind,
    dates.map(({ startsAt, minutes }) => [Date.parse(startsAt), minutes]),
    place,
    (room ?? '').trim().toLowerCase(),
    (counsellor ?? '').trim().toLowerCase(),
  ])
type StaffSlotLike = Pick<StaffSlot, 'kind' | 'dates' | 'place' | 'room' | 'counsellor'>
