import type { JSX } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { municipality } from '#municipality'
import { lookAgainDay, nameOfDay } from '../../core/calendar/times.ts'
import { isRung } from '../../core/request/index.ts'
import { Drawing, Heading } from '../../ui/index.ts'
import { CallText } from '../call-text.tsx'
import { useCitizen, type Receipt as ReceiptData } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { arrived } from '../draft/take-up.ts'
import { InstallOffer } from '../offline/install-offer.tsx'
import { onOutbox } from '../outbox/outbox.ts'
import { CrisisWatch } from '../crisis/crisis-card.tsx'
import { FirstTime } from './first-time.tsx'
import { BeforeYouCome } from './before-you-come.tsx'
import { CodePart } from './receipt-code.tsx'
import { Deadlines, Reminder, toldFrom } from './receipt-days.tsx'
import { AliasLine, TimeGot } from './receipt-time.tsx'
import { NotSentYet, TakenBack, Unknown } from './receipt-waiting.tsx'
import { showFromTop } from '../flow/show-from-top.ts'
import { useFlowBehind } from '../flow/flow-behind.ts'

/** What happens now, when to look again, and the code. Says "not sent yet" until the intake has said yes. */
export function Receipt({ receipt }: { readonly receipt: ReceiptData }): JSX.Element {
  const { t, lang } = useCopy()
  useFollowed(receipt)
  useFlowBehind(receipt.state !== 'sending')
  const { answers, slot, state } = receipt
  if (state === 'taken-back') return <TakenBack receipt={receipt} />
  if (state === 'unknown') return <Unknown receipt={receipt} />
  const sent = state === 'sent'
  const booked = sent && slot
  const rung = isRung(answers)
  const wishedTime = (answers.slotIds?.length ?? 0) > 0
  return (
    <>
      {rung && <Drawing name={!sent ? 'letter' : booked ? 'calendar' : 'path'} />}
      <Heading focusable live>
        {t(titleKey(receipt))}
      </Heading>
      <CrisisWatch text={answers.message ?? ''} young={answers.audience === 'youth'} sent />
      {booked && <TimeGot receipt={receipt} slot={slot} />}
      {/* Who cannot be rung has nothing but the code. */}
      {!rung && <CodePart receipt={receipt} />}
      {sent && wishedTime && !slot && (
        <p>{t(`request:receipt.${answers.audience === 'relative' ? 'timeGoneCourse' : 'timeGone'}`)}</p>
      )}
      {!wishedTime && !slot && answers.wish === 'relatives-course' && <p>{t('request:receipt.noPlace')}</p>}
      <Heading level={2}>{t('request:receipt.now')}</Heading>
      {state === 'waiting' && <NotSentYet id={receipt.id} />}
      <p>{t(nowKey(receipt), { number: municipality.place.phone?.shown ?? '' })}</p>
      {booked && slot.kind === 'youth-talk' && (
        <p>
          {t(
            municipality.confirmed.missedTalkCounts
              ? 'request:receipt.absentYouth'
              : 'request:receipt.absent',
          )}
        </p>
      )}
      {!booked && answers.alias && (
        <p>
          <AliasLine receipt={receipt} />
        </p>
      )}
      {rung && (
        <p>
          {t('request:receipt.ifAnother', {
            what: t(`request:receipt.another.${answers.ifSomeoneElseAnswers ?? 'hang-up'}`),
          })}
        </p>
      )}
      <Deadlines receipt={receipt} />
      {sent && !slot && (
        <p>
          {t(rung ? 'request:receipt.lookAgainNamed' : 'request:receipt.lookAgain', {
            day: nameOfDay(lookAgainDay(toldFrom(receipt)), lang),
          })}
        </p>
      )}
      <p>
        <CallText text={t('request:review.notEmergency')} />
      </p>
      {rung && <CodePart receipt={receipt} />}
      {sent && <Reminder receipt={receipt} />}
      {booked && slot.place === 'house' && (
        <FirstTime
          alias={answers.alias}
          kind={slot.kind}
          interpreter={(answers.interpreter ?? '').trim() !== ''}
        />
      )}
      {sent && <BeforeYouCome receipt={receipt} />}
      <InstallOffer />
    </>
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
      setReceipt(arrived(receipt, event.outcome.answer))
    })
  }, [receipt, setReceipt])
}

function titleKey({ slot, state }: ReceiptData): TitleKey {
  if (state === 'sending') return 'request:review.sending'
  if (state !== 'sent') return 'request:receipt.waiting'
  if (!slot) return 'request:receipt.sent'
  return slot.kind === 'relatives-course' ? 'request:receipt.bookedCourse' : 'request:receipt.booked'
}
type TitleKey = 'request:review.sending' | `request:receipt.${'waiting' | 'sent' | 'booked' | 'bookedCourse'}`

function nowKey(receipt: ReceiptData): NowKey {
  const { slot, state } = receipt
  if (slot && state === 'sent')
    return slot.place === 'telephone' ? 'request:receipt.nowCall' : 'request:receipt.nowTime'
  const who = isRung(receipt.answers) ? 'Named' : 'Anonymous'
  return state === 'sent' ? `request:receipt.now${who}` : `request:receipt.nowWaiting${who}`
}
type NowKey = `request:receipt.now${'Time' | 'Call' | `${'' | 'Waiting'}${'Named' | 'Anonymous'}`}`
