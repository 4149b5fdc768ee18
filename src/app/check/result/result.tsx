import { Fragment, type JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { municipality } from '#municipality'
import { assess, type Situation } from '../../../core/eligibility/index.ts'
import { Actions, Fold, Heading, Notice } from '../../../ui/index.ts'
import { CallText } from '../../call-text.tsx'
import { useCopy } from '../../copy/copy.ts'
import { answerTo, type AnswerKey } from './answer.ts'
import { AskThis } from './ask-this.tsx'
import { CallNow } from './call-now.tsx'
import { useInTurn } from '../../flow/use-in-turn.ts'
import { groupsOf, type Group } from './lines.ts'
import { Ask, NextStep, OneMore, WhereToComplain } from './next-step.tsx'
import { Reasons } from './reasons.tsx'
import { RestOfGroup, ResultGroup } from './result-group.tsx'
import { SomebodyToTalkTo } from '../somebody.tsx'
import type { Step } from '../steps.ts'
import { onlyComplains } from './who-asks.ts'
import { YourAnswers } from './your-answers.tsx'

type Props = { readonly situation: Situation; readonly goTo: (step: Step) => void }

/** Who has not said whom it is about, or how old they are: there is more to see first. */
const isCut = (answer: AnswerKey): boolean => answer === 'common' || answer === 'noAge'

/** To write here is not the first thing to do for somebody who is too young, lives elsewhere or has more to read. */
const asksAtOnce = (answer: AnswerKey): boolean =>
  answer !== 'under15' && answer !== 'elsewhere' && !isCut(answer)

/** The answer in one sentence, then what there is to get, how soon, what it costs, who will know, what is unclear, what now. */
export function CheckResult({ situation, goTo }: Props): JSX.Element {
  const { t, today } = useCopy()
  const result = useMemo(() => assess(situation, today), [situation, today])
  const answer = answerTo(situation, result)
  const found = groupsOf(situation, result, {
    helpContinuesThoughLapsed: municipality.confirmed.helpContinuesThoughLapsed,
    relativesAnswered: municipality.openMatters['O-14'] !== null,
  })
  // Anyone who lives elsewhere reads of their own municipality in the first two sentences: no group says it once more.
  const groups = answer === 'elsewhere' ? found.filter(({ id }) => id !== 'ways') : found
  const complains = answer.startsWith('complain')
  const danger = result.offers.includes('signpost-emergency')
  const parts = [
    ...(complains && onlyComplains(situation)
      ? [<AboutComplaining key="complaining" groups={groups} substance={situation.substance} />]
      : groups.map(group => <ResultGroup key={group.id} group={group} substance={situation.substance} />)),
    answer !== 'under15' && !isCut(answer) && <AskThis key="ask" situation={situation} result={result} />,
    <Fragment key="next">
      <NextStep situation={situation} asks={answer !== 'under15'} prints={!isCut(answer)} />
      <div>
        <YourAnswers situation={situation} goTo={goTo} open={isCut(answer)} />
        {groups.length > 0 && <Reasons groups={groups} substance={situation.substance} />}
      </div>
    </Fragment>,
  ]
  const drawn = useInTurn(parts.length)
  return (
    <>
      {danger && <Danger />}
      <Heading focusable={!danger} level={danger ? 2 : 1}>
        {t(`check:answer.${answer}.title`)}
      </Heading>
      <p class="lead">
        <CallText text={t(`check:answer.${answer}.lead`)} />
      </p>
      <SomebodyToTalkTo answer={answer} situation={situation} />
      {complains && <WhereToComplain />}
      {isCut(answer) && (
        <>
          <p>{t('check:line.caution-age-needed')}</p>
          <Actions>
            <OneMore answer={answer} goTo={goTo} />
          </Actions>
        </>
      )}
      {asksAtOnce(answer) && !danger && (
        <Actions>
          <Ask situation={situation} />
        </Actions>
      )}
      {parts.slice(0, drawn)}
    </>
  )
}

type Groups = { readonly groups: readonly Group[]; readonly substance: Situation['substance'] }

/** Who only wants to complain has asked for no offer: what else there is waits in one fold. */
function AboutComplaining({ groups, substance }: Groups): JSX.Element {
  const { t } = useCopy()
  const asked = groups.filter(({ id }) => id === 'complain')
  const others = groups.filter(({ id }) => id !== 'complain')
  return (
    <>
      {asked.map(group => (
        <ResultGroup key={group.id} group={group} substance={substance} restApart />
      ))}
      <div>
        {asked.map(group => (
          <RestOfGroup key={group.id} group={group} substance={substance} />
        ))}
        <Fold summary={t('check:group.other')}>
          {others.map(group => (
            <ResultGroup key={group.id} group={group} substance={substance} />
          ))}
        </Fold>
      </div>
    </>
  )
}

/** Danger stands above all else on the screen (rule R02): it is the page's heading, and what is read first. */
function Danger(): JSX.Element {
  const { t } = useCopy()
  return (
    <Notice tone="urgent">
      <Heading focusable>{t('check:danger.title')}</Heading>
      <p>{t('check:line.signpost-emergency')}</p>
      <CallNow />
      <p>{t('check:danger.rest')}</p>
    </Notice>
  )
}
