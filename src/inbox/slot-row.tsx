import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { StaffSlot } from '../core/contract/index.ts'
import { dayAndTime, fromTo } from '../core/calendar/times.ts'
import { Actions, Button, Form, MessageField, Notice } from '../ui/index.ts'
import { act, IntakeError } from './api.ts'
import { prepareCancel, sendCancel, type Cancellation } from './cancel.ts'
import { useCopy } from './copy.ts'
import type { OpenedRequest } from './requests.ts'
import type { Session } from './session.ts'
import { whoOf } from './title.ts'
import { useSending } from './use-sending.ts'

export type SlotRowProps = {
  readonly slot: StaffSlot
  /** The date of the slot that stands in this day. */
  readonly date: StaffSlot['dates'][number]
  readonly requests: readonly OpenedRequest[]
  readonly session: Session
  readonly onOpen: (requestId: string) => void
  readonly onChanged: () => void
  readonly onSignedOut: () => void
}

/** One time of a day: when, what, who has it, where; to withdraw it, or call it off with a word. */
export function SlotRow(props: SlotRowProps): JSX.Element {
  const { t, lang } = useCopy()
  const { slot, date, requests } = props
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const when = dayAndTime(date, lang)
  const booked = slot.bookings.length > 0

  const withdraw = async (): Promise<void> => {
    try {
      await act('DELETE', '/api/staff/slots', { ids: [slot.id] })
      props.onChanged()
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      if (error.problem === 'not-signed-in') props.onSignedOut()
      else setSaid(t(error.problem === 'slot-booked' ? 'slots.booked' : 'detail.failed'))
    }
  }

  return (
    <li class="slot-row" data-booked={booked || undefined}>
      <p class="slot-time">{fromTo(date, lang)}</p>
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
            .filter(Boolean)
            .join(' · ')}
        </p>
        {booked ? (
          <ul class="plain-list">
            {slot.bookings.map(booking => {
              const opened = requests.find(one => one.stored.id === booking.requestId)
              return (
                <li key={booking.id}>
                  {opened?.envelope ? (
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        props.onOpen(booking.requestId)
                      }}
                    >
                      {whoOf(opened, t)}
                    </button>
                  ) : (
                    t('list.unreadable')
                  )}
                </li>
              )
            })}
          </ul>
        ) : (
          <p class="slot-free">{t('slots.isFree')}</p>
        )}
      </div>
      <div>
        {!asking && (
          <Button
            kind="quiet"
            onClick={() => {
              if (booked) setAsking(true)
              else withdraw().catch(reportError)
            }}
          >
            {t(booked ? 'cancel.open' : 'slots.withdraw')}
            <span class="visually-hidden"> {when}</span>
          </Button>
        )}
        <span role="status">{said}</span>
      </div>
      {asking && (
        <CancelForm
          {...props}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </li>
  )
}

function CancelForm(props: SlotRowProps & { readonly onClose: () => void }): JSX.Element {
  const { t } = useCopy()
  const { slot, requests, session } = props
  const [text, setText] = useState<string | null>(null)
  const sending = useSending<Cancellation>(props.onSignedOut)
  const silent = slot.bookings.filter(
    ({ requestId }) => !requests.find(one => one.stored.id === requestId)?.envelope,
  ).length

  const submit = async (): Promise<void> => {
    const words = text?.trim() ?? null
    const done = await sending.run(
      JSON.stringify([words, slot.bookings]),
      () => prepareCancel(session, slot, requests, words),
      sendCancel,
    )
    if (done) props.onChanged()
  }
  return (
    <div class="slot-cancel">
      <Form
        onSubmit={() => {
          submit().catch(reportError)
        }}
      >
        <MessageField
          name={`cancel-${slot.id}`}
          label={t('cancel.label', { count: slot.bookings.length - silent })}
          hint={t('cancel.hint')}
          value={text ?? t('cancel.message')}
          onInput={setText}
          rows={5}
          autoComplete="off"
        />
        {silent > 0 && <p>{t('cancel.silent', { count: silent })}</p>}
        {sending.failed && (
          <Notice tone="care" live>
            <p>{t('cancel.failed')}</p>
          </Notice>
        )}
        <Actions>
          <Button type="submit" kind="danger" busy={sending.busy} busyLabel={t('cancel.busy')}>
            {t('cancel.button')}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            {t('cancel.no')}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}
