import { expect, test } from 'vitest'
import { lastOf, nextPosition, seenBy, writeMessage } from '../../../src/core/sealing/index.ts'
import { messageHash } from '../../../src/core/sealing/message.ts'
import { citizen } from './made-up.ts'

const at = (seq: number, seen: number) =>
  writeMessage(citizen, { seq, prev: null, seen }, { writtenOn: '2026-03-01', text: `${seq}` })

test('who has written nothing is at 0 and has seen nothing', () => {
  expect([lastOf([], 'citizen'), seenBy([], 'citizen')]).toEqual([0, 0])
  const all = [at(1, 0)]
  expect([lastOf(all, 'citizen'), seenBy(all, 'citizen')]).toEqual([1, 0])
  expect([lastOf(all, 'staff'), seenBy(all, 'staff')]).toEqual([0, 0])
})

test('the next place is after the highest number, in whatever order the messages come', () => {
  const all = [at(2, 4), at(1, 7)]
  expect([lastOf(all, 'citizen'), seenBy(all, 'citizen')]).toEqual([2, 7])
  expect(nextPosition(all, 'citizen')).toEqual({ seq: 3, prev: messageHash(all[0]!), seen: 0 })
  expect(nextPosition(all, 'citizen', 4)).toMatchObject({ seen: 4 })
  expect(nextPosition(all, 'staff')).toEqual({ seq: 1, prev: null, seen: 2 })
})

test('the last number there is can be taken, and none after it', () => {
  expect(nextPosition([at(9998, 0)], 'citizen')).toMatchObject({ seq: 9999 })
  expect(() => nextPosition([at(9999, 0)], 'citizen')).toThrow('no number is left')
  expect(nextPosition([at(9999, 0)], 'staff')).toMatchObject({ seq: 1, seen: 9999 })
})
