import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { staffSlotsAnswer, type StaffSlot } from '../core/contract/index.ts'
import { dayAndTime } from '../core/calendar/times.ts'
import { Button, Heading, Notice, Skeleton } from '../ui/index.ts'
import { act, call, IntakeError } from './api.ts'
import { useCopy } from './copy.ts'
import { PublishForm } from './publish-form.tsx'
import { useLoaded } from './use-loaded.ts'

/** Publish times, and the coming ones with what is taken. */
export function Slots({ onSignedOut }: { readonly onSignedOut: () => void }): JSX.Element {
  const { t } = useCopy()
  const { loaded, again } = useLoaded(() => call('GET', '/api/staff/slots', staffSlotsAnswer), onSignedOut)
  return (
    <>
      <Heading focusable>{t('slots.title')}</Heading>
      <PublishForm onPublished={again} onSignedOut={onSignedOut} />
      <Heading level={2}>{t('slots.listTitle')}</Heading>
      {loaded.kind === 'loading' && <Skeleton label={t('list.loading')} />}
      {loaded.kind === 'failed' && (
        <Notice tone="care" live>
          <p>{t('problems.unreachable')}</p>
        </Notice>
      )}
      {loaded.kind === 'there' && <SlotList slots={loaded.value.slots} onChanged={again} />}
    </>
  )
}

function SlotList(props: {
  readonly slots: readonly StaffSlot[]
  readonly onChanged: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const [said, setSaid] = useState('')
  if (props.slots.length === 0) return <p>{t('slots.none')}</p>

  const withdraw = async (id: string): Promise<void> => {
    try {
      await act('DELETE', '/api/staff/slots', { ids: [id] })
      setSaid('')
      props.onChanged()
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      setSaid(t(error.problem === 'slot-booked' ? 'slots.booked' : 'detail.failed'))
    }
  }
  return (
    <>
      <p role="status">{said}</p>
      <ul class="request-list">
        {props.slots.map(slot => {
          const when = slot.dates.map(date => dayAndTime(date, lang)).join('; ')
          return (
            <li key={slot.id} class="request-card">
              <h3>{when}</h3>
              <ul class="tags">
                <li>{t(`slots.kinds.${slot.kind}`)}</li>
                <li>{t(`values.place.${slot.place}`)}</li>
                {slot.room && <li>{slot.room}</li>}
                {slot.counsellor && <li>{slot.counsellor}</li>}
                <li>{t('slots.free', { count: slot.seatsLeft })}</li>
                <li>{t('slots.taken', { count: slot.bookings.length })}</li>
              </ul>
              <Button
                kind="quiet"
                onClick={() => {
                  void withdraw(slot.id)
                }}
              >
                {t('slots.withdraw')}
                <span class="visually-hidden"> {when}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
