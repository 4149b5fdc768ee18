import { describe, expect, test, vi } from 'vitest'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

import { countNew, groupsOf, nextAfter, type Groups } from '../../../src/inbox/model/groups.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { deadlineOf } from '../../../src/inbox/model/urgency.ts'
import { message, on, opened, slot } from '../made-up.ts'

const today = on(10)
const ids = (groups: Groups): Record<string, string[]> =>
  Object.fromEntries(Object.entries(groups).map(([name, all]) => [name, all.map(one => one.stored.id)]))
const sign = { crises: ['life'], text: 'Jeg orker ikke mere', on: on(2), answered: false } as const
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
    opened('written', { stored: { state: 'answered' }, more: { unanswered: 1 } }),
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
      new: ['new'],
      waiting: ['written', 'opened'],
      answered: ['answered'],
      shut: ['shut'],
      finished: ['closed', 'crisis-over', 'shut-closed'],
    })
  })

  test('the next one waits for an answer, and is never the one that is open', () => {
    const groups = groupsOf(all, [], today)
    expect(nextAfter('other', groups)?.stored.id).toBe('crisis')
    expect(nextAfter('crisis', groups)?.stored.id).toBe('new')
    expect(nextAfter('new', groupsOf([all[1]!, all[4]!], [], today))).toBeUndefined()
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
      stored: { state: 'answered' },
      more: { signs: [{ ...sign, answered: true }], unanswered: 1 },
    }),
    opened('again', {
      stored: { state: 'closed', receivedOn: on(6) },
      more: { signs: [{ ...sign, answered: true }, sign], unanswered: 1 },
    }),
  ]
  const groups = ids(groupsOf(all, slots, today))
  expect(groups).toMatchObject({ waiting: ['thanks'], answered: ['booked'] })
  expect(groups['crisis']?.toSorted()).toEqual(['again', 'waits', 'waits-longer'])
  expect(groups['crisis']?.indexOf('waits-longer')).toBeLessThan(groups['crisis']!.indexOf('waits'))
})

describe('the day treatment starts by', () => {
  const treatment = { request: { wish: 'treatment' } }

  test('is counted from the request until staff confirm one; the last one confirmed counts', () => {
    expect(deadlineOf(opened('x', treatment))).toEqual({ day: on(16), confirmed: false })
    const messages = [
      message('staff', 1, { confirms: on(18) }),
      message('staff', 2, { confirms: on(20) }),
      message('staff', 3),
    ]
    expect(deadlineOf(opened('x', { ...treatment, messages }))).toEqual({ day: on(20), confirmed: true })
  })

  test('is not told by the citizen, nor of who asks for something else, nor once it is closed', () => {
    const messages = [message('citizen', 1, { confirms: on(30) })]
    expect(deadlineOf(opened('x', { ...treatment, messages }))?.confirmed).toBe(false)
    expect(deadlineOf(opened('x'))).toBeNull()
    expect(deadlineOf(opened('x', { ...treatment, stored: { state: 'closed' } }))).toBeNull()
  })
})
