import type { JSX } from 'preact'
import { municipality } from '#municipality'
import { toldText } from '../../core/facts/told.ts'
import { keptInOrder } from '../../core/languages.ts'
import { isUnder18, type Situation } from '../../core/eligibility/index.ts'
import { useCopy } from '../copy/copy.ts'
import { HelpLine } from '../pages/shared/help-line.tsx'
import type { AnswerKey } from './result/answer.ts'

type Props = { readonly answer: AnswerKey; readonly situation: Situation }

/** Whom the app's request has no door for, or who stands outside of the rules, is never left without somebody to ring. */
export function SomebodyToTalkTo({ answer, situation }: Props): JSX.Element | null {
  const { t } = useCopy()
  const youngElsewhere = answer === 'elsewhere' && isUnder18(situation)
  if (answer === 'under15' || answer === 'relativeYoung' || youngElsewhere) {
    return (
      <>
        <HelpLine id="children" />
        <MoreNumbers />
      </>
    )
  }
  if (answer === 'elsewhere') {
    if (situation.substance === 'drugs') return <MoreNumbers />
    return (
      <>
        <p>{t('check:next.alcohol')}</p>
        <HelpLine id="alcohol" />
      </>
    )
  }
  if (answer !== 'relativeOutside') return null
  return (
    <>
      <LinesForRelatives situation={situation} />
      <MoreNumbers />
    </>
  )
}

/** In the order of how many they are for. */
const lines = ['alcohol', 'alAnon', 'family'] as const

/** Anyone who asks about drugs is not sent to those who talk about alcohol, nor a partner to those who talk with parents. */
const isFor = (id: (typeof lines)[number], { substance, relative_of }: Situation): boolean =>
  id === 'family'
    ? relative_of?.relation === undefined || relative_of.relation === 'parent'
    : substance !== 'drugs'

function LinesForRelatives({ situation }: Pick<Props, 'situation'>): JSX.Element | null {
  const { t, lang } = useCopy()
  const found = lines
    .filter(id => isFor(id, situation))
    .flatMap(id => municipality.helplines.filter(line => line.id === id).map(line => ({ ...line, id })))
  if (found.length === 0) return null
  return (
    <>
      <p>{t('check:next.lines.title')}</p>
      <ul>
        {found.map(({ id, name, by, number, shown, hours }) => (
          <li key={id}>
            {name}, {t(`check:next.lines.${id}`)}:{' '}
            <a class="no-break" href={`${by === 'sms' ? 'sms' : 'tel'}:${number}`}>
              {by === 'sms'
                ? t('check:next.lines.sms', { number: keptInOrder(shown, lang) })
                : keptInOrder(shown, lang)}
            </a>
            {hours && `. ${toldText(hours, lang)}.`}
          </li>
        ))}
      </ul>
    </>
  )
}

function MoreNumbers(): JSX.Element {
  const { t, href } = useCopy()
  return (
    <p>
      <a href={href('urgent')}>{t('check:next.urgent')}</a>
    </p>
  )
}
