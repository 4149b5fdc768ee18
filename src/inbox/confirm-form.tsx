import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { daysAfter, nameOfDay } from '../core/calendar/times.ts'
import { Button, Fold, TextField } from '../ui/index.ts'
import { useCopy } from './copy.ts'
import { NotSent } from './not-sent.tsx'
import { prepareNotice, sendReply, type Prepared } from './reply.ts'
import type { Readable } from './requests.ts'
import type { Session } from './session.ts'
import { confirmedIn, GUARANTEE_DAYS } from './urgency.ts'
import { useSaid } from './use-said.ts'
import { useSending } from './use-sending.ts'

/** One tap: the day treatment starts by. Proposes the guarantee's days from the day the request came. */
export function ConfirmForm(props: {
  readonly opened: Readable
  readonly session: Session
  readonly onSent: () => void
  readonly onSignedOut: () => void
}): JSX.Element {
  const { t, lang } = useCopy()
  const { session, opened } = props
  const confirmed = confirmedIn(opened)
  const [day, setDay] = useState(() => confirmed ?? daysAfter(opened.stored.receivedOn, GUARANTEE_DAYS))
  const [said, setSaid] = useSaid('confirm')
  const sending = useSending<Prepared>(props.onSignedOut)
  const usable = /^\d{4}-\d\d-\d\d$/.test(day) && day !== confirmed

  const confirm = async (): Promise<void> => {
    setSaid('')
    const done = await sending.run(
      day,
      () => prepareNotice(session, opened.stored.id, { text: '', confirms: day }),
      sendReply,
    )
    if (!done) return
    setSaid(t('confirm.sent'))
    props.onSent()
  }
  const send = usable && (
    <>
      <p>{t('confirm.preview', { day: nameOfDay(day, lang) })}</p>
      <p>
        <Button
          kind="quiet"
          busy={sending.busy}
          busyLabel={t('reply.sending')}
          onClick={() => {
            confirm().catch(reportError)
          }}
        >
          {t('confirm.button', { day: nameOfDay(day, lang) })}
        </Button>
      </p>
    </>
  )
  const other = (
    <TextField
      name="confirms"
      type="date"
      width="short"
      label={t('confirm.day')}
      value={day}
      onInput={next => {
        setDay(next)
        setSaid('')
      }}
      autoComplete="off"
    />
  )
  return (
    <>
      {confirmed === null ? (
        <p>{t('confirm.lead', { received: nameOfDay(opened.stored.receivedOn, lang) })}</p>
      ) : (
        <p>
          <strong>{t('confirm.already', { day: nameOfDay(confirmed, lang) })}</strong>
        </p>
      )}
      {confirmed === null && send}
      <p class="said" role="status">
        {said}
      </p>
      <NotSent failed={sending.failed} />
      <Fold summary={t('confirm.other')}>
        {other}
        {confirmed !== null && send}
      </Fold>
    </>
  )
}
