import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { calendar, entriesOf } from '../../core/calendar/ics.ts'
import { dateLines } from '../../core/calendar/times.ts'
import type { Booking } from '../../core/contract/index.ts'
import { Box, Button, Confirm, Heading, Notice, useSubmit } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { handOver } from '../phone/hand-over.ts'
import { bookable, kindsOf, left, youthTalks } from './kinds.ts'
import { giveBack, type Mailbox } from './mailbox.ts'
import { TheTalk } from './the-talk.tsx'
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

function OneBooking(props: {
  readonly booking: Booking
  /** Then the heading and the buttons tell which: a list of them gives nothing else. */
  readonly oneOfSeveral: boolean
  readonly onMove: () => void
  readonly onGiveBack: () => Promise<void>
}): JSX.Element {
  const { t, lang, today } = useCopy()
  const { booking } = props
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState(false)

  const { busy, submit } = useSubmit({
    async send() {
      try {
        await props.onGiveBack()
      } finally {
        setAsking(false)
      }
    },
  })

  const lines = dateLines(booking.dates, lang)
  const which = props.oneOfSeveral && <span class="visually-hidden"> {lines[0]}</span>
  const name = t(`replies:times.names.${booking.kind}`)
  return (
    <Box
      level={3}
      title={
        <>
          {name}
          {which}
        </>
      }
    >
      {lines.map(line => (
        <p key={line}>
          <strong>{line}</strong>
          <br />
          {t(`request:times.${booking.place}`)}
        </p>
      ))}
      <TheTalk booking={booking} />
      <Confirm
        asking={asking}
        label={t('replies:times.giveBack')}
        question={t('replies:times.sure')}
        answers={
          <>
            <Button kind="danger" busy={busy} onClick={submit}>
              {t('replies:times.yes')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false)
              }}
            >
              {t('replies:times.no')}
            </Button>
          </>
        }
      >
        <Button kind="quiet" onClick={props.onMove}>
          {t('replies:times.move')}
          {which}
        </Button>
        <Button
          kind="quiet"
          data-asks=""
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('replies:times.giveBack')}
          {which}
        </Button>
      </Confirm>
      <p>
        <button
          class="link"
          type="button"
          onClick={() => {
            const entries = entriesOf(
              { id: booking.slotId, dates: booking.dates },
              t('replies:times.calendarWord'),
            ).map(entry => ({ ...entry, alarm: '-PT2H' }))
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
        {t('replies:times.calendarHint', { word: t('replies:times.calendarWord') })}
      </p>
    </Box>
  )
}
