import { expect, test, vi } from 'vitest'
import type { RequestState } from '../../../src/core/contract/index.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const called = vi.hoisted(() =>
  vi.fn<(name: string, given: { readonly body: { readonly state?: RequestState } }) => Promise<void>>(),
)
vi.mock('../../../src/inbox/shared/api.ts', () => ({ call: called }))

import { asideBy, backFrom, sendMove } from '../../../src/inbox/model/move.ts'
import type { OpenedRequest } from '../../../src/inbox/model/requests.ts'
import { message, opened } from '../made-up.ts'

const wrote = [message('citizen', 1), message('citizen', 2)]
const aside = (upTo: number): OpenedRequest['notes'] =>
  [{ event: 'aside', by: 'Bo', at: '', text: '', mac: 'm', upTo }] as unknown as OpenedRequest['notes']

test('a move lays aside what nobody has answered, and has it wait again where it is to be answered after all', () => {
  const waits = opened('a', { stored: { state: 'opened' }, messages: wrote, more: { unanswered: 2 } })
  expect(asideBy(waits, 'closed')).toBe(2)
  expect(asideBy(waits, 'opened')).toBeNull()
  expect(asideBy(opened('a', { stored: { state: 'opened' }, messages: wrote }), 'closed')).toBeNull()
  const closed = opened('a', { stored: { state: 'closed' }, messages: wrote, more: { notes: aside(2) } })
  expect(asideBy(closed, 'opened')).toBe(0)
  const since = opened('a', { stored: { state: 'opened' }, messages: wrote, more: { notes: aside(2) } })
  expect(asideBy(since, 'opened')).toBeNull()
})

test.each<[to: RequestState, before: RequestState, laysAside: boolean, back: RequestState]>([
  ['closed', 'answered', false, 'answered'],
  ['closed', 'new', false, 'opened'],
  ['closed', 'answered', true, 'opened'],
  ['handed-over', 'junk', false, 'opened'],
])('%s from %s, laying aside: %s, goes back to %s', (to, before, laysAside, back) => {
  expect(backFrom(to, before, laysAside)).toBe(back)
})

/** What the intake is told, in order: where a request is moved, and `note`. */
async function toldBy(from: RequestState, to: RequestState): Promise<unknown[]> {
  called.mockClear()
  const { stored } = opened('a', { stored: { state: from }, messages: wrote })
  await sendMove(stored, from, { to, notes: [{ id: 'n', sealed: '' }] })
  return called.mock.calls.map(([name, { body }]) => (name === 'move' ? body.state : name))
}

test('a message is laid aside once the request has moved, and waits again before it moves back', async () => {
  expect(await toldBy('answered', 'closed')).toEqual(['closed', 'note'])
  expect(await toldBy('closed', 'opened')).toEqual(['note', 'opened'])
})

test('a new one is opened first, whether its opening has arrived or not', async () => {
  expect(await toldBy('new', 'closed')).toEqual(['opened', 'closed', 'note'])
})
