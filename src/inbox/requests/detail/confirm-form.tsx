import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { daysAfter } from '../../../core/calendar/days.ts'
import { dayInYear, nameOfDay } from '../../../core/calendar/times.ts'
import { Button, Fold, TextField } from '../../../ui/index.ts'
import { tIn, useCopy } from '../../shared/copy.ts'
import { today } from '../../shared/today.ts'
import { Newer, NotSent } from '../../shared/not-sent.tsx'
import { languageOf } from '../../model/reply.ts'
import type { Readable } from '../../model/requests.ts'
import { useDesk } from '../../model/desk.ts'
import { confirmedIn, countedFrom, GUARANTEE_DAYS } from '../../model/urgency.ts'
import { useSaid } from '../../shared/use-said.ts'
import { useNotice } from './use-notice.ts'

/** A promised day lies between today and a year ahead: another year is a slip of the pen. */
const canConfirm = (day: string, now: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) && day >= now && day <= daysAfter(now, 366)

/** What goes with a new day, in the person's language: which one no longer counts. */
function correctionFor(opened: Readable, confirmed: string): string {
  const theirs = languageOf(opened)
  return tIn(theirs)('confirm.corrects', { day: dayInYear(confirmed, theirs) })
}

/** One tap: the day treatment starts by. Proposes the guarantee's days from the day that limits are counted from. */
export function ConfirmForm({ opened }: { readonly opened: Readable }): JSX.Element {
  const { t, lang } = useCopy()
  const { again } = useDesk()
  const confirmed = confirmedIn(opened)
  const from = countedFrom(opened)
  const proposed = daysAfter(from, GUARANTEE_DAYS)
  // Empty at first: what stands in a date field looks chosen.
  const [other, setOther] = useState('')
  /** The day that is being sent, so that only its own button says so. */
  const [under, setUnder] = useState('')
  const [said, setSaid] = useSaid('confirm')
  const saidRef = useRef<HTMLDivElement>(null)
  const { busy, failed, behind, notify } = useNotice(opened)

  const confirm = async (day: string): Promise<void> => {
    if (busy) return
    setSaid('')
    setUnder(day)
    const text = confirmed === null ? '' : correctionFor(opened, confirmed)
    if (!(await notify(`${day} ${text}`, { text, confirms: day }))) return
    setOther('')
    setSaid(t('confirm.sent'))
    // The button goes: the day is confirmed, and the field is empty again.
    saidRef.current?.focus()
    again()
  }
  const buttonFor = (day: string): JSX.Element => (
    <>
      {confirmed !== null && (
        <figure class="quote">
          <figcaption>{t('link.preview')}</figcaption>
          <blockquote lang={languageOf(opened)}>{correctionFor(opened, confirmed)}</blockquote>
        </figure>
      )}
      <p>{t('confirm.preview', { day: dayInYear(day, lang) })}</p>
      <p>
        <Button
          kind="quiet"
          busy={busy && under === day}
          busyLabel={t('reply.sending')}
          onClick={() => {
            confirm(day).catch(reportError)
          }}
        >
          {t('confirm.button', { day: dayInYear(day, lang) })}
        </Button>
      </p>
    </>
  )
  return (
    <>
      {confirmed === null ? (
        <>
          <Lead received={opened.stored.receivedOn} from={from} />
          {canConfirm(proposed, today()) ? buttonFor(proposed) : <p>{t('confirm.passed')}</p>}
        </>
      ) : (
        <p>
          <strong>{t('confirm.already', { day: dayInYear(confirmed, lang) })}</strong>
        </p>
      )}
      <div class="said" role="status" tabIndex={-1} ref={saidRef}>
        {said}
      </div>
      {behind && <Newer />}
      <NotSent failed={failed} />
      <Fold summary={t(confirmed === null ? 'confirm.other' : 'confirm.correct')}>
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
        {canConfirm(other, today()) && other !== confirmed ? (
          buttonFor(other)
        ) : (
          <p class="hint">{t(other === '' || other === confirmed ? 'confirm.choose' : 'confirm.range')}</p>
        )}
      </Fold>
    </>
  )
}

/** The day that the proposed one is counted from: the one that its tag above counts from as well. */
function Lead({ received, from }: { readonly received: string; readonly from: string }): JSX.Element {
  const { t, lang } = useCopy()
  const came = t('confirm.lead', { received: nameOfDay(received, lang) })
  if (from === received) return <p>{came}</p>
  return (
    <p>
      {came} {t('confirm.written', { written: nameOfDay(from, lang), days: GUARANTEE_DAYS })}
    </p>
  )
}
