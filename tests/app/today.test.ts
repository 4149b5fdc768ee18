import { beforeEach, expect, test, vi } from 'vitest'
import type * as Clock from '../../src/app/today.ts'

vi.mock('../../src/app/built-on.ts', () => ({ builtOn: '2026-11-20' }))

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`)
const heard = 'Thu, 26 Nov 2026 12:00:00 GMT'
let clock: typeof Clock
beforeEach(async () => {
  vi.resetModules()
  clock = await import('../../src/app/today.ts')
})

test('a phone that agrees with the build, or is later, is believed until the intake is heard', () => {
  for (const day of ['2026-11-18', '2026-11-20', '2026-12-24', '2031-01-08']) {
    expect(clock.isClockWrong(at(day))).toBe(false)
    expect(clock.today(at(day))).toBe(day)
  }
})

test('a phone in 2020 has the day of the build, and then the intake’s', () => {
  const phone = at('2020-01-08')
  expect(clock.isClockWrong(phone)).toBe(true)
  expect(clock.today(phone)).toBe('2026-11-20')
  clock.hearDay(heard, phone)
  expect(clock.isClockWrong(phone)).toBe(true)
  expect(clock.today(phone)).toBe('2026-11-26')
  expect(clock.today(at('2020-01-09'))).toBe('2026-11-27')
})

test('a phone in 2031 has the intake’s day as soon as that is heard', () => {
  const phone = at('2031-01-08')
  const told = vi.fn()
  clock.onDay(told)
  clock.hearDay(heard, phone)
  expect(told).toHaveBeenCalledOnce()
  expect(clock.isClockWrong(phone)).toBe(true)
  expect(clock.today(phone)).toBe('2026-11-26')
})

test('two days are no wrong clock, and tell nobody', () => {
  const told = vi.fn()
  clock.onDay(told)
  clock.hearDay(heard, at('2026-11-28'))
  expect(clock.isClockWrong(at('2026-11-28'))).toBe(false)
  expect(clock.today(at('2026-11-28'))).toBe('2026-11-28')
  expect(told).not.toHaveBeenCalled()
})

test.each([null, '', 'soon'])('a missing or unreadable date (%s) says nothing', date => {
  clock.hearDay(date, at('2031-01-08'))
  expect(clock.isClockWrong(at('2031-01-08'))).toBe(false)
})
