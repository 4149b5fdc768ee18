import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { municipality } from '#municipality'
import {
  ageBands,
  ageOfBand,
  assess,
  bandOfAge,
  wish,
  type Situation,
} from '../../../src/core/eligibility/index.ts'
import { daysAfter } from '../../../src/core/calendar/days.ts'
import { bookingLimits, limitOf } from '../../../src/core/facts/index.ts'
import { daysOf, monthsOf, serviceLimits } from '../../../src/core/facts/limits.ts'
import type { Figure } from '../../../src/core/facts/types.ts'
import { municipality as mikkelborg } from '../../fixtures/mikkelborg/index.ts'
import { TODAY } from './examples/index.ts'

const substance = fc.constantFrom('alcohol', 'drugs', 'both', 'unsure', null)
const answer = fc.constantFrom(true, false, null)
const anybody: fc.Arbitrary<Situation> = fc.record({
  subject: fc.constantFrom('self', 'relative'),
  resident: answer,
  substance,
  use: fc.constantFrom('problematic', 'some', 'unsure', null),
  stage: fc.constantFrom('before', 'enrolled', 'ended', null),
  wishes: fc.subarray(Object.values(wish.def.entries)),
  pregnant: answer,
  mental_disorder: answer,
  children_at_home: answer,
  acute: answer,
})
const idsOf = (s: Situation, day = TODAY) => [...assess(s, day).because.keys()].sort()
const years = (min: number, max: number) => fc.double({ min, max, noNaN: true, maxExcluded: true })

describe('Age', () => {
  test.each([
    ['under 15', 0, 15],
    ['15 to 17', 15, 18],
    ['18 and over', 18, 130],
  ])('Everybody %s in the same situation is told the same', (_, from, below) => {
    fc.assert(
      fc.property(anybody, years(from, below), years(from, below), (s, one, other) => {
        expect(idsOf({ ...s, age: one })).toEqual(idsOf({ ...s, age: other }))
      }),
    )
  })

  test('Nobody under 18 is told what is for adults, and no adult what is for the young', () => {
    const adultsOnly = [
      'offer-outpatient-adult',
      'offer-drugs-anonymous-101a',
      'offer-intensive-after-assessment',
    ]
    fc.assert(
      fc.property(anybody, fc.integer({ min: 0, max: 130 }), (s, age) => {
        const ids = idsOf({ ...s, subject: 'self', age })
        if (age < 18) expect(ids.filter(id => adultsOnly.includes(id))).toEqual([])
        else expect(ids.filter(id => id.includes('-youth-') || id === 'offer-parent-support')).toEqual([])
      }),
    )
  })

  test.each([
    [14, 'under-15'],
    [15, '15-17'],
    [17, '15-17'],
    [18, 'adult'],
  ] as const)('At %i one is in the band %s', (age, band) => {
    expect(bandOfAge(age)).toBe(band)
  })

  test('The age that stands for a band is in it', () => {
    expect(ageBands.map(band => bandOfAge(ageOfBand(band)))).toEqual(ageBands)
  })
})

describe('Weeks and months', () => {
  test('4 weeks after a decision nothing has passed; a moment later one is told to ask the municipality', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), weeks => {
        const ids = idsOf({
          subject: 'self',
          age: 30,
          resident: true,
          substance: 'drugs',
          wishes: ['complain'],
          complaint: { weeks_since_decision: weeks },
        })
        expect(ids.includes('caution-complaint-deadline-passed')).toBe(weeks > 4)
        expect(ids).toContain('right-complain-appeals')
      }),
      { examples: [[4], [5], [4.0001]] },
    )
  })

  test('The follow-up holds to and including 12 months', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), months => {
        const ids = idsOf({
          subject: 'self',
          age: 30,
          resident: true,
          stage: 'ended',
          months_since_end: months,
        })
        expect(ids.includes('deadline-return')).toBe(months <= 12)
      }),
      { examples: [[12], [13], [12.0001]] },
    )
  })
})

describe('The day it is asked', () => {
  test.each(['alcohol', 'drugs'] as const)(
    'The %s standard holds on the last day that is sure and not on the next',
    id => {
      const { validTo, unsureFrom } = municipality.standards[id]
      const last = unsureFrom === undefined ? validTo : daysAfter(unsureFrom, -1)
      const next = daysAfter(last, 1)
      const asked: Situation = { subject: 'self', age: 30, resident: true, substance: id }
      expect(idsOf(asked, last)).not.toContain(`caution-${id}-standard-lapsed`)
      expect(idsOf(asked, next)).toContain(`caution-${id}-standard-lapsed`)
    },
  )

  test('A standard that has run out takes nothing away', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(14, 16, 30), (s, age) => {
        const before = idsOf({ ...s, age }, '2025-12-31')
        const after = idsOf({ ...s, age }, '2029-01-01')
        expect(before.filter(id => !after.includes(id))).toEqual([])
        expect(after.filter(id => !before.includes(id) && !id.endsWith('-standard-lapsed'))).toEqual([])
      }),
    )
  })
})

describe('Figures', () => {
  test('A limit is never guessed: a fact without a figure is an error that names it', () => {
    expect(() => limitOf('no-such-fact' as 'target-age', 'min')).toThrow('no-such-fact')
    expect(() => limitOf('complaint-drugs-deadline', 'min')).toThrow('complaint-drugs-deadline')
  })

  test('How many talks without a name a mailbox may have is the figure of the standard, in each municipality', () => {
    for (const one of [municipality, mikkelborg]) {
      const talks = one.facts.find(({ id }) => id === 'youth-anonymous-talks')?.figure?.max
      expect(bookingLimits(one).most['youth-talk']).toBe(talks)
    }
    const facts = municipality.facts.filter(({ id }) => id !== 'youth-anonymous-talks')
    expect(() => bookingLimits({ ...municipality, facts })).toThrow('youth-anonymous-talks')
  })

  /** The municipality with another figure for one fact. */
  const withFigure = (id: string, figure: Figure) => ({
    ...municipality,
    facts: municipality.facts.map(fact => (fact.id === id ? { ...fact, figure } : fact)),
  })

  test('A time limit is counted in the unit that the standard names, and in no other', () => {
    const talk = (max: number, unit: Figure['unit']) =>
      withFigure('intake-first-talk', { min: null, max, unit })
    expect(daysOf(talk(2, 'weeks'), 'intake-first-talk')).toBe(14)
    expect(daysOf(talk(10, 'days'), 'intake-first-talk')).toBe(10)
    expect(serviceLimits(talk(10, 'days')).firstTalkDays).toBe(10)
    expect(() => daysOf(talk(1, 'months'), 'intake-first-talk')).toThrow('"intake-first-talk" is in months')
    const start = withFigure('guarantee-start', { min: null, max: 1, unit: 'months' })
    expect(() => serviceLimits(start)).toThrow('"guarantee-start" is in months')
    const back = (max: number, unit: Figure['unit']) =>
      withFigure('follow-up-return', { min: null, max, unit })
    expect(monthsOf(back(2, 'years'), 'follow-up-return')).toBe(24)
    expect(() => monthsOf(back(52, 'weeks'), 'follow-up-return')).toThrow('"follow-up-return" is in weeks')
  })

  test('A missed talk counts only where the municipality has said so', () => {
    expect(bookingLimits(municipality).missedTalkCounts).toBe(false)
    expect(bookingLimits(mikkelborg).missedTalkCounts).toBe(true)
  })
})
