import { expect, test } from 'vitest'
import { dayOfBuild } from '../../src/commands/build.ts'

test('the day of the build is Denmark’s, also in the hours when it is not yet that day in London', () => {
  expect(dayOfBuild({}, Date.parse('2026-11-22T22:59:00Z'))).toBe('2026-11-22')
  expect(dayOfBuild({}, Date.parse('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
  expect(dayOfBuild({}, Date.parse('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
})

test('a build that is told its day prints that day', () => {
  expect(dayOfBuild({ today: '2026-11-22' }, Date.parse('2027-01-01T12:00:00Z'))).toBe('2026-11-22')
})
