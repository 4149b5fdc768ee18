import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { StaffSlot } from '../../core/contract/index.ts'
import { dayAndTime, fromTo } from '../../core/calendar/times.ts'
import { Button } from '../../ui/index.ts'
import { call } from '../shared/api.ts'
import { CancelForm } from './cancel-form.tsx'
import { nameOfSlot } from './cancel.ts'
import { useCopy } from '../shared/copy.ts'
import { useDesk } from '../model/desk.ts'
import { MarkBox } from '../shared/marking.tsx'
import { sentenceFor } from '../shared/failure-words.ts'
import { whoOf } from '../model/title.ts'
import { unbroken } from '../shared/unbroken.ts'
import { useSending } from '../shared/use-sending.ts'

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
  const booked = slot.bookings.length > 0
  const [opened, setOpened] = useState(false)
  const asking = opened && booked
  const rowRef = useRef<HTMLLIElement>(null)
  const closedRef = useRef(false)
  const sending = useSending<readonly string[]>()
  const when = dayAndTime(date, lang)
  useEffect(() => {
    if (asking || !closedRef.current) return
    closedRef.current = false
    rowRef.current?.querySelector<HTMLElement>('.slot-act button')?.focus()
  }, [asking])

  const withdraw = async (): Promise<void> => {
    const done = await sending.run(
      slot.id,
      () => [slot.id],
      ids => call('withdrawSlots', { body: { ids } }),
    )
    if (done) props.onDone(t('slots.withdrawn', { when: nameOfSlot(slot, date, t, lang) }))
  }

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
              return (
                <li key={booking.id} class="slot-booking">
                  <MarkBox
                    id={booking.id}
                    label={`${opened ? whoOf(opened, t) : t('slots.shut')}, ${when}`}
                  />
                  {opened?.envelope ? (
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        onOpen(booking.requestId)
                      }}
                    >
                      {whoOf(opened, t)}
                    </button>
                  ) : (
                    t('slots.shut')
                  )}
                </li>
              )
            })}
          </ul>
        ) : (
          <p class="slot-free">{t('slots.isFree')}</p>
        )}
      </div>
      <div class="slot-act">
        {!asking && (
          <Button
            kind="quiet"
            busy={sending.busy}
            busyLabel={t('slots.withdrawing')}
            onClick={() => {
              if (booked) setOpened(true)
              else withdraw().catch(reportError)
            }}
          >
            {t(booked ? 'cancel.open' : slot.dates.length > 1 ? 'slots.withdrawCourse' : 'slots.withdraw')}
            <span class="visually-hidden"> {when}</span>
          </Button>
        )}
        <span role="status">
          {sending.failed &&
            (sending.failed === 'slot-booked' ? t('slots.booked') : sentenceFor(sending.failed, t))}
        </span>
      </div>
      {asking && (
        <CancelForm
          {...props}
          onClose={() => {
            closedRef.current = true
            setOpened(false)
          }}
          onDone={text => {
            setOpened(false)
            props.onDone(text)
          }}
        />
      )}
    </li>
  )
}
