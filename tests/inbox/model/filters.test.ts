import { expect, test, vi } from 'vitest'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

import { narrowed, narrowedGroups, type Narrowed } from '../../../src/inbox/model/filters.ts'
import { groupsOf } from '../../../src/inbox/model/groups.ts'
import { on, opened, slot } from '../made-up.ts'

const requests = [
  opened('a', { request: { identity: 'named', name: 'Ida' } }),
  opened('b', { request: { audience: 'youth' } }),
]
const slots = [slot('s', `${on(5)}T09:00:00Z`, [])]
const all: Narrowed = { filter: 'all', query: '', me: 'Alva', onTeam: null }

test('the list is grouped once while nothing has changed, and again when anything has', () => {
  const first = narrowedGroups(requests, all, slots, on(3))
  expect(narrowedGroups(requests, { ...all }, slots, on(3))).toBe(first)
  const cases: readonly (readonly [Parameters<typeof narrowedGroups>, readonly string[]])[] = [
    [[requests, { ...all, filter: 'youth' }, slots, on(3)], ['b']],
    [[requests, { ...all, query: 'ida' }, slots, on(3)], ['a']],
    [[requests, { ...all, filter: 'mine' }, slots, on(3)], []],
    [
      [requests, all, slots, on(3)],
      ['b', 'a'],
    ],
    [
      [requests, { ...all, onTeam: new Set<string>() }, slots, on(3)],
      ['b', 'a'],
    ],
    [
      [requests, all, [...slots], on(3)],
      ['b', 'a'],
    ],
    [
      [requests, all, slots, on(4)],
      ['b', 'a'],
    ],
    [[requests.slice(1), all, slots, on(4)], ['b']],
  ]
  for (const [changed, news] of cases) {
    const groups = narrowedGroups(...changed)
    expect(groups).not.toBe(first)
    expect(groups.new.map(({ stored }) => stored.id)).toEqual(news)
  }
})

test('what is narrowed stands in the order in which it stands alone', () => {
  const states = ['new', 'opened', 'answered', 'closed', 'junk'] as const
  const many = Array.from({ length: 40 }, (_, n) =>
    opened(`r${n}`, {
      stored: { state: states[n % 5] ?? 'new', receivedOn: on(1 + ((n * 7) % 20)) },
      request: { audience: n % 3 === 0 ? 'youth' : 'adult', identity: 'named', name: n % 2 ? 'Ida' : 'Per' },
    }),
  )
  for (const filter of ['all', 'youth', 'nobody'])
    for (const query of ['', 'ida', 'i']) {
      const by = { ...all, filter, query }
      expect(narrowedGroups(many, by, slots, on(20))).toEqual(groupsOf(narrowed(many, by), slots, on(20)))
    }
})
