import { municipality } from '#municipality'
import { describe, expect, test } from 'vitest'
import { deadlines } from '../../../src/core/eligibility/vocabulary/deadlines.ts'
import { asText, camelCased, fact, figure, laws } from '../../../src/core/facts/index.ts'
import { figure as asFigure, under } from '../../../src/core/facts/under.ts'

const { facts } = municipality

describe('the standards as data', () => {
  test('every fact that concerns citizens is there, each once', () => {
    expect(facts).toHaveLength(203)
    expect(new Set(facts.map(({ id }) => id)).size).toBe(203)
  })

  test('every fact stands under a heading in each standard that says it, and in no other', () => {
    for (const { id, standards, section } of facts) {
      expect(standards.length, id).toBeGreaterThan(0)
      expect(Object.keys(section).sort(), id).toEqual([...standards].sort())
      for (const standard of standards) expect(section[standard], id).toMatch(/^\p{Lu}.+\p{L}|\d$/u)
    }
  })

  test('headings that the two standards word differently are kept apart', () => {
    expect(fact('dual-apu').section).toEqual({
      alcohol: 'Borgere med både alkoholmisbrug og psykiske lidelser',
      drugs: 'Borgere med både stofmisbrug og psykiske lidelser',
    })
    expect(fact('s101a-right').section).toEqual({ drugs: 'Anonym stofmisbrugsbehandling' })
  })

  test('a figure is never upside down and always has a unit', () => {
    const withFigure = facts.flatMap(({ id, figure }) => (figure ? [{ id, ...figure }] : []))
    expect(withFigure.length).toBeGreaterThan(30)
    for (const { id, min, max, unit } of withFigure) {
      expect(unit, id).not.toBe('')
      expect(min ?? max, id).not.toBeNull()
      if (min !== null && max !== null) expect(min, id).toBeLessThanOrEqual(max)
    }
  })

  test('no fact or time with a figure is named after what that is today', () => {
    const named = [...facts.filter(({ figure }) => figure).map(({ id }) => id), ...Object.keys(deadlines)]
    // The names of laws and of methods have figures of their own.
    const bare = named.map(id => id.replace(/s?101a|u18/, ''))
    expect(bare.filter(id => /\d|daily|weekly|monthly|yearly|-(day|week|month|year)s?\b/.test(id))).toEqual(
      [],
    )
  })

  test('no fact carries a sentence of the standards: ids, headings, kinds and figures only', () => {
    const keys = new Set(facts.flatMap(one => Object.keys(one)))
    expect([...keys].sort()).toEqual(['audience', 'day', 'figure', 'id', 'kind', 'section', 'standards'])
  })

  test('the days among the facts agree with the standards they are about', () => {
    expect(fact('approved-alcohol').day).toBe(municipality.standards.alcohol.approvedOn)
    expect(fact('approved-drugs').day).toBe(municipality.standards.drugs.approvedOn)
    expect(fact('valid-alcohol').day).toBe(municipality.standards.alcohol.validTo)
  })
})

describe('figures', () => {
  test('a range, a single number and a limit are written as people write them', () => {
    expect(asText(figure('youth-anonymous-talks'))).toBe('1-2')
    expect(asText(figure('course-typical-length'))).toBe('3-6')
    expect(asText(figure('guarantee-start'))).toBe('14')
    expect(asText(figure('target-age'))).toBe('15')
    expect(asText(figure('revision-interval'))).toBe('2')
  })

  test('aftercare for the young differs by substance and is not mixed', () => {
    expect(figure('youth-aftercare-length-alcohol').max).toBe(6)
    expect(figure('youth-aftercare-length-drugs').max).toBe(12)
  })

  test('an unknown fact and a fact without a figure are errors that name it', () => {
    expect(() => fact('no-such-fact')).toThrow('no-such-fact')
    expect(() => figure('s101a-right')).toThrow('s101a-right')
  })

  test('the name of a figure in copy comes from the id', () => {
    expect(camelCased('intake-first-talk')).toBe('intakeFirstTalk')
    expect(camelCased('guarantee-start')).toBe('guaranteeStart')
  })
})

describe('the tool that makes the rows', () => {
  test('a row for a standard without that heading is refused', () => {
    expect(() => under({ drugs: 'Andre bestemmelser' }).alcohol('x', 'duty', ['adult'])).toThrow('alcohol')
  })

  test('a figure keeps an open end', () => {
    expect(asFigure(null, 14, 'days')).toEqual({ figure: { min: null, max: 14, unit: 'days' } })
  })
})

test('a paragraph is never shown without the name of its act', () => {
  for (const name of Object.values(laws))
    expect(name).toMatch(/^\p{Ll}+ ((\p{Ll}+\u00A0)?§\u00A0\d+(\u00A0a)?|kapitel\u00A0\d+)$/u)
  expect(laws.alcohol).not.toBe(laws.actionPlan)
})
