import { expect, test, vi } from 'vitest'
import { cancelKey, PUBLISHING, replyKey, SLOTS_DAY, stateKey } from '../../../src/inbox/shared/drafts.ts'
import { opened, slot } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))
const { begunAt } = await import('../../../src/inbox/desk/begun.ts')
const { tIn } = await import('../../../src/inbox/shared/copy.ts')

test('all that is half-written is named, with the way to it, and nothing else', () => {
  const drafts = new Map([
    [replyKey('a'), 'Hej'],
    [stateKey('b'), 'closed'],
    ['note-c', '  '],
    [cancelKey('t'), 'Aflyst'],
    ['templates', '{}'],
    [PUBLISHING, '{}'],
  ])
  const requests = [
    opened('a', { request: { alias: 'Blå Kano' } }),
    opened('b', { request: { identity: 'named', name: 'Per Eksempel' } }),
    opened('c'),
  ]
  const slots = [slot('t', '2126-11-26T12:00:00Z', ['a']), slot('u', '2126-11-27T12:00:00Z', [])]
  const times = { slots, tally: { 'youth-talk': 0, 'adult-talk': 0, 'relatives-course': 0 }, version: 'v' }
  const go = vi.fn()
  const begun = begunAt(drafts, { requests, times }, go, tIn('da'), 'da')
  expect(begun.map(({ says }) => says.replaceAll(/[\u00a0\u2060]/g, ' '))).toEqual([
    'Blå Kano',
    'Per Eksempel',
    expect.stringMatching(/^Aflys: tirsdag den 26\. november .*13/),
    'Skabeloner til svar',
  ])
  for (const one of begun) one.go()
  expect(go.mock.calls).toEqual([
    [{ tab: 'requests', openId: 'a' }],
    [{ tab: 'requests', openId: 'b' }],
    [{ tab: 'slots', openId: null }],
    [{ tab: 'team', openId: null }],
  ])
  expect(drafts.get(SLOTS_DAY)).toBe('2126-11-26')
})
