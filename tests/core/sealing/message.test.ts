import { describe, expect, it } from 'vitest'
import { openAuthor, signMessage, threadMessage, writeMessage } from '../../../src/core/sealing/index.ts'
import { citizen, fault, signing, teamKey, takenAround } from './made-up.ts'

const place = { seq: 1, prev: null, seen: 0 }
const words = { writtenOn: '2026-03-01', text: 'Hej' }
const writer = { name: 'Åse Prøve', shown: false }
const theirs = writeMessage(citizen, place, words)
const ours = signMessage(teamKey, citizen, writer, place, words)
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const isTaken = (message: object): boolean => threadMessage.safeParse(message).success

describe('a message of either side', () => {
  it.each([
    ['the citizen', theirs],
    ['staff', ours],
  ])('of %s is numbered from 1 to 9999, and has seen nothing or up to 9999', (_, message) => {
    expect(takenAround(1, 9999, seq => isTaken({ ...message, seq }))).toEqual([1, 9999])
    expect(takenAround(0, 9999, seen => isTaken({ ...message, seen }))).toEqual([0, 9999])
  })

  it('has 1,500 letters at most: pages of before take no longer one', () => {
    for (const message of [theirs, ours]) {
      expect(isTaken({ ...message, text: 'a'.repeat(1500) })).toBe(true)
      expect(isTaken({ ...message, text: 'a'.repeat(1501) })).toBe(false)
    }
  })

  it('calls off three bookings at most', () => {
    for (const message of [theirs, ours]) {
      expect(isTaken({ ...message, cancels: [id(1), id(2), id(3)] })).toBe(true)
      expect(isTaken({ ...message, cancels: [id(1), id(2), id(3), id(4)] })).toBe(false)
    }
  })
})

describe('a message of staff', () => {
  it('names an epoch from 1 to 999,999', () => {
    expect(takenAround(1, 999_999, epoch => isTaken({ ...ours, epoch }))).toEqual([1, 999_999])
  })

  it('shows the citizen who wrote it only at the member’s wish, and colleagues always', () => {
    expect(ours).not.toHaveProperty('by')
    expect(openAuthor(ours, [signing])).toBe('Åse Prøve')
    const shown = signMessage(teamKey, citizen, { ...writer, shown: true }, place, words)
    expect(shown.by).toBe('Åse Prøve')
    expect(openAuthor(shown, [signing])).toBe('Åse Prøve')
  })
})

it('what is refused is named by its field, or by what is wrong with the whole', () => {
  const written = (more: object) => () => writeMessage(citizen, place, { ...words, ...more })
  const two = written({ text: 'a'.repeat(1501), cancels: [id(1), 'mine'] })
  expect(two).toThrow(fault('form'))
  expect(two).toThrow('not a message: text, cancels.1')
  expect(written({ more: 1 })).toThrow('not a message: unrecognized_keys')
})
