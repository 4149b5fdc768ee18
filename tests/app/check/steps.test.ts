import { describe, expect, test } from 'vitest'
import { answersWith, situationOf } from '../../../src/app/check/door.ts'
import {
  asksOf,
  firstOpen,
  isAnswered,
  MOST_SCREENS,
  nextStep,
  pageOf,
  steps,
  stepsFor,
  valueOf,
} from '../../../src/app/check/steps.ts'
import { fieldsToAsk, type Field, type Situation } from '../../../src/core/eligibility/index.ts'

const adult: Situation = { subject: 'self', age: 40, resident: true }
const everything: readonly Situation[] = [
  {},
  { subject: 'self' },
  adult,
  { ...adult, substance: 'drugs', wishes: ['anonymous', 'complain', 'intensive'], stage: 'ended' },
  { subject: 'relative', relative_of: { relation: 'parent', age: 16 }, resident: true },
  { subject: 'relative', relative_of: { relation: 'friend' } },
]

describe('the screens of the check', () => {
  test.each(everything)('ask all that the rules need of %j, each thing once', situation => {
    const asked = stepsFor(situation).flatMap(step => asksOf(step, situation))
    expect([...asked].sort()).toEqual([...fieldsToAsk(situation)].sort())
  })

  test('come in one order, so that a history entry always means the same screen', () => {
    for (const situation of everything) {
      const places = stepsFor(situation).map(step => steps.indexOf(step))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  test('start with the first thing the door taken has not said', () => {
    expect(firstOpen({}, new Set())).toBe('whom')
    expect(firstOpen(situationOf({ audience: 'adult' }), new Set())).toBe('you')
    expect(firstOpen(situationOf({ audience: 'youth' }), new Set())).toBe('you')
    expect(firstOpen(situationOf({ audience: 'relative' }), new Set())).toBe('other')
  })

  test('a question that was skipped is not asked again', () => {
    expect(firstOpen({}, new Set<Field>(['acute', 'subject']))).toBe('result')
    expect(nextStep('you', adult, new Set<Field>(['acute', 'subject', 'age', 'resident']))).toBe('substance')
  })

  test('after a change only what the change opened is asked', () => {
    const before: Situation = { ...adult, substance: 'drugs', wishes: ['treatment'] }
    const seen = new Set(fieldsToAsk(before))
    expect(nextStep('wishes', before, seen)).toBe('result')
    expect(nextStep('wishes', { ...before, wishes: ['anonymous'] }, seen)).toBe('criteria')
  })

  test('an answer shuts out skipping, "I don’t know" too; danger does not', () => {
    const fields = asksOf('whom', {})
    expect(isAnswered(fields, {})).toBe(false)
    expect(isAnswered(fields, { acute: true })).toBe(false)
    expect(isAnswered(fields, { acute: true, subject: 'self' })).toBe(true)
    expect(isAnswered(['resident'], { age: 40, resident: null })).toBe(true)
    expect(valueOf({ relative_of: { age: 16 } }, 'relative_of.age')).toBe(16)
  })

  test('are never more than the first one says, and can be as many', () => {
    const choices = <T>(...values: T[]): readonly T[] => [...values]
    const all = choices<Situation['subject']>('self', 'relative').flatMap(subject =>
      choices<Situation['substance']>('alcohol', 'drugs', 'both', 'unsure').flatMap(substance =>
        choices(14, 16, 40).flatMap(age =>
          choices<Situation['resident']>(true, false, null).flatMap(resident =>
            choices('parent', 'friend').map(relation => ({
              ...{ subject, substance, age, resident, stage: 'ended' },
              wishes: ['treatment', 'anonymous', 'complain', 'intensive', 'medicine'],
              relative_of: { relation, age: 16 },
            })),
          ),
        ),
      ),
    ) as Situation[] // literals widen in the object above
    expect(Math.max(...all.map(one => stepsFor(one).length))).toBe(MOST_SCREENS)
  })

  test('are counted as this person has them: a door that was taken is no page', () => {
    const seen = new Set<Field>(['resident', 'age'])
    expect(pageOf('you', adult, new Set())).toBe(1)
    expect(pageOf('substance', adult, seen)).toBe(2)
    expect(pageOf('substance', adult, new Set<Field>([...seen, 'acute', 'subject']))).toBe(3)
  })
})

describe('on to the request', () => {
  test('a wish of another audience does not stay behind', () => {
    const before = { audience: 'youth', wish: 'anonymous-talk', slotIds: ['a'] } as const
    expect(answersWith({ audience: 'relative' }, before)).toEqual({
      audience: 'relative',
      wish: undefined,
      slotIds: undefined,
    })
  })

  test('the same audience keeps what was written, and nothing told changes nothing', () => {
    expect(answersWith({ audience: 'adult' }, { audience: 'adult', wish: 'treatment' })).toEqual({
      audience: 'adult',
    })
    expect(answersWith({}, { audience: 'adult' })).toEqual({})
  })
})
