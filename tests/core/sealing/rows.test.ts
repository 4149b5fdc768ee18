import { describe, expect, it } from 'vitest'
import { signMessage, writeMessage, type Side, type ThreadMessage } from '../../../src/core/sealing/index.ts'
import { messageHash } from '../../../src/core/sealing/message.ts'
import { findGaps, inOrder, inReach, markTwins } from '../../../src/core/sealing/rows.ts'
import type { GenuineEntry } from '../../../src/core/sealing/thread-entry.ts'
import { citizen, teamKey } from './made-up.ts'

const at = (from: Side, seq: number, seen = 0, text = `${from} ${seq}`, writtenOn = '2026-03-01') => {
  const [place, words] = [
    { seq, prev: null, seen },
    { writtenOn, text },
  ]
  return from === 'citizen'
    ? writeMessage(citizen, place, words)
    : signMessage(teamKey, citizen, { name: 'Åse', shown: false }, place, words)
}
const entries = (...messages: ThreadMessage[]): GenuineEntry[] =>
  messages.map((message, n) => ({
    id: String(n),
    on: '2026-03-02',
    status: 'genuine',
    message,
    twin: false,
  }))
const kept = (...messages: ThreadMessage[]): string[] => Array.from(inReach(messages), ({ text }) => text)
const ordered = (...messages: ThreadMessage[]): string[] =>
  inOrder(entries(...messages)).map(({ message }) => message.text)

describe('a number that can be honest', () => {
  it.each(['citizen', 'staff'] as const)('of %s is within 500 of the one before it, the first of 0', from => {
    expect(kept(at(from, 500))).toEqual([`${from} 500`])
    expect(kept(at(from, 501))).toEqual([])
    expect(kept(at(from, 900), at(from, 400))).toEqual([`${from} 400`, `${from} 900`])
    expect(kept(at(from, 901), at(from, 400))).toEqual([`${from} 400`])
  })

  it.each([
    ['citizen', 'staff'],
    ['staff', 'citizen'],
  ] as const)('of %s has seen at most 500 beyond what %s wrote', (from, other) => {
    const last = at(other, 300)
    expect(kept(at(from, 1, 800), last)).toContain(`${from} 1`)
    expect(kept(at(from, 1, 801), last)).not.toContain(`${from} 1`)
    expect(kept(at(from, 1, 500))).toEqual([`${from} 1`])
    expect(kept(at(from, 1, 501))).toEqual([])
  })
})

describe('twins', () => {
  it('are two of one side with one number, and nobody else', () => {
    const all = [at('citizen', 1), at('citizen', 2, 0, 'one'), at('citizen', 2, 0, 'two'), at('staff', 2)]
    const twins = markTwins(entries(...all)).filter(({ twin }) => twin)
    expect(twins.map(({ message }) => message.text)).toEqual(['one', 'two'])
  })

  it('have one order wherever they are read, whatever language the browser has', () => {
    const all = Array.from({ length: 12 }, (_, n) => at('citizen', 1, 0, `twin ${n}`))
    const hashes = all.map(messageHash)
    expect(inOrder(entries(...all)).map(({ message }) => messageHash(message))).toEqual(hashes.toSorted())
    expect(hashes.toSorted()).not.toEqual(hashes.toSorted((a, b) => a.localeCompare(b, 'da')))
  })

  it('of two days come in the order of the days', () => {
    const days = ['2026-03-03', '2026-03-01', '2026-03-02']
    expect(ordered(...days.map(day => at('staff', 1, 0, day, day)))).toEqual(days.toSorted())
  })
})

describe('the order of a thread', () => {
  it('is that of the numbers, however long they are', () => {
    const numbers = [9999, 1000, 999, 100, 99, 10, 9]
    expect(ordered(...numbers.map(seq => at('citizen', seq)))).toEqual(
      numbers.toReversed().map(seq => `citizen ${seq}`),
    )
  })

  it('has the citizen first where neither had seen the other on one day, and the earlier day before', () => {
    const answer = at('staff', 1)
    expect(ordered(answer, at('citizen', 1))).toEqual(['citizen 1', 'staff 1'])
    expect(ordered(answer, at('citizen', 1, 0, 'later', '2026-03-02'))).toEqual(['staff 1', 'later'])
    expect(ordered(answer, at('citizen', 1, 0, 'before', '2026-02-28'))).toEqual(['before', 'staff 1'])
  })

  it('has a message after what its writer had seen, whatever the days say', () => {
    expect(ordered(at('staff', 1, 1), at('citizen', 1, 0, 'later', '2026-03-02'))).toEqual([
      'later',
      'staff 1',
    ])
    expect(ordered(at('staff', 1), at('citizen', 1, 1, 'before', '2026-02-28'))).toEqual([
      'staff 1',
      'before',
    ])
  })
})

describe('gaps', () => {
  it('are the numbers before one that is there, and before one that the other side has seen', () => {
    expect(findGaps([])).toEqual([])
    expect(findGaps([at('staff', 3)])).toEqual([
      { from: 'staff', seq: 1 },
      { from: 'staff', seq: 2 },
    ])
    expect(findGaps([at('staff', 1, 2)])).toEqual([
      { from: 'citizen', seq: 1 },
      { from: 'citizen', seq: 2 },
    ])
    expect(findGaps([at('citizen', 1, 1)])).toEqual([{ from: 'staff', seq: 1 }])
  })

  it('are what a message points to and nobody has', () => {
    const first = at('citizen', 1)
    const prev = messageHash(first)
    const words = { writtenOn: '2026-03-01', text: 'second' }
    const second = writeMessage(citizen, { seq: 2, prev, seen: 0 }, words)
    expect(findGaps([first, second])).toEqual([])
    expect(findGaps([at('citizen', 1, 0, 'a twin'), second])).toEqual([{ from: 'citizen', seq: 1 }])
  })
})
