import { expect, test } from 'vitest'
import { dayOf } from '../../src/intake/store/days.ts'

test.each([
  ['2026-11-22T22:59:00Z', '2026-11-22'],
  ['2026-11-22T23:30:00Z', '2026-11-23'],
  ['2026-06-30T22:30:00Z', '2026-07-01'],
])('at %s it is %s in Denmark', (instant, day) => {
  expect(dayOf(Date.parse(instant))).toBe(day)
})
