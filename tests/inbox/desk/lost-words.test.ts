import { expect, test, vi } from 'vitest'
import type { StaffSlot } from '../../../src/core/contract/index.ts'
import { cancelKey, PUBLISHING, replyKey, stateKey } from '../../../src/inbox/shared/drafts.ts'
import { opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const { begunFor, forgetLost } = await import('../../../src/inbox/desk/lost-words.ts')

const keys = (drafts: Map<string, string>): string[] => [...drafts.keys()].sort()
const desk = (ids: readonly string[], slots: readonly StaffSlot[] = []) => ({
  requests: ids.map(id => opened(id, { stored: { state: 'opened' } })),
  slots,
})

test('requests that something was begun for are named once, whatever was begun', () => {
  const drafts = new Map([
    [replyKey('a'), 'Hej'],
    ['note-a', 'Ring'],
    [stateKey('b'), 'closed'],
    [`view-sending-${replyKey('c')}`, '{}'],
    [cancelKey('t'), 'Aflyst'],
    ['templates', '{}'],
  ])
  expect(begunFor(drafts)).toEqual(['a', 'b'])
})

test('words for a request that was looked for and is not there go, with what was under way', () => {
  const drafts = new Map([
    [replyKey('a'), 'Hej'],
    [`view-sending-${replyKey('a')}`, '{}'],
    ['note-b', 'Ring'],
    // Begun while the rest was fetched: nobody has looked for it.
    [replyKey('c'), 'Hej'],
  ])
  forgetLost(drafts, ['a', 'b'], desk(['b']))
  expect(keys(drafts)).toEqual(['note-b', replyKey('c')].sort())
})

test('a state that the request has already is nothing to save; another one stays', () => {
  const drafts = new Map([
    [stateKey('a'), 'opened'],
    [stateKey('b'), 'closed'],
  ])
  forgetLost(drafts, ['a', 'b'], desk(['a', 'b']))
  expect(keys(drafts)).toEqual([stateKey('b')])
})

test('a word that calls a time off goes with the last who had it, and with the time', () => {
  const drafts = new Map(['has', 'free', 'gone'].map((id): [string, string] => [cancelKey(id), 'Aflyst']))
  drafts.set(PUBLISHING, '{}')
  const at = '2126-11-26T12:00:00Z'
  forgetLost(drafts, [], desk([], [slot('has', at, ['a']), slot('free', at, [])]))
  expect(keys(drafts)).toEqual([cancelKey('has'), PUBLISHING].sort())
})
