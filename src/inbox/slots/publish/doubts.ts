import { closedOn, type Closed } from '../../../core/calendar/closed-days.ts'
import { dayOf, timeOf, weekdayOf } from '../../../core/calendar/days.ts'
import type { SlotPost, StaffSlot } from '../../../core/contract/index.ts'

/** What makes one look twice before a time is published: asked about, never refused. `startsAt`: which of its dates. */
export type Doubt = { readonly startsAt: string } & (
  | { readonly why: 'closed'; readonly closed: Closed }
  | { readonly why: 'weekend' | 'hours' }
  | { readonly why: 'room' | 'counsellor'; readonly name: string }
  /** Another time is on then, which begins at `other`, and neither rooms nor counsellors tell the two apart. */
  | { readonly why: 'apart'; readonly other: string }
  /** Two days of one course are on at once. */
  | { readonly why: 'days' }
)

/** Hours of the Danish clock in which talks are usual; ours, since the standards name no hours. */
export const USUAL = { from: '08:00', to: '20:00' } as const

type When = SlotPost['dates'][number]
type Meant = Pick<SlotPost, 'dates' | 'room' | 'counsellor'>
type There = Pick<StaffSlot, 'id' | 'dates' | 'room' | 'counsellor'>

/** One date of a time with what tells it from others; `from` and `to` in ms since 1970. */
type Span = {
  readonly startsAt: string
  readonly from: number
  readonly to: number
  readonly room: string
  readonly counsellor: string
}

/**
 * What there is to ask about times before they are published, in the order of their dates. They are held against each
 * other as well.
 * @param there what is published already; the one that is being changed left out
 */
export function doubtsOf(meant: readonly Meant[], there: readonly There[]): Doubt[] {
  const others = there.flatMap(spansOf)
  return meant
    .flatMap(slot => {
      const own = spansOf(slot)
      const found = slot.dates.flatMap((date, at) => [
        ...ofDay(date),
        ...own.slice(at, at + 1).flatMap(span => overlaps(slot, span, others, own.slice(0, at))),
      ])
      others.push(...own)
      return found
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
}

const spansOf = ({ dates, room, counsellor }: Meant | There): Span[] =>
  dates.map(({ startsAt, minutes }) => {
    const from = Date.parse(startsAt)
    return { startsAt, from, to: from + minutes * 60_000, room: plain(room), counsellor: plain(counsellor) }
  })

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

function overlaps(slot: Meant, span: Span, others: readonly Span[], daysBefore: readonly Span[]): Doubt[] {
  const { startsAt } = span
  const atOnce = others.filter(other => doOverlap(span, other))
  const doubts = (['room', 'counsellor'] as const).flatMap((why): Doubt[] => {
    const isTaken = span[why] !== '' && atOnce.some(other => other[why] === span[why])
    return isTaken ? [{ why, name: slot[why] ?? '', startsAt }] : []
  })
  const like = atOnce.find(other => !isTold(span, other))
  return [
    ...doubts,
    ...(like ? [{ why: 'apart' as const, startsAt, other: like.startsAt }] : []),
    ...(daysBefore.some(other => doOverlap(span, other)) ? [{ why: 'days' as const, startsAt }] : []),
  ]
}

/** Whether a room or a counsellor says that two times are two, or that they are in each other's way. */
const isTold = (one: Span, other: Span): boolean =>
  (['room', 'counsellor'] as const).some(what => one[what] !== '' && other[what] !== '')

/** Typed by hand: "Rum 2" and "rum 2 " are one room. */
const plain = (name: string | null | undefined): string => (name ?? '').trim().toLowerCase()

const doOverlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

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
    plain(room),
    plain(counsellor),
  ])
type StaffSlotLike = Pick<StaffSlot, 'kind' | 'dates' | 'place' | 'room' | 'counsellor'>
