import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Booking } from '../../core/contract/index.ts'
import { Button, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { bookable, kindsOf, left, youthTalks } from './kinds.ts'
import { giveBack, type Mailbox } from './mailbox.ts'
import { OneBooking } from './one-booking.tsx'
import { UsedUp } from './used-up.tsx'

/** The times somebody has, what is used and left, and what can be done with them. */
export function Bookings(props: {
  readonly mailbox: Mailbox
  readonly onBook: () => void
  readonly onMove: (booking: Booking) => void
  readonly onChanged: () => Promise<unknown>
}): JSX.Element {
  const { t } = useCopy()
  const { mailbox } = props
  const { bookings } = mailbox.answer
  const [told, setTold] = useState<'gaveBack' | 'giveBackFailed' | null>(null)
  const kinds = kindsOf(mailbox)
  const young = kinds.includes('youth-talk')
  const youthLeft = left(mailbox, 'youth-talk')
  const section = useRef<HTMLElement>(null)

  const cancel = async (booking: Booking): Promise<void> => {
    const done = await giveBack(mailbox, booking.id)
    setTold(done ? 'gaveBack' : 'giveBackFailed')
    if (!done) return
    // The button that was pressed goes with its time.
    section.current?.querySelector('h2')?.focus()
    await props.onChanged()
  }

  return (
    <section class="part flow" ref={section}>
      <Heading level={2} focusable>
        {t('replies:times.title')}
      </Heading>
      <div role="status">
        {told && (
          <Notice tone={told === 'gaveBack' ? 'done' : 'care'}>
            <p>{t(`replies:times.${told}`)}</p>
          </Notice>
        )}
      </div>
      {bookings.length === 0 && <p>{t('replies:times.none')}</p>}
      {bookings.map(booking => (
        <OneBooking
          key={booking.id}
          booking={booking}
          oneOfSeveral={bookings.length > 1}
          onMove={() => {
            props.onMove(booking)
          }}
          onGiveBack={() => cancel(booking)}
        />
      ))}
      {young && youthLeft > 0 && (
        <p>
          {t('replies:times.youthLeft', {
            total: youthTalks(),
            used: youthTalks() - youthLeft,
            left: youthLeft,
          })}
        </p>
      )}
      {young && youthLeft === 0 && <UsedUp />}
      {!young && bookable(mailbox).length === 0 && <p>{t('replies:times.enough')}</p>}
      {bookable(mailbox).length > 0 && (
        <p>
          <Button kind="quiet" onClick={props.onBook}>
            {t(young && youthLeft < youthTalks() ? 'replies:times.bookSecond' : 'replies:times.book')}
          </Button>
        </p>
      )}
    </section>
  )
}
