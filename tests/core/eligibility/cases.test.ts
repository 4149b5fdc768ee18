import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assess, situation, withDefaults } from '../../../src/core/eligibility/index.ts'

type Case = {
  readonly id: string
  readonly inputs: unknown
  readonly expected: Readonly<Record<'offers' | 'rights' | 'deadlines' | 'cautions' | 'must_not', string[]>>
}
const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Case[]

describe('Situations worked out by hand from the standards', () => {
  test.each(cases)('$id is told exactly what it should be', ({ inputs, expected }) => {
    const result = assess(withDefaults(situation.parse(inputs)), '2026-11-22')
    const { offers, rights, deadlines, cautions } = result
    const { must_not, ...lists } = expected
    expect({ offers, rights, deadlines, cautions }).toEqual(lists)
    expect(must_not.filter(id => [...result.because.keys()].some(given => given === id))).toEqual([])
  })

  test('There are 31 of them', () => {
    expect(cases).toHaveLength(31)
  })
})

describe('What a file leaves out', () => {
  test('A situation that says nothing is somebody who drinks and has not told an age', () => {
    expect(withDefaults({})).toMatchObject({ subject: 'self', substance: 'alcohol', stage: 'before' })
    expect(assess(withDefaults({}), '2026-11-22').cautions).toContain('caution-age-needed')
  })

  test('What was told, also "unknown", is kept', () => {
    expect(withDefaults({ substance: null, subject: 'relative' })).toMatchObject({
      substance: null,
      subject: 'relative',
    })
  })

  test('In the app nothing is filled in: somebody who has said nothing can still get in touch', () => {
    expect(assess({}, '2026-11-22').offers).toEqual(['offer-contact-place'])
    expect(assess({}, '2026-11-22').cautions).not.toContain('caution-age-needed')
  })
})

describe('What is not a situation', () => {
  test.each([
    [{ age: '42' }],
    [{ age: -1 }],
    [{ age: 131 }],
    [{ resident: 'yes' }],
    [{ subject: 'me' }],
    [{ wishes: ['treatmnt'] }],
    [{ wishes: 'treatment' }],
    [{ s101a: { treatmentRequiring: true } }],
    [{ relative_of: { relation: 'uncle' } }],
    [{ complaint: { weeks_since_decision: -1 } }],
    [{ childrenAtHome: true }],
    [[]],
    [null],
  ])('%j is refused', told => {
    expect(situation.safeParse(told).success).toBe(false)
  })
})
