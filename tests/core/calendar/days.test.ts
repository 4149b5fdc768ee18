import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  dayOf,
  daysAfter,
  daysBetween,
  instantOf,
  timeOf,
  weekdayOf,
} from '../../../src/core/calendar/days.ts'
import { dayText, weekdayName } from '../../../src/core/calendar/names.ts'
import { clock, dayName, lookAgainDay } from '../../../src/core/calendar/times.ts'

// Swedish writes dates as ISO 8601 does.
const intl = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
})
const byIntl = (instant: number): string => intl.format(instant)
const byUs = (instant: number): string => `${dayOf(instant)} ${timeOf(instant)}`

const first = Date.UTC(2020, 0, 1)
const last = Date.UTC(2101, 0, 1)
const instants = fc.integer({ min: first, max: last - 1 })

it('any moment from 2020 to 2100 has the day and the time of day that Intl gives it', () => {
  fc.assert(
    fc.property(instants, instant => {
      expect(byUs(instant)).toBe(byIntl(instant))
    }),
    { numRuns: 5000 },
  )
})

it('the hours around both changes of the clock are right in every year from 2020 to 2100', () => {
  const hour = 3_600_000
  for (let year = 2020; year <= 2100; year += 1) {
    for (const month of [2, 9]) {
      for (let at = Date.UTC(year, month, 24); at < Date.UTC(year, month + 1, 1); at += hour) {
        for (const instant of [at - 1, at]) {
          if (byUs(instant) !== byIntl(instant)) expect(byUs(instant)).toBe(byIntl(instant))
        }
      }
    }
  }
})

it('a day and a time of day lead back to a moment that has them', () => {
  fc.assert(
    fc.property(instants, instant => {
      const minute = instant - (instant % 60_000)
      const found = instantOf(dayOf(minute), timeOf(minute))
      // The hour that comes twice in October: the first is meant.
      expect([0, 3_600_000]).toContain(minute - (found ?? NaN))
      expect(byUs(found ?? NaN)).toBe(byUs(minute))
    }),
  )
})

it('what is no day or no time is no moment', () => {
  for (const [day, time] of [
    ['2026-02-30', '10:00'],
    ['2026-13-01', '10:00'],
    ['2026-11-26', '24:01'],
    ['2026-11-26', ''],
    ['', '10:00'],
    ['2026-03-29', '02:30'],
  ] as const)
    expect(instantOf(day, time), `${day} ${time}`).toBeNull()
})

it('days are counted over both changes of the clock', () => {
  expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysAfter('2027-01-01', -1)).toBe('2026-12-31')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-12-31', '2026-12-24')).toBe(-7)
  expect(weekdayOf('2026-11-23')).toBe(0)
  expect(weekdayOf('2026-11-29')).toBe(6)
  expect(() => daysAfter('2026-13-45', 1)).toThrow(RangeError)
})

it.each([
  ['da', 'da-DK'],
  ['en', 'en-GB'],
] as const)('days and months are named in %s as %s names them', (lang, locale) => {
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  for (let day = '2028-01-01'; day < '2029-01-01'; day = daysAfter(day, 1)) {
    expect(dayText(day, lang)).toBe(long.format(Date.parse(day)))
    expect(weekdayName(day, lang)).toBe(weekday.format(Date.parse(day)))
  }
})

it('a moment is told as one says it', () => {
  expect(dayName('2026-11-26T13:30:00Z', 'da')).toBe('torsdag den 26.\u00a0november')
  expect(dayName('2026-11-26T23:30:00Z', 'en')).toBe('Friday 27\u00a0November')
  expect(clock('2026-07-01T07:05:00Z', 'da')).toBe('09.05')
  expect(clock('2026-11-26T23:05:00Z', 'en')).toBe('00:05')
})

it('it is worth looking again two days on, and never in a weekend', () => {
  expect(lookAgainDay('2026-11-24')).toBe('2026-11-26')
  expect(lookAgainDay('2026-11-26')).toBe('2026-11-30')
  expect(lookAgainDay('2026-11-27')).toBe('2026-11-30')
})
