import type { JSX } from 'preact'
import { COMPLAINT_WEEKS, RETURN_MONTHS } from '../../../core/eligibility/limits.ts'
import { RadioGroup } from '../../../ui/index.ts'
import { useCopy } from '../../copy/copy.ts'
import { besides, criteria, intensive } from '../fields.ts'
import { BoxesQuestion, YesNoQuestion } from './parts.tsx'
import type { ScreenProps } from './screen.ts'

/** Anonymous drug treatment: one question instead of five. A box denies its criterion; one left empty denies nothing. */
export function CriteriaScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <BoxesQuestion
      name="criteria"
      legend={t('check:ask.criteria.legend')}
      first
      hint={t('check:ask.criteria.hint')}
      options={criteria.map(value => ({ value, label: t(`check:ask.criteria.${value}`) }))}
      ticked={false}
      answers={situation.s101a ?? {}}
      onChange={s101a => {
        update({ s101a: Object.keys(s101a).length > 0 ? s101a : undefined })
      }}
    />
  )
}

const subjects = ['refusal', 'late-start', 'course', '101a-refusal'] as const

/** What the complaint is about, and whether the time limit has gone. */
export function ComplaintScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  const complaint = situation.complaint ?? {}
  return (
    <>
      <RadioGroup
        name="about"
        legend={t('check:ask.about.legend')}
        legendIsHeading
        options={subjects.map(value => ({ value, label: t(`check:ask.about.${value}`) }))}
        value={complaint.about ?? undefined}
        onChange={about => {
          update({ complaint: { ...complaint, about } })
        }}
      />
      <HowLongAgo
        name="weeks"
        legend={t('check:ask.weeks.legend')}
        within={t('check:ask.weeks.within')}
        none={t('check:ask.weeks.none')}
        limit={COMPLAINT_WEEKS}
        value={complaint.weeks_since_decision}
        onChange={weeks => {
          update({ complaint: { ...complaint, weeks_since_decision: weeks } })
        }}
      />
    </>
  )
}

/** Inside a limit of the rules or longer ago: the rules need no more. Stands as the limit itself, or one above it. */
function HowLongAgo(props: {
  readonly name: string
  readonly legend: string
  readonly within: string
  /** For who has no time to tell: an answer too (`null`), and unknown. */
  readonly none?: string
  readonly limit: number
  readonly value: number | null | undefined
  readonly onChange: (value: number | null) => void
}): JSX.Element {
  const { t } = useCopy()
  const { name, legend, within, none, limit, value, onChange } = props
  return (
    <RadioGroup<'within' | 'longer' | 'none'>
      name={name}
      legend={legend}
      options={[
        { value: 'within', label: within },
        { value: 'longer', label: t('check:ask.longerAgo') },
        ...(none === undefined ? [] : [{ value: 'none', label: none } as const]),
      ]}
      value={howLongAgo(value, limit)}
      onChange={answer => {
        onChange(answer === 'none' ? null : answer === 'within' ? limit : limit + 1)
      }}
    />
  )
}

function howLongAgo(
  value: number | null | undefined,
  limit: number,
): 'within' | 'longer' | 'none' | undefined {
  if (value === undefined) return undefined
  if (value === null) return 'none'
  return value <= limit ? 'within' : 'longer'
}

/** Asks what speaks for day or residential treatment. */
export function IntensiveScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <BoxesQuestion
      name="intensive"
      legend={t('check:ask.intensive.legend')}
      first
      options={intensive.map(value => ({ value, label: t(`check:ask.intensive.${value}`) }))}
      ticked
      answers={situation}
      onChange={told => {
        update({ outpatient_tried: undefined, work_network_economy_threatened: undefined, ...told })
      }}
    />
  )
}

const stages = ['before', 'enrolled', 'ended'] as const

/** Help had before; of treatment that has ended also when. */
export function StageScreen({ situation, update }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  return (
    <>
      <RadioGroup
        name="stage"
        legend={t('check:ask.stage.legend')}
        legendIsHeading
        options={stages.map(value => ({ value, label: t(`check:ask.stage.${value}`) }))}
        value={situation.stage ?? undefined}
        onChange={stage => {
          update({ stage, months_since_end: stage === 'ended' ? situation.months_since_end : undefined })
        }}
      />
      {situation.stage === 'ended' && (
        <HowLongAgo
          name="months"
          legend={t('check:ask.months.legend')}
          within={t('check:ask.months.within')}
          limit={RETURN_MONTHS}
          value={situation.months_since_end}
          onChange={months => {
            update({ months_since_end: months })
          }}
        />
      )}
    </>
  )
}

/** Small facts that add help or a duty; a relative is asked of children only. */
export function NowScreen({ situation, update, shows }: ScreenProps): JSX.Element {
  const { t } = useCopy()
  if (situation.subject === 'relative') {
    return (
      <YesNoQuestion
        name="children_at_home"
        legend={t('check:ask.children.legend')}
        first
        value={situation.children_at_home}
        onChange={children_at_home => {
          update({ children_at_home })
        }}
      />
    )
  }
  return (
    <BoxesQuestion
      name="now"
      legend={t('check:ask.now.legend')}
      first
      hint={t('check:ask.now.hint')}
      options={besides
        .filter(value => shows(value))
        .map(value => ({ value, label: t(`check:ask.now.${value}`) }))}
      ticked
      answers={situation}
      onChange={told => {
        update({ children_at_home: undefined, pregnant: undefined, mental_disorder: undefined, ...told })
      }}
    />
  )
}
