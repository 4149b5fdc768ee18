import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { municipality } from '#municipality'
import { assess, type Situation } from '../../core/eligibility/index.ts'
import { Actions, Fold, Heading, Notice } from '../../ui/index.ts'
import { useCopy } from '../copy/copy.ts'
import { answerTo, type AnswerKey } from './answer.ts'
import { CallNow } from './call-now.tsx'
import { groupsOf, type Group } from './lines.ts'
import { Ask, NextStep } from './next-step.tsx'
import { Reasons } from './reasons.tsx'
import { ResultGroup } from './result-group.tsx'
import { SomebodyToTalkTo } from './somebody.tsx'
import type { Step } from './steps.ts'
import { onlyComplains } from './told.ts'
import { YourAnswers } from './your-answers.tsx'

type Props = { readonly situation: Situation; readonly goTo: (step: Step) => void }

/** Who has not said whom it is about, or how old they are: there is more to see first. */
const isCut = (answer: AnswerKey): boolean => answer === 'common' || answer === 'noAge'

/** The answer in one sentence, then what there is to get, how soon, what it costs, who will know, what is unclear, what now. */
export function CheckResult({ situation, goTo }: Props): JSX.Element {
  const { t, today } = useCopy()
  const result = useMemo(() => assess(situation, today), [situation, today])
  const answer = answerTo(situation, result)
  const groups = groupsOf(situation, result, {
    helpContinuesThoughLapsed: municipality.confirmed.helpContinuesThoughLapsed,
    relativesAnswered: municipality.openMatters['O-14'] !== null,
  })
  const complains = answer.startsWith('complain')
  const danger = result.offers.includes('signpost-emergency')
  return (
    <>
      {danger && <Danger />}
      <Heading focusable={!danger} level={danger ? 2 : 1}>
        {t(`check:answer.${answer}.title`)}
      </Heading>
      <p class="lead">{t(`check:answer.${answer}.lead`)}</p>
      <SomebodyToTalkTo answer={answer} situation={situation} />
      {isCut(answer) && <p>{t('check:line.caution-age-needed')}</p>}
      {answer !== 'under15' && !isCut(answer) && !danger && (
        <Actions>
          <Ask situation={situation} />
        </Actions>
      )}
      {complains && onlyComplains(situation) ? (
        <AboutComplaining groups={groups} substance={situation.substance} />
      ) : (
        groups.map(group => <ResultGroup key={group.id} group={group} substance={situation.substance} />)
      )}
      <NextStep situation={situation} answer={answer} complains={complains} goTo={goTo} />
      <div>
        <YourAnswers situation={situation} goTo={goTo} open={isCut(answer)} />
        {groups.length > 0 && <Reasons groups={groups} substance={situation.substance} />}
      </div>
    </>
  )
}

type Groups = { readonly groups: readonly Group[]; readonly substance: Situation['substance'] }

/** Who only wants to complain has asked for no offer: what else there is waits in one fold. */
function AboutComplaining({ groups, substance }: Groups): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      {groups
        .filter(({ id }) => id === 'complain')
        .map(group => (
          <ResultGroup key={group.id} group={group} substance={substance} />
        ))}
      <Fold summary={t('check:group.other')}>
        {groups
          .filter(({ id }) => id !== 'complain')
          .map(group => (
            <ResultGroup key={group.id} group={group} substance={substance} />
          ))}
      </Fold>
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
