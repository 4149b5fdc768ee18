import type { JSX } from 'preact'
import type { StaffSlot } from '../../core/contract/index.ts'
import { dayAndTime, fromTo } from '../../core/calendar/times.ts'
import { Actions, Button } from '../../ui/index.ts'
import { CancelForm } from './cancel-form.tsx'
import { EditForm } from './edit-form.tsx'
import { SlotBookings } from './slot-bookings.tsx'
import { Withdraw } from './withdraw.tsx'
import { useCopy, type T } from '../shared/copy.ts'
import { SeatList } from './seat-list.tsx'
import { unbroken } from '../shared/unbroken.ts'
import { useIsOpening } from './use-is-opening.ts'
import { useRowForm, type RowForm } from './use-row-form.ts'

type SlotRowProps = {
  readonly slot: StaffSlot
  /** The date of the slot that stands in this day. */
  readonly date: StaffSlot['dates'][number]
  /** It is done, and the row may go: what to say instead. */
  readonly onDone: (said: string) => void
}

/** One time of a day: when, what, who has it, where; to withdraw it, or call it off with a word. */
export function SlotRow(props: SlotRowProps): JSX.Element {
  const { t, lang } = useCopy()
  const { slot, date } = props
  const booked = slot.bookings.length > 0
  const isOpening = useIsOpening(slot)
  const { rowRef, open, show, close, end } = useRowForm(booked)
  const when = dayAndTime(date, lang)
  const done = (text: string): void => {
    end()
    props.onDone(text)
  }
  const opener = (form: RowForm, label: string): JSX.Element => (
    <Button
      kind="quiet"
      data-opens={form}
      onClick={() => {
        show(form)
      }}
    >
      {label}
      <span class="visually-hidden"> {when}</span>
    </Button>
  )

  return (
    <li class="slot-row" data-booked={booked || undefined} ref={rowRef}>
      <p class="slot-time">{unbroken(fromTo(date, lang))}</p>
      <div>
        <p>
          <strong>{t(`slots.kinds.${slot.kind}`)}</strong>
        </p>
        <p class="slot-about">{aboutOf(slot, date, t)}</p>
        {booked ? <SlotBookings slot={slot} date={date} /> : <p class="slot-free">{t('slots.isFree')}</p>}
      </div>
      <div class="slot-act">
        {open === null && !booked && (
          <Withdraw slot={slot} date={date} onDone={done}>
            {opener('edit', t('slots.change'))}
          </Withdraw>
        )}
        {open === null && booked && !isOpening && (
          <Actions>
            {opener('edit', t('slots.change'))}
            {opener('cancel', t('cancel.open'))}
          </Actions>
        )}
      </div>
      {slot.seats > 1 && booked && <SeatList slot={slot} date={date} />}
      {open === 'cancel' && <CancelForm {...props} onClose={close} onDone={done} />}
      {open === 'edit' && <EditForm slot={slot} onClose={close} onDone={done} />}
    </li>
  )
}

/** Where it is and with whom; of a course also which of its days, and how many seats are taken. */
function aboutOf(slot: StaffSlot, date: StaffSlot['dates'][number], t: T): string {
  const { dates, seats } = slot
  return [
    t(`values.place.${slot.place}`),
    slot.room,
    slot.counsellor,
    ...(dates.length > 1 ? [t('slots.dateOf', { n: dates.indexOf(date) + 1, of: dates.length })] : []),
    ...(seats > 1 ? [t('slots.taken', { count: slot.bookings.length, seats })] : []),
  ]
    .flatMap(part => (part ? [inOnePiece(part)] : []))
    .join(' · ')
}

/** A part of a line breaks around, not in, unless it is longer than a narrow phone is wide: a room may have a long name. */
const inOnePiece = (part: string): string => (part.length > 24 ? part : part.replaceAll(' ', '\u00a0'))
