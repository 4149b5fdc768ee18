import { expect, test, vi } from 'vitest'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

import { narrowed, type Narrowed } from '../../../src/inbox/model/filters.ts'
import { groupsOf, type Groups } from '../../../src/inbox/model/groups.ts'
import { nextAfter, standsOver } from '../../../src/inbox/model/next.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { on, opened } from '../made-up.ts'

const sign = { crises: ['life'], text: 'x', on: on(2), answered: false, passages: [] } as const
const crisis = (id: string): OpenedRequest => opened(id, { more: { signs: [sign] } })
const taken = (id: string, by: string): OpenedRequest => {
  const note = { event: 'mine', by, at: `${on(3)}T10:00:00Z`, text: '', mac: 'm' }
  return opened(id, { more: { notes: [note] as unknown as OpenedRequest['notes'] } })
}
const everything: Narrowed = { filter: 'all', query: '', me: 'Alva', onTeam: null }
const listed = (all: readonly OpenedRequest[], by = everything): Groups =>
  groupsOf(narrowed(all, by), [], on(10))
const next = (
  id: string,
  all: readonly OpenedRequest[],
  by: Partial<Narrowed> = {},
  over?: ReadonlySet<string>,
): string | undefined => {
  const how = { ...everything, ...by }
  return nextAfter(id, listed(all, how), how, over)?.stored.id
}

test('the next one waits for an answer, and is never the one that is open', () => {
  const answered = opened('answered', { stored: { state: 'answered' } })
  const all = [answered, opened('opened', { stored: { state: 'opened' } }), opened('new'), crisis('crisis')]
  expect(next('other', all)).toBe('crisis')
  expect(next('crisis', all)).toBe('new')
  expect(next('new', [answered, opened('new')])).toBeUndefined()
})

test('what a colleague has taken on is not what comes next, what oneself has is', () => {
  const all = [taken('taken', 'Bo'), opened('z')]
  expect(next('other', all)).toBe('z')
  expect(next('z', all, { me: 'Bo' })).toBe('taken')
  // Who has left the team will not come back to it.
  expect(next('z', all, { onTeam: new Set(['Alva']) })).toBe('taken')
  expect(next('z', all, { onTeam: new Set(['Alva', 'Bo']) })).toBeUndefined()
})

test('it stands in the list as it is narrowed by a filter or a search', () => {
  const young = opened('y', { request: { audience: 'youth', alias: 'Rød Sky' } })
  const all = [opened('a'), taken('mine', 'Alva'), young, opened('z')]
  expect(next('y', all)).toBe('a')
  expect(next('a', all.slice(0, 2))).toBe('mine')
  expect(next('y', all, { filter: 'mine' })).toBe('mine')
  expect(next('a', all.slice(1, 4), { filter: 'nobody' })).toBe('y')
  expect(next('y', all.slice(1, 4), { filter: 'nobody' })).toBe('z')
  expect(next('a', all, { filter: 'youth' })).toBe('y')
  expect(next('y', all, { filter: 'youth' })).toBeUndefined()
  expect(next('a', all, { query: 'rød' })).toBe('y')
  expect(next('y', all, { query: 'rød' })).toBeUndefined()
})

test('who goes through those of whom nobody has said whether they came is led to such as have their answer', () => {
  const held = (id: string): OpenedRequest => opened(id, { stored: { state: 'answered', held: 1 } })
  expect(next('a', [held('a'), held('b')], { filter: 'unsaid' })).toBe('b')
  expect(next('a', [held('a'), held('b')])).toBeUndefined()
})

test('it stands below the one that was opened, and what was passed over comes at the end', () => {
  const all = ['a', 'b', 'c', 'd'].map(id => opened(id))
  const over = standsOver('c', listed(all))
  expect([...over]).toEqual(['a', 'b'])
  // Answered, it stands elsewhere.
  const now = all.map(one => (one.stored.id === 'c' ? opened('c', { stored: { state: 'answered' } }) : one))
  expect(next('c', now, {}, over)).toBe('d')
  expect(next('c', now.slice(0, 3), {}, over)).toBe('a')
  expect([...standsOver('elsewhere', listed(all))]).toEqual([])
})

test('a sign of crisis comes first, wherever one is in the list', () => {
  const all = [crisis('late'), ...['a', 'b', 'c'].map(id => opened(id))]
  expect(next('b', all, {}, standsOver('b', listed(all)))).toBe('late')
})
