import { expect, test, vi } from 'vitest'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

import { narrowedGroups, type Narrowed } from '../../../src/inbox/model/filters.ts'
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
