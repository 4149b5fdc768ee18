import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { calendar, entriesOf } from '../../core/calendar/ics.ts'
import type { Booking } from '../../core/contract/index.ts'
import { useCopy } from '../copy/copy.ts'
import { handOver } from '../phone/hand-over.ts'

/** A time for the person's own calendar, two hours before it: a neutral word and nothing of us. */
export function ToCalendar(props: {
  readonly booking: Booking
  /** Which time the button means, where there are several. */
  readonly which: ComponentChildren
}): JSX.Element {
  const { t, today } = useCopy()
  const { booking, which } = props
  const [refused, setRefused] = useState(false)
  const word = t('replies:times.calendarWord')
  return (
    <p>
      <button
        class="link"
        type="button"
        onClick={() => {
          const entries = entriesOf({ id: booking.slotId, dates: booking.dates }, word).map(entry => ({
            ...entry,
            alarm: '-PT2H',
          }))
          void handOver('kalender.ics', calendar(entries, today), 'text/calendar').then(handed => {
            setRefused(!handed)
          })
        }}
      >
        {t('replies:times.calendar')}
        {which}
      </button>
      <br />
      <span role="status">{refused && t('replies:times.calendarFailed')}</span>{' '}
      {t('replies:times.calendarHint', { word })}
    </p>
  )
}
