import type { JSX } from 'preact'
import { municipality } from '#municipality'
import type { Answers } from '../../core/request/index.ts'
import { Box } from '../../ui/index.ts'
import { CallText } from '../call-text.tsx'
import { useCopy, type T } from '../copy/copy.ts'
import { AloudHere } from './aloud-here.tsx'
import { concerns } from './screens/reach.tsx'

/** What is honestly said before sending, open, to those whom it concerns (voice: "The boxes"). */
export function HonestyBox({ answers }: { readonly answers: Answers }): JSX.Element {
  const { t } = useCopy()
  const { title, text, parts } = boxFor(answers, t)
  return (
    <Box title={title}>
      {text.map(paragraph => (
        <p key={paragraph}>
          <CallText text={paragraph} />
        </p>
      ))}
      {parts.map(part => (
        <p key={part.title}>
          <strong>{part.title}</strong> {part.text}
        </p>
      ))}
      <AloudHere />
    </Box>
  )
}

type BoxText = { title: string; text: string[]; parts: { title: string; text: string }[] }

/** The box of one person: pure, so that tests can measure its words. */
export function boxFor(answers: Answers, t: T): BoxText {
  const lines = (key: BoxKey): string[] => t(`request:box.${key}.text`, { returnObjects: true })
  const plain = (key: BoxKey, more: string[] = []): BoxText => ({
    title: t(`request:box.${key}.title`),
    text: [...lines(key), ...more],
    parts: [],
  })
  // To who asks for treatment it is said beside the choice itself: here there is no room for a second time.
  const number = answers.identity === 'number-only' ? [t('request:box.numberOnly')] : []
  if (answers.audience === 'youth') {
    if (answers.wish === 'treatment') return plain('youthTreatment')
    const box = plain('youthTalk', number)
    const books = (answers.slotIds?.length ?? 0) > 0
    return { ...box, text: [t(`request:box.youthTalk.${books ? 'booking' : 'writing'}`), ...box.text] }
  }
  if (answers.audience === 'relative') {
    const box = plain('relative', number)
    return { ...box, text: [...relativeFirst(answers, t), ...box.text] }
  }
  if (answers.identity === 'anonymous') {
    return plain('anonymous', [
      ...(concerns(answers, 'alcohol') ? [t('request:box.anonymous.alcohol')] : []),
      ...(concerns(answers, 'drugs') ? [t('request:box.anonymous.drugs')] : []),
    ])
  }
  if (answers.wish !== 'treatment') return plain('namedAdvice', number)
  return {
    ...plain('named'),
    parts: [
      { title: t('request:box.named.keptTitle'), text: t('request:box.named.kept') },
      { title: t('request:box.named.nextTitle'), text: t('request:box.named.next') },
    ],
  }
}

type BoxKey = 'youthTalk' | 'youthTreatment' | 'named' | 'namedAdvice' | 'anonymous' | 'relative'

const coveredBy = {
  'child-under-15': 'request:box.relative.coveredChild',
  'child-15-17': 'request:box.relative.coveredYoung',
  adult: 'request:box.relative.covered',
} as const

function relativeFirst(answers: Answers, t: T): string[] {
  const isCovered = answers.connection === 'resident' || answers.connection === 'enrolled'
  const covered = coveredBy[answers.concern ?? 'adult']
  return [
    t('request:box.relative.reads'),
    t(isCovered ? covered : 'request:box.relative.outside'),
    ...(municipality.confirmed.neverSaysWhoComes ? [t('request:box.relative.neverSays')] : []),
    ...(answers.concern === 'child-15-17' ? [t('request:box.relative.youngParent')] : []),
    ...(answers.concern === 'child-under-15' ? [t('request:box.relative.under15')] : []),
  ]
}
