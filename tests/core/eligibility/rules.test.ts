import { describe, expect, test } from 'vitest'
import { assess } from '../../../src/core/eligibility/index.ts'
import { closeToAnother, everyone, ownUse } from '../../../src/core/eligibility/rules/index.ts'
import { examples, factsThatDiffer, faultsOf, idsThatDiffer, ruleTable } from './examples/index.ts'

describe('What each rule says', () => {
  test.each(examples)('$rule: $says', example => {
    expect(faultsOf(example, assess)).toEqual([])
  })

  test('Rules R01-R46 and R50-R54 are there, and each has an example of somebody it speaks to', () => {
    const numbers = [...Array.from({ length: 46 }, (_, n) => n + 1), 50, 51, 52, 53, 54]
    const expected = numbers.map(n => `R${String(n).padStart(2, '0')}`)
    const rules = new Set([...everyone, ...ownUse, ...closeToAnother].map(({ id }) => id))
    expect([...rules].sort()).toEqual(expected)

    expect(ruleTable.map(({ rule }) => rule)).toEqual(expected)

    const spokenTo = new Set(examples.filter(({ told }) => told.length > 0).map(({ rule }) => rule))
    expect([...spokenTo].sort()).toEqual(expected)
  })

  test('Each rule rests on the facts that the decision record names for it', () => {
    expect(factsThatDiffer([...everyone, ...ownUse, ...closeToAnother])).toEqual([])
  })

  test('Each rule gives the ids that the decision record names for it', () => {
    expect(idsThatDiffer([...everyone, ...ownUse, ...closeToAnother])).toEqual([])
  })
})
