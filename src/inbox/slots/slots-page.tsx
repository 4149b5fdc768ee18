import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SlotKind, StaffSlot } from '../../core/contract/index.ts'
import { Fold, Heading } from '../../ui/index.ts'
import { Bookings } from './bookings.tsx'
import { useCopy } from '../shared/copy.ts'
import { Feed } from './feed.tsx'
import { PublishForm } from './publish/publish-form.tsx'
import type { OpenedRequest } from '../model/requests.ts'
import type { Session } from '../session/session.ts'
import { dayOf, today } from '../shared/today.ts'
import { UnreadableBookings } from './unreadable-bookings.tsx'

export type SlotsProps = {
  readonly session: Session
  readonly slots: readonly StaffSlot[]
  readonly requests: readonly OpenedRequest[]
  readonly tally: Readonly<Record<SlotKind, number>>
  readonly again: () => void
  readonly onOpen: (requestId: string) => void
  readonly onSignedOut: () => void
}

/** Publishing, the times as day and week, the tally, and the calendar feed. */
export function Slots(props: SlotsProps): JSX.Element {
  const { t } = useCopy()
  const { slots, again, onSignedOut, tally } = props
  // Opens where there is something: on a Friday evening that is next week.
  const [anchor, setAnchor] = useState(() => {
    const coming = slots.flatMap(slot => slot.dates.map(dayOf)).filter(day => day >= today())
    return coming.sort()[0] ?? today()
  })
  const [said, setSaid] = useState('')
  return (
    <>
      <Heading focusable>{t('slots.title')}</Heading>
      <p class="said" role="status">
        {said}
      </p>
      <UnreadableBookings {...props} onDone={setSaid} />
      <Fold summary={t('slots.publish')} open={slots.length === 0}>
        <PublishForm
          onPublished={day => {
            // What is new is what one wants to see.
            setAnchor(day)
            setSaid('')
            again()
          }}
          onSignedOut={onSignedOut}
        />
      </Fold>
      <Bookings
        {...props}
        again={() => {
          // What was said above is no longer the last that was done.
          setSaid('')
          again()
        }}
        anchor={anchor}
        onAnchor={setAnchor}
      />
      <Fold summary={t('tally.title')}>
        <dl class="tally">
          {(['youth-talk', 'adult-talk', 'relatives-course'] as const).map(kind => (
            <div key={kind}>
              <dt>{t(`slots.kinds.${kind}`)}</dt>
              <dd>{tally[kind]}</dd>
            </div>
          ))}
        </dl>
        <p>{t('tally.about')}</p>
      </Fold>
      <Feed token={props.session.calendarToken} />
    </>
  )
}
