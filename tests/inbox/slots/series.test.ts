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

test('where nobody is named, times of another hour are not of the series: they may be a colleague’s', () => {
  const own = ['2026-11-26T12:00:00Z', '2026-12-03T12:00:00Z'].map((at, n) => slot(`own${n}`, at, []))
  const colleagues = ['2026-11-26T09:00:00Z', '2026-12-03T09:00:00Z'].map((at, n) =>
    slot(`other${n}`, at, []),
  )
  expect(seriesOf(own[0]!, [...own, ...colleagues]).map(({ id }) => id)).toEqual(['own0', 'own1'])
  // The hour is the hour in Denmark, in summer as in winter.
  const [march, april] = ['2027-03-25T12:00:00Z', '2027-04-01T11:00:00Z'].map(at => slot(at, at, []))
  expect(seriesOf(march!, [march!, april!])).toHaveLength(2)
})
