import type { JSX } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import {
  checkChosen,
  isMetByAlias,
  nextStep,
  slotKindNear,
  stepsFor,
  withChange,
  type Answers,
  type AnswerField,
  type FieldError,
  type Step,
} from '../../core/request/index.ts'
import { Actions, BackLink, Button, ErrorSummary, Form, Notice, Page, StepText } from '../../ui/index.ts'
import { prepareCallText } from '../call-text.tsx'
import { useCitizen } from '../citizen.ts'
import { useCopy } from '../copy/copy.ts'
import { whenIdle } from '../phone/when-idle.ts'
import { pages } from '../routes.ts'
import { Coming } from '../coming.tsx'
import { useLater } from '../use-later.ts'
import { ClockNotice } from './clock-notice.tsx'
import { copyOfRequest, laterScreens, type LaterScreens } from './later.ts'
import { early, QuestionScreen } from './question-screen.tsx'
import type { ScreenProps } from './screens/screen.ts'
import { useDelivery, type Delivery } from './use-delivery.ts'
import { useShownFromTop } from '../flow/show-from-top.ts'
import { useCrisisReady } from '../crisis/use-crises.ts'
import { areNoneFree, useSlots } from '../slots/use-slots.ts'
import { countOf, useStep } from './use-step.ts'

/** The contact request: one address for all its steps. */
export function Contact(props: { readonly ready: boolean }): JSX.Element {
  const { receipt } = useCitizen()
  const later = useLater(laterScreens, props.ready, copyOfRequest)
  const sending = useDelivery(later.here)
  return (
    <Page>
      {!receipt ? (
        <Flow ready={props.ready} sending={sending} later={later} />
      ) : later.here ? (
        <later.here.Receipt receipt={receipt} />
      ) : (
        <Coming failed={later.failed} />
      )}
    </Page>
  )
}

function Flow(props: {
  readonly ready: boolean
  readonly sending: Delivery
  readonly later: ReturnType<typeof useLater<LaterScreens>>
}): JSX.Element {
  const { ready, sending, later } = props
  const { t, lang } = useCopy()
  const { answers, update, kept } = useCitizen()
  const check = later.here?.checkStep ?? checkChosen
  const { step, goTo, back } = useStep(answers, check)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [attempt, setAttempt] = useState(0)
  const [tried, setTried] = useState(answers.message ?? '')
  const { slots, again } = useSlots(ready ? slotKindNear(step, answers) : null)
  const comes = later.here === null && !early.has(step)
  useShownFromTop(comes ? null : step)
  useEffect(() => {
    if (step !== 'review') return
    later.here?.prepareSending()
    later.here?.askDay().catch(reportError)
  }, [step, later.here])
  useAlias(answers, update, later.here)
  useCrisisReady()
  useEffect(() => {
    whenIdle(prepareCallText)
  }, [])

  const toStep = useCallback(
    (to: Step) => {
      setErrors([])
      goTo(to)
    },
    [goTo],
  )

  const { problem } = sending
  useEffect(() => {
    // Sent from the last screen, and the problem is shown there: the way back through the history may have led to another.
    if (problem !== null && step !== 'review') goTo('review')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each problem
  }, [problem])

  /** An adult is not led to times of which there are none; a young person came for one and reads that there is none. */
  const toNext = (now: Answers): void => {
    const next = nextStep(step, now, check)
    const none = slots.kind === 'unreachable' || areNoneFree(slots)
    if (next !== 'times' || now.audience !== 'adult' || !none) toStep(next)
    else {
      update({ slotIds: [] })
      toStep(nextStep('times', { ...now, slotIds: [] }, check))
    }
  }

  const goOn = (now: Answers): void => {
    const found = check(step, now)
    setTried(now.message ?? '')
    setErrors(found)
    if (found.length > 0) setAttempt(n => n + 1)
    else if (step !== 'review') toNext(now)
    else {
      const open = stepsFor(now).find(earlier => check(earlier, now).length > 0)
      if (open) toStep(open)
      else sending.send(now, lang)
    }
  }

  const screen: ScreenProps = {
    answers,
    update,
    slots,
    again,
    errorOf: field => sentenceFor(field),
    decide: change => {
      update(change)
      goOn(withChange(answers, change))
    },
  }
  const sentenceFor = (field: AnswerField): string | undefined => {
    const error = errors.find(one => one.field === field)
    return error && t(`request:errors.${error.why}`)
  }
  const isHeldUp = errors.length > 0 || problem !== null
  const count = countOf(step, answers)
  const keptBefore = useAtStart(step, kept)
  const notKept = !kept && (
    <Notice tone="info">
      <p>{t('offline:draftNotKept')}</p>
    </Notice>
  )
  return (
    <>
      {/* The place by the message is out of sight up here. What is written there later is answered there. */}
      {later.here && step === 'review' && isHeldUp && (
        <later.here.CrisisWatch text={tried} young={answers.audience === 'youth'} wrong={errors.length > 0} />
      )}
      <ErrorSummary
        title={t('request:errors.title')}
        errors={errors.map(error => ({ name: error.field, text: t(`request:errors.${error.why}`) }))}
        attempt={attempt}
      />
      {later.here && sending.problem && (
        <later.here.SendProblem
          problem={sending.problem}
          busy={sending.busy}
          onAgain={() => {
            goOn(answers)
          }}
        />
      )}
      <ClockNotice />
      <BackLink
        href={pages[backPage(answers)][lang]}
        onClick={event => {
          if (back()) event.preventDefault()
        }}
      >
        {t('common:back')}
      </BackLink>
      {!keptBefore && notKept}
      {count && <StepText>{t('common:step', count)}</StepText>}
      {comes ? (
        <Coming failed={later.failed} />
      ) : (
        <Form
          disabled={!ready || sending.busy}
          coming={ready ? undefined : t('common:coming')}
          onSubmit={() => {
            // Going on without a tick would leave without a time and without a word; "none fits" has a button of its own.
            if (step === 'times' && !answers.slotIds?.length) {
              setErrors([{ field: 'slotIds', why: 'slots-missing' }])
              setAttempt(n => n + 1)
            } else goOn(answers)
          }}
        >
          {step === 'review' && later.here ? (
            <later.here.ReviewScreen
              {...screen}
              goTo={toStep}
              newAlias={() => {
                update({ alias: later.here?.newAlias(t) })
              }}
              sending={sending.busy}
              wrong={errors.length > 0}
              answeredAbove={isHeldUp ? tried : null}
              tooOld={sending.problem === 'keys-changed'}
            />
          ) : (
            <>
              <QuestionScreen step={step} later={later.here} {...screen} />
              {step !== 'times' && (
                <Actions>
                  <Button type="submit">{t('common:next')}</Button>
                </Actions>
              )}
            </>
          )}
        </Form>
      )}
      {keptBefore && notKept}
    </>
  )
}

/** What was so when this screen came: said later, it stands where it moves no button from under a finger. */
function useAtStart<T>(step: Step, value: T): T {
  const seen = useRef({ step, value })
  if (seen.current.step !== step) seen.current = { step, value }
  return seen.current.value
}

const backPage = (answers: Answers): 'home' | 'adults' | 'youth' | 'relatives' =>
  answers.audience === undefined
    ? 'home'
    : ({ adult: 'adults', youth: 'youth', relative: 'relatives' } as const)[answers.audience]

/** Who books a time without a name gets a made-up one to say at the door. */
function useAlias(answers: Answers, update: (change: Answers) => void, later: LaterScreens | null): void {
  const { t } = useCopy()
  const wanted = isMetByAlias(answers)
  useEffect(() => {
    if (wanted && later && answers.alias === undefined) update({ alias: later.newAlias(t) })
  }, [wanted, answers.alias, update, t, later])
}
