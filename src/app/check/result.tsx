import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { route } from 'preact-router'
import { municipality } from '#municipality'
import { assess, carry, type Situation } from '../../core/eligibility/index.ts'
import { Actions, Button, Fold, Heading, Notice, SummaryList } from '../../ui/index.ts'
import { useCitizen } from '../citizen.ts'
import { CallText } from '../call-text.tsx'
import { useCopy } from '../copy/copy.ts'
import { HelpLine } from '../pages/parts/help-line.tsx'
import { Lines } from '../pages/parts/lines.tsx'
import { answerTo, type AnswerKey } from './answer.ts'
import { answersWith } from './door.ts'
import { groupsOf } from './lines.ts'
import { ResultGroup } from './result-group.tsx'
import { rowsOf } from './rows.ts'
import type { Step } from './steps.ts'

type Props = { readonly situation: Situation; readonly goTo: (step: Step) => void }

/** The answer in one sentence, then what there is to get, how soon, what it costs, who will know, what is unclear, what now. */
export function CheckResult({ situation, goTo }: Props): JSX.Element {
  const { t, today } = useCopy()
  const result = useMemo(() => assess(situation, today), [situation, today])
  const answer = answerTo(situation, result)
  const groups = groupsOf(situation, result, {
    helpContinuesThoughLapsed: municipality.confirmed.helpContinuesThoughLapsed,
    relativesAnswered: municipality.openMatters['O-14'] !== null,
  })
  return (
    <>
      {result.offers.includes('signpost-emergency') && <Danger />}
      <Heading focusable>{t(`check:answer.${answer}.title`)}</Heading>
      <p class="lead">{t(`check:answer.${answer}.lead`)}</p>
      <SomebodyToTalkTo answer={answer} />
      {answer !== 'under15' && (
        <p>
          <Ask situation={situation} />
        </p>
      )}
      {groups.map(group => (
        <ResultGroup key={group.id} group={group} />
      ))}
      <NextStep situation={situation} answer={answer} />
      <YourAnswers situation={situation} goTo={goTo} open={answer === 'noAge' || answer === 'common'} />
    </>
  )
}

/** Danger stands above all else on the screen (rule R02). */
function Danger(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <Notice tone="urgent">
      <p>
        <CallText text={t('check:line.signpost-emergency')} />
      </p>
      <HelpLine id="emergency" whenSaid />
      <p>
        <a href={href('urgent')}>{t('check:next.urgent')}</a>
      </p>
    </Notice>
  )
}

/** Whom the app's request has no door for, or who stands outside of the rules, is never left without somebody to ring. */
function SomebodyToTalkTo({ answer }: { readonly answer: AnswerKey }): JSX.Element | null {
  const { t } = useCopy()
  if (answer === 'under15' || answer === 'relativeYoung') return <HelpLine id="children" />
  if (answer === 'elsewhere') {
    return (
      <>
        <p>{t('check:next.alcohol')}</p>
        <HelpLine id="alcohol" />
      </>
    )
  }
  if (answer === 'relativeOutside') {
    return (
      <>
        <p>{t('check:next.talk')}</p>
        <Lines whom="relatives" />
      </>
    )
  }
  return null
}

function NextStep(props: { readonly situation: Situation; readonly answer: AnswerKey }): JSX.Element {
  const { t } = useCopy()
  const { situation, answer } = props
  return (
    <section class="flow" aria-labelledby="next-step">
      <Heading level={2} id="next-step">
        {t('check:next.title')}
      </Heading>
      <p>{t(answer === 'under15' ? 'check:next.show' : 'check:line.offer-contact-torvehuset')}</p>
      {answer !== 'under15' && municipality.place.phone && (
        <p>
          <a href={`tel:${municipality.place.phone.number}`}>{municipality.place.phone.shown}</a>
        </p>
      )}
      <Actions>
        {answer !== 'under15' && <Ask situation={situation} />}
        <Button
          kind="quiet"
          icon="print"
          onClick={() => {
            print()
          }}
        >
          {t('check:next.print')}
        </Button>
      </Actions>
      {answer !== 'under15' && <p>{t('check:next.askHint')}</p>}
      <p>
        <CallText text={t('check:line.caution-emergency-not-here')} />
      </p>
    </section>
  )
}

/** On to the request, with what it asks for; the rest stays here. */
function Ask({ situation }: { readonly situation: Situation }): JSX.Element {
  const { t, href } = useCopy()
  const { answers, update } = useCitizen()
  const carried = carry(situation)
  return (
    <Button
      onClick={() => {
        update(answersWith(carried, answers))
        route(href('contact'))
      }}
    >
      {t(carried.wish === 'anonymous-talk' ? 'check:next.book' : 'check:next.ask')}
    </Button>
  )
}

/** What was answered, each to be changed; open where an answer that is missing would tell more. */
function YourAnswers(props: Props & { readonly open: boolean }): JSX.Element {
  const { t, lang } = useCopy()
  const { situation, goTo, open } = props
  return (
    <>
      <Fold summary={t('check:answers.title')} open={open}>
        <SummaryList
          rows={rowsOf(situation, t, lang).map(({ key, label, value, what, step }) => ({
            key,
            label,
            value,
            change: {
              label: t('check:answers.change', { what }),
              onClick: () => {
                goTo(step)
              },
            },
          }))}
        />
      </Fold>
      <p>{t('check:next.gone')}</p>
    </>
  )
}
