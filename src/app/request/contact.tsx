import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { Answers, Step } from '../../core/request/index.ts'
import { BackLink, ErrorSummary, Notice, Page, StepText } from '../../ui/index.ts'
import { useCitizen } from '../citizen.ts'
import { Coming } from '../coming.tsx'
import { useCopy } from '../copy/copy.ts'
import { pages } from '../routes.ts'
import { useLater } from '../use-later.ts'
import { ClockNotice } from './clock-notice.tsx'
import { copyOfRequest, laterScreens } from './later.ts'
import { StepForm } from './step-form.tsx'
import { useDelivery } from './use-delivery.ts'
import { useFlow, type FlowProps } from './use-flow.ts'
import { countOf } from './use-step.ts'

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

function Flow(props: FlowProps): JSX.Element {
  const { sending, later } = props
  const { t, lang } = useCopy()
  const { answers, kept } = useCitizen()
  const flow = useFlow(props)
  const { step, errors } = flow
  const isHeldUp = errors.length > 0 || sending.problem !== null
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
        <later.here.CrisisWatch
          text={flow.tried}
          young={answers.audience === 'youth'}
          wrong={errors.length > 0}
        />
      )}
      <ErrorSummary title={t('request:errors.title')} errors={errors} attempt={flow.attempt} />
      {later.here && sending.problem && (
        <later.here.SendProblem
          problem={sending.problem}
          busy={sending.busy}
          onAgain={() => {
            flow.goOn(answers)
          }}
        />
      )}
      <ClockNotice />
      <BackLink
        href={pages[backPage(answers)][lang]}
        onClick={event => {
          if (flow.back()) event.preventDefault()
        }}
      >
        {t('common:back')}
      </BackLink>
      {!keptBefore && notKept}
      {count && <StepText>{t('common:step', count)}</StepText>}
      {flow.isComing ? (
        <Coming failed={later.failed} />
      ) : (
        <StepForm {...props} flow={flow} isHeldUp={isHeldUp} />
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
