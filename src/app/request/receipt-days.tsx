import type { JSX } from 'preact'
import { calendar, entriesOf, type Entry } from '../../core/calendar/ics.ts'
import { daysAfter } from '../../core/calendar/days.ts'
import { lookAgainDay, nameOfDay } from '../../core/calendar/times.ts'
import { limitOf } from '../../core/facts/index.ts'
import { Button } from '../../ui/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { saveFile } from '../save-file.ts'
import { uuid } from '../phone/uuid.ts'

/**
 * The days of the standard, should Torvehuset count from today (facts `intake-first-talk`, `guarantee-start`). Only
 * when the request has arrived, for who asks for treatment and can be reached (voice: after the table of honest items).
 */
export function Deadlines({ receipt }: { readonly receipt: Receipt }): JSX.Element | null {
  const { t, lang } = useCopy()
  const { answers, state, writtenOn } = receipt
  const reachable = answers.identity === 'named' || answers.identity === 'number-only'
  if (state !== 'sent' || answers.wish !== 'treatment' || !reachable) return null
  const day = (days: number): string => nameOfDay(daysAfter(writtenOn, days), lang)
  const intake = day(limitOf('intake-first-talk', 'max') * 7)
  const start = day(limitOf('guarantee-start', 'max'))
  return (
    <div class="flow">
      <p>{t('request:receipt.dates')}</p>
      <ul>
        <li>{t('request:receipt.datesIntake', { day: intake })}</li>
        <li>{t('request:receipt.datesStart', { day: start })}</li>
      </ul>
      <p>{t('request:receipt.datesConfirm')}</p>
    </div>
  )
}

/** The time, or the day to look again, for the person's own calendar: a neutral word and nothing else. */
export function Reminder({ receipt }: { readonly receipt: Receipt }): JSX.Element {
  const { t } = useCopy()
  const { slot, writtenOn } = receipt
  const word = t(slot ? 'request:receipt.calendarWord' : 'request:receipt.calendarLookAgain')
  const save = (): void => {
    const entries: Entry[] = slot
      ? entriesOf(slot, word)
      : [{ uid: uuid(), day: lookAgainDay(writtenOn), summary: word }]
    saveFile('kalender.ics', calendar(entries, writtenOn), 'text/calendar')
  }
  return (
    <div class="flow">
      <p>
        <Button kind="quiet" onClick={save}>
          {t(slot ? 'request:receipt.calendar' : 'request:receipt.calendarRemind')}
        </Button>
      </p>
      <p>{t('request:receipt.calendarHint', { word })}</p>
    </div>
  )
}
