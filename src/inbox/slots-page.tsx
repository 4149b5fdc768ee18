import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SlotKind, StaffSlot } from '../core/contract/index.ts'
import { Button, Fold, Heading, Notice } from '../ui/index.ts'
import { Bookings, dayOf } from './bookings.tsx'
import { cancelBookings, unreadableBookings } from './cancel.ts'
import { useCopy } from './copy.ts'
import { Feed } from './feed.tsx'
import { PublishForm } from './publish-form.tsx'
import type { OpenedRequest } from './requests.ts'
import type { Session } from './session.ts'
import { today } from './today.ts'
import { useSending } from './use-sending.ts'

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
      <Unreadable {...props} onDone={setSaid} />
      <Fold summary={t('slots.publish')} open={slots.length === 0}>
        <PublishForm
          onPublished={day => {
            // What is new is what one wants to see.
            setAnchor(day)
            again()
          }}
          onSignedOut={onSignedOut}
        />
      </Fold>
      <Bookings {...props} anchor={anchor} onAnchor={setAnchor} />
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

function Unreadable(props: SlotsProps & { readonly onDone: (said: string) => void }): JSX.Element | null {
  const { t } = useCopy()
  const ids = unreadableBookings(props.slots, props.requests)
  const sending = useSending<readonly string[]>(props.onSignedOut)
  if (ids.length === 0) return null
  const cancel = async (): Promise<void> => {
    if (!(await sending.run(ids.join(' '), () => Promise.resolve(ids), cancelBookings))) return
    props.onDone(t('unreadable.done', { count: ids.length }))
    // The notice goes, and its button with it.
    document.querySelector<HTMLElement>('main h1')?.focus()
    props.again()
  }
  return (
    <Notice tone="care" title={t('unreadable.title', { count: ids.length })}>
      <p>{t('unreadable.text')}</p>
      {sending.failed && <p role="status">{t('detail.failed')}</p>}
      <p>
        <Button
          kind="danger"
          busy={sending.busy}
          busyLabel={t('cancel.busy')}
          onClick={() => {
            cancel().catch(reportError)
          }}
        >
          {t('unreadable.button', { count: ids.length })}
        </Button>
      </p>
    </Notice>
  )
}
