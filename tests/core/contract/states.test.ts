import { expect, test } from 'vitest'
import {
  afterMessage,
  afterReply,
  mayMove,
  requestState,
  statePost,
  statesPost,
  TRANSITIONS,
} from '../../../src/core/contract/index.ts'

const states = requestState.options
const id = '00000000-0000-4000-8000-000000000000'

test('no state leads to itself, and none back to new', () => {
  for (const state of states) {
    expect(TRANSITIONS[state]).not.toContain(state)
    expect(TRANSITIONS[state]).not.toContain('new')
  }
})

test('every state but new can be reached, and every one can be left', () => {
  const reached = new Set(states.flatMap(state => TRANSITIONS[state]))
  expect([...reached].sort()).toEqual(states.filter(state => state !== 'new').sort())
  for (const state of states) expect(TRANSITIONS[state]).not.toEqual([])
})

test('what is in the case system is not junk', () => {
  expect(mayMove('handed-over', 'junk')).toBe(false)
})

test('an answer ends the waiting and nothing else; a message begins it again but for junk', () => {
  expect(states.map(afterReply)).toEqual([
    'answered',
    'answered',
    'answered',
    'handed-over',
    'closed',
    'junk',
  ])
  expect(states.map(afterMessage)).toEqual(['new', 'opened', 'opened', 'opened', 'opened', 'junk'])
})

test('a move that is none of the table is refused by its field', () => {
  const one = statePost.safeParse({ from: 'junk', state: 'answered' })
  expect(one.error?.issues[0]?.path).toEqual(['state'])
  const several = statesPost.safeParse({ state: 'junk', requests: [{ id, from: 'handed-over' }] })
  expect(several.error?.issues[0]?.path).toEqual(['state'])
  expect(statePost.safeParse({ from: 'closed', state: 'closed' }).success).toBe(true)
})
