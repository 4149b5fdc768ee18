import { describe, expect, test } from 'vitest'
import { answersWith, situationOf } from '../../../src/app/check/door.ts'
import {
  asksOf,
  firstOpen,
  nextStep,
  steps,
  stepsFor,
  valueOf,
  without,
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

  test('skipping takes answers back to unknown and leaves the others', () => {
    const told: Situation = { ...adult, relative_of: { relation: 'parent', age: 16 } }
    const after = without(told, ['resident', 'relative_of.age'])
    expect(after).toEqual({ subject: 'self', age: 40, relative_of: { relation: 'parent' } })
    expect(valueOf(after, 'resident')).toBeUndefined()
    expect(told.resident).toBe(true)
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
