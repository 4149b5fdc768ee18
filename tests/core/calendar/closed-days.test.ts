import { expect, test } from 'vitest'
import { closedOn, easterSunday } from '../../../src/core/calendar/closed-days.ts'
import { weekdayOf } from '../../../src/core/calendar/days.ts'

test('Easter falls where almanacs have it', () => {
  // Earliest and latest that occur, and the years around now.
  const known = ['2008-03-23', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25']
  expect(known.map(day => easterSunday(Number(day.slice(0, 4))))).toEqual(known)
})

test('it is a Sunday between 22 March and 25 April in every year a time can be in', () => {
  for (let year = 2000; year < 2200; year++) {
    const day = easterSunday(year)
    expect([weekdayOf(day), day >= `${year}-03-22` && day <= `${year}-04-25`]).toEqual([6, true])
  }
})

test('the closed days of 2026 are those of the Danish calendar', () => {
  const days = Array.from({ length: 365 }, (_, n) =>
    new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
  )
  expect(days.flatMap(day => (closedOn(day) ? [`${day} ${closedOn(day)}`] : []))).toEqual([
    '2026-01-01 new-year',
    '2026-04-02 maundy-thursday',
    '2026-04-03 good-friday',
    '2026-04-05 easter-sunday',
    '2026-04-06 easter-monday',
    '2026-05-14 ascension',
    '2026-05-24 whit-sunday',
    '2026-05-25 whit-monday',
    '2026-06-05 constitution-day',
    '2026-12-24 christmas-eve',
    '2026-12-25 christmas-day',
    '2026-12-26 second-christmas-day',
    '2026-12-31 new-years-eve',
  ])
})

test('the fourth Friday after Easter is a working day since 2024', () => {
  expect([closedOn('2024-04-26'), closedOn('2026-05-01')]).toEqual([null, null])
})
