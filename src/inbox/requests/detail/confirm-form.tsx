import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { daysAfter } from '../../../core/calendar/days.ts'
import { nameOfDay } from '../../../core/calendar/times.ts'
import { Button, Fold, TextField } from '../../../ui/index.ts'
import { useCopy } from '../../shared/copy.ts'
import { NotSent } from '../../shared/not-sent.tsx'
import { prepareNotice, sendReply, type Prepared } from '../../model/reply.ts'
import type { Readable } from '../../model/requests.ts'
import { useDesk } from '../../model/desk.ts'
import { confirmedIn, GUARANTEE_DAYS } from '../../model/urgency.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useSending } from '../../shared/use-sending.ts'

/** One tap: the day treatment starts by. Proposes the guarantee's days from the day the request came. */
export function ConfirmForm({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t, lang } = useCopy()
  const { session, again } = useDesk()
  const confirmed = confirmedIn(opened)
  const proposed = daysAfter(opened.stored.receivedOn, GUARANTEE_DAYS)
  // Empty at first: what stands in a date field looks chosen.
  const [other, setOther] = useState('')
  /** The day that is being sent, so that only its own button says so. */
  const [under, setUnder] = useState('')
  const [said, setSaid] = useSaid('confirm')
  const sending = useSending<Prepared>()

  const confirm = async (day: string): Promise<void> => {
    if (sending.busy) return
    setSaid('')
    setUnder(day)
    const done = await sending.run(
      day,
      () => prepareNotice(session, opened.stored.id, { text: '', confirms: day }),
      sendReply,
    )
    if (!done) return
    setOther('')
    setSaid(t('confirm.sent'))
    again()
  }
  const buttonFor = (day: string): JSX.Element => (
    <>
      <p>{t('confirm.preview', { day: nameOfDay(day, lang) })}</p>
      <p>
        <Button
          kind="quiet"
          busy={sending.busy && under === day}
          busyLabel={t('reply.sending')}
          onClick={() => {
            confirm(day).catch(reportError)
          }}
        >
          {t('confirm.button', { day: nameOfDay(day, lang) })}
        </Button>
      </p>
    </>
  )
  return (
    <>
      {confirmed === null ? (
        <>
          <p>{t('confirm.lead', { received: nameOfDay(opened.stored.receivedOn, lang) })}</p>
          {buttonFor(proposed)}
        </>
      ) : (
        <p>
          <strong>{t('confirm.already', { day: nameOfDay(confirmed, lang) })}</strong>
        </p>
      )}
      <p class="said" role="status">
        {said}
      </p>
      <NotSent failed={sending.failed} />
      <Fold summary={t('confirm.other')}>
        <TextField
          name="confirms"
          type="date"
          width="short"
          label={t('confirm.day')}
          value={other}
          onInput={next => {
            setOther(next)
            setSaid('')
          }}
          autoComplete="off"
        />
        {/^\d{4}-\d\d-\d\d$/.test(other) && other !== confirmed ? (
          buttonFor(other)
        ) : (
          <p class="hint">{t('confirm.choose')}</p>
        )}
      </Fold>
    </>
  )
}
