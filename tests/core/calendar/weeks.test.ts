import { expect, test } from 'vitest'
import { unbroken } from '../../../src/inbox/shared/unbroken.ts'
import { fromDayToDay, mondayOf, weekOf } from '../../../src/core/calendar/weeks.ts'

// As the calendar of ISO 8601 has them.
test.each([
  ['2026-11-25', 48],
  ['2026-12-31', 53],
  ['2027-01-03', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
  ['2025-12-28', 52],
])('%s lies in week %i', (day, week) => {
  expect(weekOf(day)).toBe(week)
})

test('a week begins on Monday, and names each month once', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(fromDayToDay('2026-11-23', '2026-11-29', 'da')).toBe('23.-29. november')
  expect(fromDayToDay('2026-11-23', '2026-11-29', 'en')).toBe('23 to 29 November')
  expect(fromDayToDay('2026-11-30', '2026-12-06', 'da')).toBe('30. november - 6. december')
  expect(fromDayToDay('2026-12-28', '2027-01-03', 'en')).toBe('28 December - 3 January')
})

test('a stretch of time is one word on the screen, and nothing else is', () => {
  expect(unbroken('kl. 09.00-09.45')).toBe('kl. 09.00\u2060-\u206009.45')
  expect(unbroken('9:00-9:45; 15-17')).toBe('9:00\u2060-\u20609:45; 15-17')
})
