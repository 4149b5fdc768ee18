import { describe, expect, test } from 'vitest'
import { assess, fieldsToAsk, type Field, type Situation } from '../../../src/core/eligibility/index.ts'
import { TODAY } from './examples/index.ts'
import { adult, onBoth, onDrugs, outside, relative, youth, youthOnBoth } from './examples/example.ts'

const yesNo = [true, false]
/** Answers that can matter to a rule, per field. */
const answers: Readonly<Record<Field, readonly unknown[]>> = {
  acute: yesNo,
  subject: ['self', 'relative'],
  age: [14, 16, 30],
  resident: yesNo,
  substance: ['alcohol', 'drugs', 'both', 'unsure'],
  use: ['problematic', 'some'],
  stage: ['before', 'enrolled', 'ended'],
  months_since_end: [12, 13],
  wishes: [['anonymous'], ['medicine']],
  pregnant: yesNo,
  mental_disorder: yesNo,
  children_at_home: yesNo,
  outpatient_tried: yesNo,
  work_network_economy_threatened: yesNo,
  's101a.treatment_requiring': yesNo,
  's101a.no_other_social_problems': yesNo,
  's101a.close_to_education_or_work': yesNo,
  's101a.no_other_social_support': yesNo,
  's101a.seen_little_before': yesNo,
  'relative_of.relation': ['parent', 'friend'],
  'relative_of.age': [14, 16, 30],
  'relative_of.enrolled_here': yesNo,
  'relative_of.lives_in_municipality': yesNo,
  'complaint.about': ['refusal', '101a-refusal'],
  'complaint.weeks_since_decision': [4, 5],
}
const fields = Object.keys(answers) as Field[]

function withAnswer(s: Situation, field: Field, value: unknown): Situation {
  const [group, key] = field.split('.') as [keyof Situation, string | undefined]
  if (key === undefined) return { ...s, [group]: value }
  return { ...s, [group]: { ...(s[group] as object | undefined), [key]: value } }
}

const told = (s: Situation): string => [...assess(s, TODAY).because.keys()].sort().join()
const changesSomething = (s: Situation, field: Field): boolean =>
  new Set(answers[field].map(value => told(withAnswer(s, field, value)))).size > 1

const parent = (age: number, resident: boolean): Situation => ({
  ...relative,
  resident,
  relative_of: { relation: 'parent', age },
})
const people: readonly Situation[] = [
  {},
  { subject: 'self' },
  { subject: 'relative' },
  adult,
  youth,
  onDrugs,
  onBoth,
  youthOnBoth,
  { ...adult, age: 14 },
  { ...adult, age: 14, resident: false },
  { ...adult, resident: false },
  { ...adult, resident: null },
  { ...onBoth, wishes: ['anonymous'] },
  { ...onBoth, wishes: ['complain', 'intensive'] },
  { ...youthOnBoth, wishes: ['anonymous', 'complain', 'intensive'] },
  { ...adult, wishes: ['anonymous', 'complain'] },
  { ...adult, stage: 'ended' },
  relative,
  outside,
  { ...outside, relative_of: { enrolled_here: true, relation: 'friend' } },
  { ...outside, relative_of: { enrolled_here: false, relation: 'friend' } },
  parent(14, true),
  parent(16, true),
  parent(16, false),
  parent(30, false),
]

/** Asked for the words of the result, not for its ids (R38). */
const forTheWords: readonly Field[] = ['outpatient_tried', 'work_network_economy_threatened']

/** Not asked though a rule would use it, because the one who asks should not have to answer. */
function spared(s: Situation, field: Field): boolean {
  const stopped =
    s.subject !== 'relative' && (typeof s.age !== 'number' || s.age < 15 || s.resident === false)
  // Which standard has run out is no news to somebody who gets nothing from either yet.
  if (field === 'substance') return stopped
  // A parent is grown up, as near as makes no difference.
  return field === 'age' && s.relative_of?.relation === 'parent'
}

describe('What the check asks', () => {
  test.each(people.map(s => [JSON.stringify(s), s] as const))(
    'All that is not asked changes nothing for %s',
    (_, s) => {
      const asked = fieldsToAsk(s)
      const missed = fields.filter(
        field => !asked.includes(field) && !spared(s, field) && changesSomething(s, field),
      )
      expect(missed).toEqual([])
    },
  )

  test.each(people.map(s => [JSON.stringify(s), s] as const))(
    'All that is asked can change something for %s',
    (_, s) => {
      const idle = fieldsToAsk(s).filter(field => !forTheWords.includes(field) && !opensSomething(s, field))
      expect(idle).toEqual([])
    },
  )

  test('Danger and for whom come first, also before anything is answered', () => {
    expect(fieldsToAsk({})).toEqual(['acute', 'subject'])
    for (const s of people) expect(fieldsToAsk(s).slice(0, 2)).toEqual(['acute', 'subject'])
  })

  test('Nobody who lives elsewhere or is under 15 is asked what they use', () => {
    expect(fieldsToAsk({ ...adult, resident: false })).toEqual(['acute', 'subject', 'age', 'resident'])
    expect(fieldsToAsk({ ...adult, age: 14 })).toEqual(['acute', 'subject', 'age', 'resident'])
  })
})

/** An answer matters when it changes the result, itself or through a question it opens. */
function opensSomething(s: Situation, field: Field): boolean {
  if (changesSomething(s, field)) return true
  const paths = answers[field].map(value => fieldsToAsk(withAnswer(s, field, value)).join())
  return new Set(paths).size > 1
}
