import type { JSX } from 'preact'
import { dayAndTime } from '../../core/calendar/times.ts'
import type { StaffSlot } from '../../core/contract/index.ts'
import { useDesk, useUnopened } from '../model/desk.ts'
import { isReadable } from '../model/requests.ts'
import { whoOf } from '../model/title.ts'
import { useCopy } from '../shared/copy.ts'
import { MarkBox } from '../shared/marking.tsx'
import { useLeaving } from '../shared/use-return.ts'
import { Came } from './came.tsx'

/** Who has a time, each with the way to their request, and once it has begun whether they came. */
export function SlotBookings(props: {
  readonly slot: StaffSlot
  /** The date of the slot that stands in this day. */
  readonly date: StaffSlot['dates'][number]
}): JSX.Element {
  const { t, lang } = useCopy()
  const { slot, date } = props
  const { requests, onOpen } = useDesk()
  const { left } = useUnopened()
  const leave = useLeaving('times')
  // A course has a list of its own, and several days.
  const hasBegun = slot.kind !== 'relatives-course' && Date.parse(date.startsAt) <= Date.now()
  return (
    <ul class="plain-list">
      {slot.bookings.map(booking => {
        const opened = requests.find(one => one.stored.id === booking.requestId)
        const unopened = t(!opened && left > 0 ? 'slots.opening' : 'slots.shut')
        /** A course has several days, and each of them has a row. */
        const opens = `${booking.id}-${date.startsAt}`
        return (
          <li key={booking.id} class="slot-booking">
            <MarkBox
              id={booking.id}
              label={`${opened?.envelope ? whoOf(opened, t) : unopened}, ${dayAndTime(date, lang)}`}
            />
            {opened?.envelope ? (
              <button
                type="button"
                class="link"
                data-opens={opens}
                onClick={() => {
                  leave(opens)
                  onOpen(booking.requestId)
                }}
              >
                {whoOf(opened, t)}
              </button>
            ) : (
              unopened
            )}
            {hasBegun && opened && isReadable(opened) && <Came opened={opened} />}
          </li>
        )
      })}
    </ul>
  )
}
