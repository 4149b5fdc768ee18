import { describe, expect, test } from 'vitest'
import { doubtsOf, twiceOf } from '../../../../src/inbox/slots/publish/doubts.ts'
import { slot } from '../../made-up.ts'

const meant = (startsAt: string, more: { room?: string; counsellor?: string; minutes?: number } = {}) => {
  const { minutes = 45, ...rest } = more
  return { kind: 'adult-talk' as const, place: 'house' as const, dates: [{ startsAt, minutes }], ...rest }
}
const whys = (...args: Parameters<typeof doubtsOf>): string[] => doubtsOf(...args).map(({ why }) => why)

describe('what is asked about a time', () => {
  test.each([
    ['2026-11-26T12:00:00Z', []],
    ['2026-12-24T12:00:00Z', ['closed']],
    ['2026-12-26T12:00:00Z', ['closed']], // a Saturday too: said once
    ['2026-11-28T12:00:00Z', ['weekend']],
    ['2026-11-26T06:59:00Z', ['hours']],
    ['2026-11-26T07:00:00Z', []],
    ['2026-11-26T18:15:00Z', []],
    ['2026-11-26T18:16:00Z', ['hours']],
    ['2026-11-26T22:30:00Z', ['hours']], // ends past midnight
    ['2026-11-29T02:00:00Z', ['weekend', 'hours']],
    // In summer time an hour earlier.
    ['2026-07-01T06:00:00Z', []],
  ])('%s: %j', (startsAt, expected) => {
    expect(whys([meant(startsAt)], [])).toEqual(expected)
  })

  test('a room or a counsellor that has another time then, however the name is typed', () => {
    const there = [{ ...slot('a', '2026-11-26T12:00:00Z', []), room: 'Rum 2', counsellor: 'Mette' }]
    const at = (startsAt: string) => whys([meant(startsAt, { room: ' rum 2', counsellor: 'Jonas' })], there)
    expect(at('2026-11-26T12:44:00Z')).toEqual(['room'])
    expect(at('2026-11-26T11:16:00Z')).toEqual(['room'])
    // One after the other is no overlap.
    expect(at('2026-11-26T12:45:00Z')).toEqual([])
    expect(at('2026-11-26T11:15:00Z')).toEqual([])
    const both = meant('2026-11-26T12:00:00Z', { room: 'Rum 2', counsellor: 'METTE' })
    expect(doubtsOf([both], there)).toEqual([
      { why: 'room', name: 'Rum 2', startsAt: '2026-11-26T12:00:00Z' },
      { why: 'counsellor', name: 'METTE', startsAt: '2026-11-26T12:00:00Z' },
    ])
  })

  test('another time then, where nothing tells the two apart: they may share the one room, or be the same person', () => {
    const at = '2026-11-26T12:00:00Z'
    const other = slot('a', '2026-11-26T12:30:00Z', [])
    const there = (more: Partial<typeof other>) => [{ ...other, ...more }]
    expect(doubtsOf([meant(at)], there({}))).toEqual([
      { why: 'apart', startsAt: at, other: '2026-11-26T12:30:00Z' },
    ])
    expect(whys([meant('2026-11-26T11:45:00Z')], there({}))).toEqual([])
    // One of them has a room, or each has one half of it: still nothing tells.
    expect(whys([meant(at)], there({ room: 'Rum 2', counsellor: 'Mette' }))).toEqual(['apart'])
    expect(whys([meant(at, { room: 'Rum 2' })], there({ counsellor: 'Mette' }))).toEqual(['apart'])
    // Two rooms, or two counsellors.
    expect(whys([meant(at, { room: 'Rum 1' })], there({ room: 'Rum 2' }))).toEqual([])
    expect(whys([meant(at, { counsellor: 'Ida' })], there({ counsellor: 'Mette' }))).toEqual([])
    // What is known to be taken is not said twice.
    expect(whys([meant(at, { room: 'Rum 2' })], there({ room: 'Rum 2' }))).toEqual(['room'])
  })

  test('times that are published together are held against each other, and the days of a course', () => {
    const [one, two] = [meant('2026-11-26T12:00:00Z'), meant('2026-11-26T12:44:00Z')]
    expect(doubtsOf([one, two], [])).toEqual([
      { why: 'apart', startsAt: '2026-11-26T12:44:00Z', other: '2026-11-26T12:00:00Z' },
    ])
    const inRoom = (startsAt: string) => meant(startsAt, { room: 'Rum 2' })
    expect(whys([inRoom('2026-11-26T12:00:00Z'), inRoom('2026-11-26T12:44:00Z')], [])).toEqual(['room'])
    const course = {
      ...one,
      kind: 'relatives-course' as const,
      room: 'Salen',
      dates: ['2026-11-26T12:00:00Z', '2026-11-26T13:00:00Z', '2026-11-30T13:00:00Z'].map(startsAt => ({
        startsAt,
        minutes: 120,
      })),
    }
    expect(doubtsOf([course], [])).toEqual([{ why: 'days', startsAt: '2026-11-26T13:00:00Z' }])
  })
})

test('the same time twice is known, however its instant and names are written; another room is another time', () => {
  const there = [{ ...slot('a', '2026-11-26T12:00:00Z', []), room: 'Rum 2' }]
  const same = meant('2026-11-26T13:00:00+01:00', { room: 'rum 2 ' })
  const others = [
    meant('2026-11-26T12:00:00Z', { room: 'Rum 3' }),
    meant('2026-11-26T12:00:00Z'),
    meant('2026-11-26T12:00:00Z', { room: 'Rum 2', minutes: 30 }),
    { ...same, kind: 'youth-talk' as const },
  ]
  expect(twiceOf([same, ...others], there)).toEqual([same])
})
