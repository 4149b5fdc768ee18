import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { calendar, entriesOf, type Entry } from '../../core/calendar/ics.ts'
import { daysAfter, type Day } from '../../core/calendar/days.ts'
import { lookAgainDay, nameOfDay } from '../../core/calendar/times.ts'
import { daysOf } from '../../core/facts/index.ts'
import { isRung } from '../../core/request/index.ts'
import { Button } from '../../ui/index.ts'
import type { Receipt } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { handOver } from '../phone/hand-over.ts'
import { uuid } from '../phone/uuid.ts'

/**
 * The days of the standard, should the house count from today (facts `intake-first-talk`, `guarantee-start`). Only
 * when the request has arrived, for who asks for treatment and can be reached (voice: after the table of honest items).
 */
export function Deadlines({ receipt }: { readonly receipt: Receipt }): JSX.Element | null {
  const { t, lang } = useCopy()
  const { answers, state } = receipt
  if (state !== 'sent' || answers.wish !== 'treatment' || !isRung(answers)) return null
  const day = (days: number): string => nameOfDay(daysAfter(toldFrom(receipt), days), lang)
  const intake = day(daysOf('intake-first-talk'))
  const start = day(daysOf('guarantee-start'))
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

/**
 * The day that is counted from once a request has arrived: the intake's own, since the phone's clock may be wrong. Where
 * its answer was not seen, the day that the request was written.
 */
export const toldFrom = ({ receivedOn, writtenOn }: Receipt): Day => receivedOn ?? writtenOn

/** Two hours before a time; on a day to look for an answer, at five in the afternoon. */
const ALARM = { time: '-PT2H', day: 'PT17H' } as const

/** A file for the person's calendar that says `word` and nothing of us. */
export function reminderOf(receipt: Receipt, word: string): string {
  const day = toldFrom(receipt)
  const entries: Entry[] = receipt.slot
    ? entriesOf(receipt.slot, word).map(entry => ({ ...entry, alarm: ALARM.time }))
    : [{ uid: uuid(), day: lookAgainDay(day), summary: word, alarm: ALARM.day }]
  return calendar(entries, day)
}

/** The time, or the day to look again, for the person's own calendar: a neutral word and nothing else. */
export function Reminder({ receipt }: { readonly receipt: Receipt }): JSX.Element {
  const { t } = useCopy()
  const [refused, setRefused] = useState(false)
  const { slot } = receipt
  const word = t(slot ? 'request:receipt.calendarWord' : 'request:receipt.calendarLookAgain')
  return (
    <div class="flow">
      <p>
        <Button
          kind="quiet"
          onClick={() => {
            void handOver('kalender.ics', reminderOf(receipt, word), 'text/calendar').then(handed => {
              setRefused(!handed)
            })
          }}
        >
          {t(slot ? 'request:receipt.calendar' : 'request:receipt.calendarRemind')}
        </Button>
      </p>
      <p role="status">{refused && t('request:receipt.calendarFailed')}</p>
      <p class="screen-only">{t('request:receipt.calendarHint', { word })}</p>
    </div>
  )
}
