import { describe, expect, test, vi } from 'vitest'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

import { countNew, groupsOf, type Groups } from '../../../src/inbox/model/groups.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { deadlinesOf } from '../../../src/inbox/model/urgency.ts'
import { message, on, opened, slot } from '../made-up.ts'

const today = on(10)
const ids = (groups: Groups): Record<string, string[]> =>
  Object.fromEntries(Object.entries(groups).map(([name, all]) => [name, all.map(one => one.stored.id)]))
const sign = {
  crises: ['life'],
  text: 'Jeg orker ikke mere',
  on: on(2),
  answered: false,
  passages: [],
} as const
const shut = (id: string, state: 'new' | 'closed'): OpenedRequest => ({
  ...opened(id, { stored: { state } }),
  envelope: null,
})
const booked = (id: string, slotId: string): OpenedRequest =>
  opened(id, {
    stored: { bookings: [{ id: `b-${id}`, requestId: id, slotId, kind: 'adult-talk' }] },
  })

describe('the list in groups', () => {
  const all = [
    opened('closed', { stored: { state: 'closed' } }),
    opened('answered', { stored: { state: 'answered' } }),
    opened('opened', { stored: { state: 'opened' } }),
    opened('written', { stored: { state: 'opened', answeredOn: on(3) }, more: { unanswered: 1 } }),
    opened('new'),
    opened('crisis', { more: { signs: [sign] } }),
    opened('crisis-over', { stored: { state: 'closed' }, more: { signs: [sign] } }),
    shut('shut', 'new'),
    shut('shut-closed', 'closed'),
  ]

  test('each request stands in one of them; what does not open stands by itself until it is closed', () => {
    const groups = ids(groupsOf(all, [], today))
    expect({ ...groups, finished: groups['finished']?.sort() }).toEqual({
      crisis: ['crisis'],
      late: [],
      new: ['new'],
      waiting: ['written', 'opened'],
      answered: ['answered'],
      shut: ['shut'],
      finished: ['closed', 'crisis-over', 'shut-closed'],
      junk: [],
    })
  })

  test('what was put away as junk is not counted as new, whatever is written in it', () => {
    expect(countNew([opened('junk', { stored: { state: 'junk' }, more: { unanswered: 2 } })])).toBe(0)
  })

  test('the number in the title counts what can be read and is new', () => {
    expect(countNew(all)).toBe(3)
  })
})

test('who comes today or tomorrow stands first, and a later booking changes nothing', () => {
  const slots = [
    slot('today', `${on(10)}T23:30:00Z`, ['tomorrow']), // half past midnight in Denmark
    slot('soon', `${on(10)}T12:00:00Z`, ['today']),
    slot('later', `${on(12)}T12:00:00Z`, ['later']),
    slot('past', `${on(9)}T12:00:00Z`, ['past']),
  ]
  const all = [
    opened('a-oldest', { stored: { receivedOn: on(1) } }),
    booked('later', 'later'),
    booked('past', 'past'),
    booked('tomorrow', 'today'),
    booked('today', 'soon'),
  ]
  expect(ids(groupsOf(all, slots, today))['new']).toEqual(['today', 'tomorrow', 'a-oldest', 'later', 'past'])
})

test('a crisis nobody has answered stands first whatever is booked, and leaves its group when answered', () => {
  const slots = [slot('tomorrow', `${on(11)}T12:00:00Z`, ['booked'])]
  const all = [
    opened('booked', {
      stored: {
        state: 'answered',
        bookings: [{ id: 'b', requestId: 'booked', slotId: 'tomorrow', kind: 'adult-talk' }],
      },
      more: { signs: [{ ...sign, answered: true }] },
    }),
    opened('waits', { stored: { receivedOn: on(5), state: 'opened' }, more: { signs: [sign] } }),
    opened('waits-longer', { stored: { receivedOn: on(4), state: 'opened' }, more: { signs: [sign] } }),
    // Answered once, and now something else was written.
    opened('thanks', {
      stored: { state: 'opened', answeredOn: on(3) },
      more: { signs: [{ ...sign, answered: true }], unanswered: 1 },
    }),
    opened('again', {
      stored: { state: 'opened', answeredOn: on(7), receivedOn: on(6) },
      more: { signs: [{ ...sign, answered: true }, sign], unanswered: 1 },
    }),
  ]
  const groups = ids(groupsOf(all, slots, today))
  expect(groups).toMatchObject({ waiting: ['thanks'], answered: ['booked'] })
  expect(groups['crisis']?.toSorted()).toEqual(['again', 'waits', 'waits-longer'])
  expect(groups['crisis']?.indexOf('waits-longer')).toBeLessThan(groups['crisis']!.indexOf('waits'))
})

describe('the days that matter', () => {
  const treatment = { request: { wish: 'treatment' } }
  const answered = { ...treatment, stored: { state: 'answered' } } as const

  test('are counted from the request until staff confirm a start; the last one confirmed counts', () => {
    expect(deadlinesOf(opened('x', treatment), [])).toEqual([
      { day: on(9), days: 7 },
      { day: on(16), days: 14 },
    ])
    const messages = [
      message('staff', 1, { confirms: on(18) }),
      message('staff', 2, { confirms: on(20) }),
      message('staff', 3),
    ]
    expect(deadlinesOf(opened('x', { ...answered, messages }), [])).toEqual([{ day: on(20), days: null }])
  })

  test('count from the day it was written, unless that day cannot be believed', () => {
    const start = (writtenOn: string): string | undefined =>
      deadlinesOf(opened('x', { ...answered, writtenOn }), [])[0]?.day
    expect(start('2026-10-30')).toBe(on(13))
    expect(start('2026-10-02')).toBe(on(16))
    expect(start(on(3))).toBe(on(16))
  })

  test('are not there for somebody who asks for something else, nor once it is closed', () => {
    expect(deadlinesOf(opened('x'), [])).toEqual([])
    expect(deadlinesOf(opened('x', { ...treatment, stored: { state: 'closed' } }), [])).toEqual([])
  })

  test('once passed or close, the request stands by itself, the soonest first, whether answered or not', () => {
    const asked = (id: string, day: number, state: 'opened' | 'answered' = 'answered'): OpenedRequest =>
      opened(id, {
        ...treatment,
        writtenOn: on(day),
        stored: { receivedOn: on(day), state, answeredOn: state === 'answered' ? on(day) : null },
      })
    // A Tuesday: the next day is a working day.
    const all = [asked('passed', 9), asked('long-passed', 8), asked('today', 10), asked('tomorrow', 11)]
    expect(
      ids(groupsOf([...all, asked('later', 12), asked('talk', 18, 'opened')], [], on(24))),
    ).toMatchObject({
      late: ['long-passed', 'passed', 'today', 'talk', 'tomorrow'],
      answered: ['later'],
    })
  })

  test('before a weekend or a holiday, what ends by the next working day stands there too', () => {
    const ends = (id: string, day: string): OpenedRequest =>
      opened(id, { ...answered, messages: [message('staff', 1, { confirms: day })] })
    const late = (today: string, ...all: OpenedRequest[]) => ids(groupsOf(all, [], today))['late']
    // Friday to Monday; the day before Christmas Eve to the Monday after Boxing Day.
    expect(late('2026-11-27', ends('sun', '2026-11-29'), ends('mon', '2026-11-30'))).toEqual(['sun', 'mon'])
    expect(late('2026-11-27', ends('tue', '2026-12-01'))).toEqual([])
    expect(late('2026-12-23', ends('mon', '2026-12-28'), ends('tue', '2026-12-29'))).toEqual(['mon'])
  })
})

test('of what is done with, the last done stands first', () => {
  const done = (id: string, stateOn: string, receivedOn: string, state: 'closed' | 'handed-over' | 'junk') =>
    opened(id, { stored: { state, stateOn, receivedOn } })
  const all = [
    done('long-ago', on(3), on(1), 'closed'),
    done('older', on(9), on(2), 'handed-over'),
    done('newer', on(9), on(8), 'closed'),
    done('spam-before', on(4), on(4), 'junk'),
    done('spam', on(5), on(2), 'junk'),
  ]
  expect(ids(groupsOf(all, [], today))).toMatchObject({
    finished: ['newer', 'older', 'long-ago'],
    junk: ['spam', 'spam-before'],
  })
})
