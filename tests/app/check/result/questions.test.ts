import { expect, test } from 'vitest'
import { municipality } from '#municipality'
import { messageWith, questionsOf } from '../../../../src/app/check/result/questions.ts'
import { assess, type Situation } from '../../../../src/core/eligibility/index.ts'
import type { OpenMatters } from '../../../../src/core/facts/types.ts'

const none = Object.fromEntries(Object.keys(municipality.openMatters).map(id => [id, null])) as OpenMatters
const asked = (situation: Situation, matters: OpenMatters = none): readonly string[] =>
  questionsOf(assess(situation, '2026-11-26'), matters)

const adult: Situation = { subject: 'self', age: 40, resident: true, substance: 'alcohol' }

test.each<[string, Situation, string[]]>([
  ['an adult', { ...adult, wishes: ['treatment'] }, ['clock', 'centre']],
  ['an adult who would stay without a name', { ...adult, wishes: ['anonymous'] }, ['namelessAlcohol']],
  ['a young person', { ...adult, age: 16, wishes: ['advice-only'] }, ['youthStops']],
  ['a relative', { subject: 'relative', age: 40, resident: true }, ['start', 'price', 'written']],
  ['somebody who lives elsewhere', { ...adult, resident: false }, ['elsewhere']],
])('%s is given the questions that weigh most for them', (_, situation, first) => {
  expect(asked(situation).slice(0, first.length)).toEqual(first)
})

test('there are three at most, and none that the municipality has answered', () => {
  const everything: Situation = {
    ...adult,
    substance: 'both',
    pregnant: true,
    wishes: ['anonymous', 'other-provider', 'intensive', 'complain', 'medicine'],
  }
  expect(asked(everything)).toHaveLength(3)
  const answered = Object.fromEntries(
    Object.keys(none).map(id => [id, { da: 'Ja.', en: 'Yes.' }]),
  ) as OpenMatters
  expect(asked(everything, answered)).toEqual([])
  expect(asked(adult)).toContain('clock')
  expect(asked(adult, { ...none, 'O-22': { da: 'Ja.', en: 'Yes.' } })).not.toContain('clock')
})

test('what was written stays, and a question that stands there is not put twice', () => {
  expect(messageWith(undefined, ['A?', 'B?'])).toBe('A?\nB?')
  expect(messageWith('Hej\nA?', ['A?', 'B?'])).toBe('Hej\nA?\nB?')
  expect(messageWith(' ', [])).toBe('')
})
