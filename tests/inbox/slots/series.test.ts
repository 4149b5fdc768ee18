import { expect, test } from 'vitest'
import { seriesOf } from '../../../src/inbox/slots/series.ts'
import { slot } from '../made-up.ts'

test('a weekly series is taken from one of its times on, without what is booked or differs', () => {
  const of = (id: string, startsAt: string, by: string[] = []) => ({
    ...slot(id, startsAt, by),
    counsellor: 'Mette',
  })
  const [before, one, later, next, booked] = [
    of('before', '2026-11-19T12:00:00Z'),
    of('one', '2026-11-26T12:00:00Z'),
    of('later', '2026-11-26T13:00:00Z'),
    of('next', '2026-12-03T12:00:00Z'),
    of('booked', '2026-12-03T13:00:00Z', ['a']),
  ]
  const others = [
    of('friday', '2026-11-27T12:00:00Z'),
    { ...of('jonas', '2026-12-03T12:00:00Z'), counsellor: 'Jonas' },
    { ...of('phone', '2026-12-03T12:00:00Z'), place: 'telephone' as const },
    { ...of('young', '2026-12-03T12:00:00Z'), kind: 'youth-talk' as const },
  ]
  const series = seriesOf(one, [before, one, later, next, booked, ...others])
  expect(series.map(({ id }) => id)).toEqual(['one', 'later', 'next'])
})
