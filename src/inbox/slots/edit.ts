import { dayOf, timeOf } from '../../core/calendar/days.ts'
import type { SlotChange, SlotPost, SlotTraits, StaffSlot } from '../../core/contract/index.ts'
import type { PublishFields } from './publish/publish.ts'

type Name = 'date' | 'time' | 'minutes' | 'seats' | 'room' | 'counsellor'

/** The fields of the form that published it, filled with a time that is there. */
export function fieldsOf({ kind, dates, place, seats, room, counsellor }: StaffSlot): PublishFields {
  const whens = dates.map(({ startsAt }) => ({
    date: dayOf(Date.parse(startsAt)),
    time: timeOf(Date.parse(startsAt)),
  }))
  const [first = { date: '', time: '' }, ...more] = whens
  return {
    kind,
    ...first,
    more,
    minutes: String(dates[0]?.minutes ?? ''),
    inARow: '1',
    pause: '0',
    weeks: '1',
    place,
    seats: String(seats),
    room: room ?? '',
    counsellor: counsellor ?? '',
  }
}

/** Day and hour can be changed as long as nobody has booked it; of a course with several days they stand. */
const mayMove = ({ bookings, dates }: StaffSlot): boolean => bookings.length === 0 && dates.length === 1

const isCourse = ({ kind }: StaffSlot): boolean => kind === 'relatives-course'

/** The fields that are asked for, in the order in which they stand. */
export function namesOf(slot: StaffSlot): readonly Name[] {
  return [
    ...(mayMove(slot) ? (['date', 'time', 'minutes'] as const) : []),
    ...(isCourse(slot) ? (['seats'] as const) : []),
    'room',
    'counsellor',
  ]
}

/** What of a time can be changed, as it is. */
const traitsOf = ({ dates, place, seats, room, counsellor }: StaffSlot): SlotTraits => ({
  dates,
  place,
  seats,
  ...(room !== null && { room }),
  ...(counsellor !== null && { counsellor }),
})

/**
 * The change as it is sent: what the fields say of the time as it may be changed, and what it was.
 * @param post the time that the fields make; undefined where they make none: a time that is past stands when it was
 */
export function changeOf(slot: StaffSlot, fields: PublishFields, post: SlotPost | undefined): SlotChange {
  return {
    dates: post !== undefined && mayMove(slot) ? post.dates : slot.dates,
    place: slot.place,
    seats: isCourse(slot) ? Number(fields.seats) : slot.seats,
    ...(fields.room.trim() && { room: fields.room.trim() }),
    ...(fields.counsellor.trim() && { counsellor: fields.counsellor.trim() }),
    was: traitsOf(slot),
  }
}
