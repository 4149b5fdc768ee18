import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { StaffSlot } from '../../core/contract/index.ts'
import { dayAndTime, fromTo } from '../../core/calendar/times.ts'
import { Actions, Button } from '../../ui/index.ts'
import { Came } from './came.tsx'
import { CancelForm } from './cancel-form.tsx'
import { EditForm } from './edit-form.tsx'
import { Withdraw } from './withdraw.tsx'
import { useCopy } from '../shared/copy.ts'
import { SeatList } from './seat-list.tsx'
import { useDesk, useUnopened } from '../model/desk.ts'
import { MarkBox } from '../shared/marking.tsx'
import { isReadable } from '../model/requests.ts'
import { whoOf } from '../model/title.ts'
import { unbroken } from '../shared/unbroken.ts'
import { useLeaving } from '../shared/use-return.ts'

export type SlotRowProps = {
  readonly slot: StaffSlot
  /** The date of the slot that stands in this day. */
  readonly date: StaffSlot['dates'][number]
  /** It is done, and the row may go: what to say instead. */
  readonly onDone: (said: string) => void
}

/** A part of a line breaks around, not in, unless it is longer than a narrow phone is wide: a room may have a long name. */
const inOnePiece = (part: string): string => (part.length > 24 ? part : part.replaceAll(' ', '\u00a0'))

/** One time of a day: when, what, who has it, where; to withdraw it, or call it off with a word. */
export function SlotRow(props: SlotRowProps): JSX.Element {
  const { t, lang } = useCopy()
  const { slot, date } = props
  const { requests, onOpen } = useDesk()
  const { left } = useUnopened()
  const leave = useLeaving('times')
  const booked = slot.bookings.length > 0
  /** Somebody's request is still being opened: called off now, they would get no word. */
  const opening =
    left > 0 && slot.bookings.some(({ requestId }) => !requests.some(one => one.stored.id === requestId))
  /** The form that is open under the row. */
  const [form, setForm] = useState<'cancel' | 'edit' | null>(null)
  const open = form === 'cancel' && !booked ? null : form
  const rowRef = useRef<HTMLLIElement>(null)
  /** The form that has just been closed: the focus goes back to the button that opened it. */
  const closedRef = useRef<'cancel' | 'edit' | null>(null)
  const when = dayAndTime(date, lang)
  // A course has a list of its own, and several days.
  const hasBegun = slot.kind !== 'relatives-course' && Date.parse(date.startsAt) <= Date.now()
  useEffect(() => {
    if (open !== null || closedRef.current === null) return
    rowRef.current?.querySelector<HTMLElement>(`[data-opens="${closedRef.current}"]`)?.focus()
    closedRef.current = null
  }, [open])
  const close = (): void => {
    closedRef.current = form
    setForm(null)
  }
  const done = (text: string): void => {
    setForm(null)
    props.onDone(text)
  }
  const edit = (
    <Button
      kind="quiet"
      data-opens="edit"
      onClick={() => {
        setForm('edit')
      }}
    >
      {t('slots.change')}
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
        <p class="slot-about">
          {[
            t(`values.place.${slot.place}`),
            slot.room,
            slot.counsellor,
            ...(slot.dates.length > 1
              ? [t('slots.dateOf', { n: slot.dates.indexOf(date) + 1, of: slot.dates.length })]
              : []),
            ...(slot.seats > 1 ? [t('slots.taken', { count: slot.bookings.length, seats: slot.seats })] : []),
          ]
            .flatMap(part => (part ? [inOnePiece(part)] : []))
            .join(' · ')}
        </p>
        {booked ? (
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
                    label={`${opened?.envelope ? whoOf(opened, t) : unopened}, ${when}`}
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
        ) : (
          <p class="slot-free">{t('slots.isFree')}</p>
        )}
      </div>
      <div class="slot-act">
        {open === null && !booked && (
          <Withdraw slot={slot} date={date} onDone={done}>
            {edit}
          </Withdraw>
        )}
        {open === null && booked && !opening && (
          <Actions>
            {edit}
            <Button
              kind="quiet"
              data-opens="cancel"
              onClick={() => {
                setForm('cancel')
              }}
            >
              {t('cancel.open')}
              <span class="visually-hidden"> {when}</span>
            </Button>
          </Actions>
        )}
      </div>
      {slot.seats > 1 && booked && <SeatList slot={slot} date={date} />}
      {open === 'cancel' && <CancelForm {...props} onClose={close} onDone={done} />}
      {open === 'edit' && <EditForm slot={slot} onClose={close} onDone={done} />}
    </li>
  )
}
