import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { dateLines } from '../../core/calendar/times.ts'
import type { Booking } from '../../core/contract/index.ts'
import { Box, Button, Confirm, useSubmit } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { TheTalk } from './the-talk.tsx'
import { ToCalendar } from './to-calendar.tsx'

/** A time somebody has: when and where, what to know of it, and to move it, give it back or put it into a calendar. */
export function OneBooking(props: {
  readonly booking: Booking
  /** Then the heading and the buttons tell which: a list of them gives nothing else. */
  readonly oneOfSeveral: boolean
  readonly onMove: () => void
  readonly onGiveBack: () => Promise<void>
}): JSX.Element {
  const { t, lang } = useCopy()
  const { booking } = props
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
      <MoveOrGiveBack which={which} onMove={props.onMove} onGiveBack={props.onGiveBack} />
      <ToCalendar booking={booking} which={which} />
    </Box>
  )
}

/** To give a time back is asked about first: a moment later somebody else may have it. */
function MoveOrGiveBack(props: {
  readonly which: ComponentChildren
  readonly onMove: () => void
  readonly onGiveBack: () => Promise<void>
}): JSX.Element {
  const { t } = useCopy()
  const { which } = props
  const [asking, setAsking] = useState(false)

  const { busy, submit } = useSubmit({
    async send() {
      try {
        await props.onGiveBack()
      } finally {
        setAsking(false)
      }
    },
  })

  return (
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
  )
}
