import { expect, test } from 'vitest'
import { dayOf } from '../../src/core/calendar/days.ts'
import { createToday } from '../../src/intake/today.ts'

test('the day is right at each end of an hour, over both changes of the clock, and when the clock goes back', () => {
  let now = 0
  const today = createToday(() => now)
  const hour = 3_600_000
  for (const around of ['2026-03-28', '2026-10-24', '2026-12-31', '2026-06-01']) {
    const from = Date.parse(`${around}T00:00:00Z`)
    const instants = Array.from({ length: 48 }, (_, n) => [n * hour, n * hour + 1, (n + 1) * hour - 1]).flat()
    for (const after of [...instants, ...instants.reverse()]) {
      now = from + after
      expect(today(), new Date(now).toISOString()).toBe(dayOf(now))
    }
  }
})
