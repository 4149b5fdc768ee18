import { describe, expect, test } from 'vitest'
import { municipality } from '#municipality'
import { closeToAnother, everyone, ownUse, type Rule } from '../../../src/core/eligibility/rules/index.ts'
import { claims } from '../../../src/core/eligibility/vocabulary/claims.ts'
import {
  cautions,
  deadlines,
  factsOf,
  offers,
  rights,
} from '../../../src/core/eligibility/vocabulary/index.ts'

const rules = [...everyone, ...ownUse, ...closeToAnother]
const givable = rules.flatMap(({ gives, adds }) => [...gives, ...(adds ?? []).flatMap(added => added.gives)])
const words = { ...offers, ...rights, ...deadlines, ...cautions }
const known = municipality.facts.map(({ id }) => id)

describe('The words of a result', () => {
  test('Each can be given by some rule, and no rule gives anything else', () => {
    expect([...new Set<string>(givable)].sort()).toEqual(Object.keys(words).sort())
  })

  test('None is a claim, and the compiler refuses a rule that makes one', () => {
    expect(givable.filter(id => id in claims || id.startsWith('claim-'))).toEqual([])
    // @ts-expect-error a claim is nothing a rule can give
    const claiming: Rule = { id: 'R99', facts: [], holds: () => true, gives: ['claim-you-are-entitled'] }
    expect(claiming.gives[0]! in words).toBe(false)
  })

  test('Each stands on facts that the municipality has, emergencies apart', () => {
    const unsourced = givable.filter(id => factsOf(id).length === 0)
    expect([...new Set(unsourced)].sort()).toEqual(['caution-emergency-not-here', 'signpost-emergency'])
    const facts = [...givable.flatMap(factsOf), ...Object.values(claims).flat()]
    expect(facts.filter(fact => !known.includes(fact))).toEqual([])
  })

  test('Each rule rests on facts that the municipality has, or on none because the standards are silent', () => {
    expect(rules.flatMap(({ facts }) => facts).filter(fact => !known.includes(fact))).toEqual([])
    const silent = rules.filter(({ facts }) => facts.length === 0).map(({ id }) => id)
    expect(silent).toEqual(['R02', 'R27', 'R37', 'R39', 'R54'])
  })

  test('A rule rests on what its words stand on, or says what else brought it', () => {
    const apart = rules.filter(
      rule =>
        rule.facts.length > 0 && !rule.facts.some(fact => idsOf(rule).some(id => factsOf(id).includes(fact))),
    )
    // R06: the standards name no rule about an age left out, only that the rules differ by age.
    expect(apart.map(({ id }) => id)).toEqual(['R06'])
  })
})

const idsOf = ({ gives, adds }: Rule) => [...gives, ...(adds ?? []).flatMap(added => added.gives)]
