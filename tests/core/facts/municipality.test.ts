import { municipality } from '#municipality'
import { describe, expect, test } from 'vitest'
import { defaultVariables } from '../../../src/core/facts/index.ts'
import { spanOf, timesOf } from '../../../src/core/facts/spans.ts'
import type { Municipality } from '../../../src/core/facts/types.ts'
import { municipality as mikkelborg } from '../../fixtures/mikkelborg/index.ts'

describe.each([
  ['the municipality of this app', municipality],
  ['a second, made-up one', mikkelborg],
])('%s', (_, town: Municipality) => {
  test('has what copy interpolates, and nothing of it is empty', () => {
    const empty = (value: unknown, path: string): string[] =>
      typeof value === 'string'
        ? value.trim() === ''
          ? [path]
          : []
        : Object.entries(value as object).flatMap(([key, inner]) => empty(inner, `${path}.${key}`))
    expect(empty(defaultVariables(town), '')).toEqual([])
  })

  test('writes each helpline as it is dialled: the groups hold the same digits', () => {
    for (const { id, number, shown } of town.helplines) expect(shown.replaceAll(' ', ''), id).toBe(number)
  })

  test('has each helpline once', () => {
    const ids = town.helplines.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has a place for the answer to every open matter, 39 of them', () => {
    expect(Object.keys(town.openMatters)).toHaveLength(39)
  })
})

describe('helplines', () => {
  test('hours stand only beside a line that is open day and night or whose source is of 2023 or later', () => {
    for (const { id, hours, checked } of municipality.helplines) {
      if (!hours || hours.da === 'Døgnet rundt') continue
      expect(checked.sourceDate !== null && checked.sourceDate >= '2023', id).toBe(true)
    }
  })

  test('every number names the site it was seen on, and none claims to be confirmed', () => {
    for (const { id, checked } of municipality.helplines) {
      expect(checked.source, id).toMatch(/^[a-z-]+\.dk$/)
      expect(checked.confirmedOn, id).toBeNull()
    }
  })

  test('a line that asks for a name or a CPR number is never called one without a name', () => {
    for (const { id, asks, withoutName } of municipality.helplines)
      if (asks.name === true || asks.cpr === true) expect(withoutName, id).toBe(false)
  })
})

test('figures reach the copy under the name of their fact', () => {
  const { figure, age, standard } = defaultVariables(municipality, 'en')
  expect(figure['intakeFirstTalk']).toBe('1')
  expect(figure['guaranteeStart']).toBe('14')
  expect(figure['youthAnonymousTalks']).toBe('1 to 2')
  expect(age).toEqual({ from: '15', youth: '15 to 17', adult: '18' })
  expect(standard.alcohol).toMatchObject({
    years: '2024 to 2025',
    lastYear: '2025',
    approved: '24 January 2024',
  })
})

test('only days, ranges and units differ between the languages', () => {
  const da = defaultVariables(municipality, 'da')
  const en = defaultVariables(municipality, 'en')
  const apart = { standard: null, span: null, times: null, figure: null, age: null }
  expect({ ...da, ...apart }).toEqual({ ...en, ...apart })
  expect(Object.keys(da.span)).toEqual(Object.keys(en.span))
})

test('a figure carries its unit, in the number it asks for', () => {
  const one = { min: null, max: 1, unit: 'weeks' } as const
  expect([spanOf(one, 'da'), spanOf({ ...one, max: 2 }, 'da')]).toEqual(['1 uge', '2 uger'])
  expect(spanOf({ min: 1, max: 1, unit: 'times per month' }, 'en')).toBe('once a month')
  expect(spanOf({ min: 2, max: 4, unit: 'times per month' }, 'en')).toBe('2 to 4 times a month')
  expect(timesOf({ min: 1, max: 2, unit: 'talks' }, 'en')).toBe('once or twice')
  expect(timesOf({ min: 3, max: 3, unit: 'talks' }, 'da')).toBe('3 gange')
  expect(spanOf({ min: 15, max: null, unit: 'years of age' }, 'da')).toBeUndefined()
})

test('the second municipality differs in every figure there is, so that none is guessed or typed', () => {
  const figures = (one: Municipality) =>
    new Map(one.facts.flatMap(({ id, figure }) => (figure ? [[id, figure] as const] : [])))
  const [ours, theirs] = [figures(municipality), figures(mikkelborg)]
  expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort())
  // What is free is free in both.
  const same = [...ours].filter(
    ([id, { min, max, unit }]) =>
      unit !== 'DKK' && min === theirs.get(id)?.min && max === theirs.get(id)?.max,
  )
  expect(same.map(([id]) => id)).toEqual([])
})

test('a municipality that lacks a helpline copy may name is refused', () => {
  const helplines = municipality.helplines.filter(({ id }) => id !== 'emergency')
  expect(() => defaultVariables({ ...municipality, helplines })).toThrow('emergency')
})
