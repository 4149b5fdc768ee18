import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { municipality } from '#municipality'
import { calendar, entriesOf, type Entry } from '../../core/calendar/ics.ts'
import { figure } from '../../core/facts/index.ts'
import { showCode } from '../../core/sealing/return-code.ts'
import { Box, Button, CodeDisplay, Drawing, Heading } from '../../ui/index.ts'
import { useCitizen, type Receipt as ReceiptData } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { daysAfter, dayAndTime, lookAgainDay, nameOfDay } from '../../core/calendar/times.ts'
import { InstallOffer } from '../offline/install-offer.tsx'
import { onOutbox, seen } from '../outbox/outbox.ts'
import { saveFile } from '../save-file.ts'
import { FirstTime } from './first-time.tsx'
import { showFromTop } from './show-from-top.ts'

/** What happens now, when to look again, and the code. Says "not sent yet" until the intake has said yes. */
export function Receipt({ receipt }: { readonly receipt: ReceiptData }): JSX.Element {
  const { t, lang } = useCopy()
  useFollowed(receipt)
  const { answers, slot } = receipt
  const [first] = useState(receipt.state)
  const waiting = receipt.state !== 'sent'
  const title = t(
    receipt.state === 'sending'
      ? 'request:review.sending'
      : waiting
        ? 'request:receipt.waiting'
        : slot
          ? 'request:receipt.booked'
          : 'request:receipt.sent',
  )
  const wishedTime = (answers.slotIds?.length ?? 0) > 0
  const look = lookAgainDay(receipt.writtenOn)
  if (receipt.state === 'taken-back') return <TakenBack receipt={receipt} />
  return (
    <>
      <Drawing name={waiting ? 'letter' : slot ? 'calendar' : 'path'} />
      <Heading focusable>{title}</Heading>
      {slot?.dates[0] && (
        <p>
          <strong>
            {t('request:receipt.timeIs', { time: slot.dates.map(d => dayAndTime(d, lang)).join('; ') })}
          </strong>
          <br />
          {t('request:receipt.place', { where: t(`request:times.${slot.place}`) })}
          {answers.alias && (
            <>
              <br />
              {t('request:receipt.sayAlias', { alias: answers.alias })}
            </>
          )}
        </p>
      )}
      {!waiting && wishedTime && !slot && <p>{t('request:receipt.timeGone')}</p>}
      <Heading level={2}>{t('request:receipt.now')}</Heading>
      <p>{t(nowKey(receipt), { number: municipality.place.phone?.shown ?? '' })}</p>
      {!slot && answers.alias && <p>{t('request:receipt.aliasLater', { alias: answers.alias })}</p>}
      {hasDeadlines(receipt) && (
        <p>
          {t('request:receipt.dates', {
            intake: nameOfDay(
              daysAfter(receipt.writtenOn, (figure('intake-within-1-week').max ?? 1) * 7),
              lang,
            ),
            start: nameOfDay(daysAfter(receipt.writtenOn, figure('guarantee-14-days').max ?? 14), lang),
          })}
        </p>
      )}
      <CodePart receipt={receipt} />
      {!slot && <p>{t('request:receipt.lookAgain', { day: nameOfDay(look, lang) })}</p>}
      <p>
        <Button
          kind="quiet"
          onClick={() => {
            const entries: Entry[] = slot
              ? entriesOf(slot, t('request:receipt.calendarWord'))
              : [{ uid: crypto.randomUUID(), day: look, summary: t('request:receipt.calendarLookAgain') }]
            saveFile('kalender.ics', calendar(entries, receipt.writtenOn), 'text/calendar')
          }}
        >
          {t('request:receipt.calendar')}
        </Button>
      </p>
      <p>
        {t('request:receipt.calendarHint', {
          word: t(slot ? 'request:receipt.calendarWord' : 'request:receipt.calendarLookAgain'),
        })}
      </p>
      {slot?.place === 'house' && <FirstTime alias={answers.alias} kind={slot.kind} />}
      <InstallOffer />
      <span class="visually-hidden" role="status">
        {receipt.state === first ? '' : title}
      </span>
    </>
  )
}

/** What the phone has forgotten and Torvehuset may have: only the code leads to it. */
function TakenBack({ receipt }: { readonly receipt: ReceiptData }): JSX.Element {
  const { t } = useCopy()
  useLayoutEffect(showFromTop, [])
  return (
    <>
      <Heading focusable>{t('offline:withdraw.here')}</Heading>
      <p>{t('offline:withdraw.may-have-arrived')}</p>
      <CodePart receipt={receipt} />
    </>
  )
}

function CodePart({ receipt }: { readonly receipt: ReceiptData }): JSX.Element {
  const { t, href } = useCopy()
  const [saved, setSaved] = useState(false)
  const { answers, slot } = receipt
  return (
    <Box title={t('request:receipt.codeTitle')}>
      {receipt.state !== 'taken-back' && (
        <p>
          {t(
            slot
              ? 'request:receipt.codeWithTime'
              : answers.identity === 'named' || answers.identity === 'number-only'
                ? 'request:receipt.codeNamed'
                : 'request:receipt.codeAnonymous',
          )}
        </p>
      )}
      <CodeDisplay
        code={showCode(receipt.code)}
        copyLabel={t('request:receipt.copy')}
        copiedLabel={t('request:receipt.copied')}
        printLabel={t('request:receipt.print')}
      />
      <p>
        <a href={href('replies')}>{t('request:receipt.codeWhere', { page: t('common:links.replies') })}</a>
      </p>
      <p>{t('request:receipt.codeCare')}</p>
      <p>
        <Button
          kind="quiet"
          onClick={() => {
            setSaved(true)
          }}
        >
          {t('request:receipt.saved')}
        </Button>{' '}
        <span role="status">{saved ? t('request:receipt.savedDone') : ''}</span>
      </p>
    </Box>
  )
}

/**
 * Focus on the heading when it appears, and the word "sent" as soon as the outbox says so. That is read out; the page
 * stays where it is, since somebody may be at the code by then.
 */
function useFollowed(receipt: ReceiptData): void {
  const { setReceipt } = useCitizen()
  useLayoutEffect(showFromTop, [])
  useEffect(() => {
    if (receipt.state === 'sent') return undefined
    return onOutbox(event => {
      if (event.id !== receipt.id || event.outcome.kind !== 'sent') return
      setReceipt({ ...receipt, state: 'sent', slot: event.outcome.answer.slot })
      // Told here and now, so nothing of it need stay. A page nobody looks at leaves the note for the next start.
      if (document.visibilityState === 'visible') seen(event.id).catch(reportError)
    })
  }, [receipt, setReceipt])
}

function nowKey({ answers, slot, state }: ReceiptData): NowKey {
  if (slot && state === 'sent')
    return slot.place === 'telephone' ? 'request:receipt.nowCall' : 'request:receipt.nowTime'
  const who = answers.identity === 'named' || answers.identity === 'number-only' ? 'Named' : 'Anonymous'
  return state === 'sent' ? `request:receipt.now${who}` : `request:receipt.nowWaiting${who}`
}
type NowKey = `request:receipt.now${'Time' | 'Call' | `${'' | 'Waiting'}${'Named' | 'Anonymous'}`}`

/** Dates only when the request has arrived, for who asks for treatment and can be reached (voice: after the table of honest items). */
const hasDeadlines = ({ answers, state }: ReceiptData): boolean =>
  state === 'sent' &&
  answers.wish === 'treatment' &&
  (answers.identity === 'named' || answers.identity === 'number-only')
