import { municipality } from '#municipality'
import { describe, expect, test } from 'vitest'
import { dayText, standardStatus } from '../../../src/core/facts/index.ts'

const { alcohol, drugs } = municipality.standards

describe('whether a standard is in its own period', () => {
  test.each([
    ['2023-12-31', 'coming'],
    ['2024-01-01', 'valid'],
    ['2025-12-31', 'valid'],
    ['2026-01-01', 'lapsed'],
  ])('on %s the alcohol standard is %s', (today, status) => {
    expect(standardStatus(alcohol, today)).toBe(status)
  })

  test.each([
    ['2025-12-31', 'coming'],
    ['2026-11-22', 'valid'],
    ['2027-12-31', 'valid'],
    ['2028-01-01', 'unsure'],
    ['2028-12-31', 'unsure'],
    ['2029-01-01', 'lapsed'],
  ])('on %s the drug standard is %s', (today, status) => {
    expect(standardStatus(drugs, today)).toBe(status)
  })
})

test('a day is written as people write it in each language', () => {
  expect(dayText('2024-01-24', 'da')).toBe('24. januar 2024')
  expect(dayText('2024-01-24', 'en')).toBe('24 January 2024')
})

test('a day that is none is an error, never a wrong date', () => {
  expect(() => dayText('2024-13-45', 'da')).toThrow(RangeError)
})
