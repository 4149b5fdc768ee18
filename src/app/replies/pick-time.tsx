import type { JSX } from 'preact'
import { dayAndTime } from '../../core/calendar/times.ts'
import { Actions, Box, Button, ErrorSummary, Form, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { SlotPicker } from '../slots/slot-picker.tsx'
import { useSlots, type Slots } from '../slots/use-slots.ts'
import { left, youthTalks } from './kinds.ts'
import type { Mailbox } from './mailbox.ts'
import { useBooking, type ToBook } from './use-booking.ts'
import { UsedUp } from './used-up.tsx'

/** The free times of one kind to wish for. */
export function PickTime(props: ToBook & { readonly onBack: () => void }): JSX.Element {
  const { t, lang } = useCopy()
  const { mailbox, moving, kind } = props
  const { slots, again } = useSlots(kind)
  const { slotIds, setSlotIds, isMissing, problem, busy, attempt, submit } = useBooking(props, again)
  const free = withoutHeld(slots, mailbox)
  const isLast = kind === 'youth-talk' && moving === null && left(mailbox, kind) === 1 && youthTalks() > 1
  const isUsedUp = problem === 'noneLeft' && kind === 'youth-talk'
  const missing = isMissing ? t('replies:book.choose') : undefined
  const there = free.kind === 'there' && free.slots.length > 0
  return (
    <>
      <ErrorSummary
        title={t('request:errors.title')}
        errors={missing === undefined ? [] : [{ name: 'slotIds', text: missing }]}
        attempt={attempt}
      />
      <div role="status">
        {problem && !isUsedUp && (
          <Notice tone="care">
            <p>{t(`replies:book.${problem}`)}</p>
          </Notice>
        )}
        {isUsedUp && <UsedUp />}
      </div>
      {moving && <Heading focusable>{t('replies:book.titleMove')}</Heading>}
      {moving && (
        <p>{t('replies:book.have', { time: moving.dates.map(date => dayAndTime(date, lang)).join('; ') })}</p>
      )}
      <Form onSubmit={submit}>
        <SlotPicker
          answers={{ slotIds: [...slotIds] }}
          update={change => {
            setSlotIds(change.slotIds ?? [])
          }}
          errorOf={() => missing}
          decide={() => undefined}
          slots={free}
          again={again}
          kind={kind}
          legend={t(kind === 'relatives-course' ? 'replies:book.legendCourse' : 'replies:book.legend')}
          legendIsHeading={moving === null}
          hint={t('replies:book.hint')}
          empty={t('replies:book.empty')}
        />
        {isLast && there && <TheLastOne />}
        <Actions>
          {there && (
            <Button type="submit" busy={busy} busyLabel={t('replies:book.busy')}>
              {t(moving ? 'replies:book.buttonMove' : 'replies:book.button')}
            </Button>
          )}
          <Button kind="quiet" onClick={props.onBack}>
            {t(there ? 'replies:book.noneFits' : 'replies:book.write')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

/** Before a young person's last talk without a name: what comes after it. */
function TheLastOne(): JSX.Element {
  const { t } = useCopy()
  return (
    <Box title={t('replies:book.secondTitle')}>
      {t('replies:book.second', { returnObjects: true }).map(text => (
        <p key={text}>{text}</p>
      ))}
    </Box>
  )
}

/** A time one has already is no time to wish for. */
function withoutHeld(slots: Slots, mailbox: Mailbox): Slots {
  if (slots.kind !== 'there') return slots
  const held = new Set(mailbox.answer.bookings.map(booking => booking.slotId))
  return { kind: 'there', slots: slots.slots.filter(slot => !held.has(slot.id) && slot.seatsLeft > 0) }
}
