import { bandOfAge, type Field, type Situation } from '../../core/eligibility/index.ts'
import { COMPLAINT_WEEKS, RETURN_MONTHS } from '../../core/eligibility/limits.ts'
import type { Language } from '../../core/facts/types.ts'
import { filled, formOf } from '../../core/languages.ts'
import type { T } from '../copy/copy.ts'
import type { Resources } from '../copy/resources.ts'
import { besides, criteria, intensive } from './fields.ts'
import { connectionOf } from './screens/who.tsx'
import { asksOf, stepsFor, type Asking } from './steps.ts'

type RowKey = keyof Resources['check']['answers']['change']

export type AnswerRow = {
  readonly key: RowKey
  readonly label: string
  readonly value: string
  /** The question itself stands beside it, so a few words are enough: "Ret din alder"; what was skipped is answered. */
  readonly change: string
  readonly step: Asking
}

/** The answers in plain words, each with the screen that changes it. What was skipped says so. */
export function rowsOf(situation: Situation, t: T, lang: Language): readonly AnswerRow[] {
  return stepsFor(situation).flatMap(step =>
    rowsOn(step, situation).map(key => {
      const values = valuesOf(key, situation, t)
      return {
        key,
        change: t(`check:answers.${values.length > 0 ? 'change' : 'answer'}.${key}`),
        label: t(questionOf(key, situation)),
        value: values.length > 0 ? listText(values, lang) : t('check:answers.none'),
        step,
      }
    }),
  )
}

/** The row that shows each field. */
const rowOf: Readonly<Record<Field, RowKey>> = {
  acute: 'acute',
  subject: 'subject',
  'relative_of.relation': 'relation',
  'relative_of.age': 'childAge',
  age: 'age',
  resident: 'resident',
  'relative_of.enrolled_here': 'resident',
  'relative_of.lives_in_municipality': 'place',
  substance: 'substance',
  use: 'use',
  wishes: 'wishes',
  's101a.treatment_requiring': 'criteria',
  's101a.no_other_social_problems': 'criteria',
  's101a.close_to_education_or_work': 'criteria',
  's101a.no_other_social_support': 'criteria',
  's101a.seen_little_before': 'criteria',
  'complaint.about': 'about',
  'complaint.weeks_since_decision': 'weeks',
  outpatient_tried: 'intensive',
  work_network_economy_threatened: 'intensive',
  stage: 'stage',
  months_since_end: 'months',
  children_at_home: 'now',
  pregnant: 'now',
  mental_disorder: 'now',
}

/** Danger is a row only when it was said; a relative is asked of children by a question of its own. */
const rowsOn = (step: Asking, situation: Situation): readonly RowKey[] => [
  ...new Set(
    asksOf(step, situation)
      .filter(field => field !== 'acute' || situation.acute === true)
      .map(field => (step === 'now' && situation.subject === 'relative' ? 'children' : rowOf[field])),
  ),
]

/** The rows whose questions have a name of their own. */
const questions = { subject: 'whom', age: 'ownAge' } as const

function questionOf(key: RowKey, { subject, relative_of }: Situation): `check:ask.${Asked}` {
  if (key === 'place' && relative_of?.relation === 'parent') return 'check:ask.place.child'
  if (key === 'resident' && subject === 'relative') return 'check:ask.connection.legend'
  return `check:ask.${key === 'subject' || key === 'age' ? questions[key] : key}.legend`
}
type Asked = 'place.child' | `${Exclude<RowKey, 'subject' | 'age'> | 'connection' | 'whom' | 'ownAge'}.legend`

const yesNo = (value: boolean | null | undefined, t: T, unsure = t('check:unsure')): readonly string[] => {
  if (value === undefined) return []
  return [value === null ? unsure : t(value ? 'check:yes' : 'check:no')]
}
const band = (age: number | null | undefined, t: T): readonly string[] =>
  typeof age === 'number' ? [t(`check:age.${bandOfAge(age)}`)] : []

function valuesOf(key: RowKey, s: Situation, t: T): readonly string[] {
  switch (key) {
    case 'acute':
      return [t('check:ask.acute.yes')]
    case 'subject':
      return s.subject ? [t(`check:ask.whom.${s.subject}`)] : []
    case 'relation':
      return s.relative_of?.relation ? [t(`check:ask.relation.${s.relative_of.relation}`)] : []
    case 'childAge':
      return band(s.relative_of?.age, t)
    case 'age':
      return band(s.age, t)
    case 'resident':
      return s.subject === 'relative'
        ? connection(s, t)
        : yesNo(s.resident, t, t('check:ask.resident.unsure'))
    case 'place':
      return yesNo(s.relative_of?.lives_in_municipality, t)
    case 'substance':
      return s.substance ? [t(`check:ask.substance.${s.substance}`)] : []
    case 'use':
      return s.use ? [t(`check:ask.use.${s.use}`)] : []
    case 'wishes':
      return (s.wishes ?? []).map(wish => t(`check:ask.wishes.${wish}`))
    case 'criteria':
      return criteria.filter(one => s.s101a?.[one] === false).map(one => t(`check:ask.criteria.${one}`))
    case 'about':
      return s.complaint?.about ? [t(`check:ask.about.${s.complaint.about}`)] : []
    case 'weeks':
      if (s.complaint?.weeks_since_decision === null) return [t('check:ask.weeks.none')]
      return within(s.complaint?.weeks_since_decision, COMPLAINT_WEEKS, t('check:ask.weeks.within'), t)
    case 'intensive':
      return intensive.filter(one => s[one] === true).map(one => t(`check:ask.intensive.${one}`))
    case 'stage':
      return s.stage ? [t(`check:ask.stage.${s.stage}`)] : []
    case 'months':
      return within(s.months_since_end, RETURN_MONTHS, t('check:ask.months.within'), t)
    case 'children':
      return yesNo(s.children_at_home, t)
    case 'now':
      return besides.filter(one => s[one] === true).map(one => t(`check:ask.now.${one}`))
  }
}

const within = (value: number | null | undefined, limit: number, words: string, t: T): readonly string[] =>
  typeof value === 'number' ? [value <= limit ? words : t('check:ask.longerAgo')] : []

function connection(s: Situation, t: T): readonly string[] {
  const told = connectionOf(s)
  if (told === undefined) return []
  if (told === 'enrolled') return [t('check:ask.connection.enrolled')]
  return [t(told === 'resident' ? 'check:yes' : told === 'neither' ? 'check:no' : 'check:unsure')]
}

/** "a, b og c" / "a, b and c" */
function listText(values: readonly string[], lang: Language): string {
  if (values.length < 2) return values.join('')
  return filled(formOf(lang).list, { most: values.slice(0, -1).join(', '), last: values.at(-1) ?? '' })
}
