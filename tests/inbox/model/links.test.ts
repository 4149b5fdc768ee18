import { expect, test, vi } from 'vitest'
import { candidatesFor } from '../../../src/inbox/model/candidates.ts'
import { linkedWith } from '../../../src/inbox/model/links.ts'
import { message, on, opened } from '../made-up.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({ recipients: [], signers: [], epochs: [] }))

const one = opened('11111111-1', {
  stored: { receivedOn: on(9) },
  request: { name: 'Ida  eksempel', phone: '+45 12 34 56 78' },
})

test('those with the same number or name come first, then the newest', () => {
  const all = [
    one,
    opened('newest', { stored: { receivedOn: on(8) } }),
    opened('number', { stored: { receivedOn: on(3) }, request: { phone: '12345678' } }),
    opened('name', { stored: { receivedOn: on(4) }, request: { name: ' ida Eksempel' } }),
    opened('given', {
      stored: { receivedOn: on(1) },
      more: { given: { name: 'Ida Eksempel', phone: '12-345678' } },
    }),
    opened('later', { stored: { receivedOn: on(10) } }),
    opened('young', { request: { audience: 'youth' } }),
  ]
  expect(candidatesFor(one, all).map(({ other, same }) => [other.stored.id, ...same])).toEqual([
    ['given', 'phone', 'name'],
    ['name', 'name'],
    ['number', 'phone'],
    ['newest'],
  ])
})

test('what was written long ago is found by its words, beyond those that are shown unasked', () => {
  const old = opened('old', { stored: { receivedOn: on(1) }, request: { message: 'Det er ketamin.' } })
  const all = [
    ...Array.from({ length: 25 }, (_, n) => opened(`n-${n}`, { stored: { receivedOn: on(5) } })),
    old,
  ]
  const ids = (query?: string): string[] => candidatesFor(one, all, query).map(({ other }) => other.stored.id)
  // Unasked, few of those that nothing speaks for: of a long row somebody would only guess.
  expect(ids()).toHaveLength(5)
  expect(ids()).not.toContain('old')
  expect(ids(' ')).toHaveLength(5)
  expect(candidatesFor(one, all, 'n-')).toHaveLength(20)
  expect(ids('Ketamin')).toEqual(['old'])
})

test('of many that nothing speaks for the newest stand, those of one day as they came', () => {
  const day = (n: number): string => on(1 + ((n * 5) % 8))
  const all = Array.from({ length: 60 }, (_, n) =>
    opened(`n-${n}`, {
      stored: { receivedOn: day(n) },
      request: { message: n % 2 ? 'et' : 'to' },
    }),
  )
  const ids = (query: string): string[] => candidatesFor(one, all, query).map(({ other }) => other.stored.id)
  const sorted = (of: typeof all): string[] =>
    of
      .toSorted((a, b) => Date.parse(b.stored.receivedOn) - Date.parse(a.stored.receivedOn))
      .map(({ stored }) => stored.id)
  expect(ids('')).toEqual(sorted(all).slice(0, 5))
  expect(ids('et')).toEqual(sorted(all.filter((_, n) => n % 2 === 1)).slice(0, 20))
})

test('nobody is alike for having given neither number nor name', () => {
  const [a, b] = [opened('a'), opened('b')]
  expect(candidatesFor(a, [a, b])).toEqual([{ other: b, same: [] }])
})

test('a link is seen from both, in its own field and as it was written before; the citizen makes none', () => {
  const old = opened('22222222-2', { messages: [message('staff', 1, { text: 'Fundet. (#33333333)' })] })
  const found = opened('33333333-3', { messages: [message('staff', 1, { links: '11111111' })] })
  const claims = opened('44444444-4', { messages: [message('citizen', 1, { links: '11111111' })] })
  const all = [one, old, found, claims]
  const linked = (of: typeof one): string[] => linkedWith(of, all).map(other => other.stored.id)
  expect(linked(one)).toEqual([found.stored.id])
  expect(linked(found)).toEqual([one.stored.id, old.stored.id])
  expect(linked(claims)).toEqual([])
})

test('what requests are compared by is read once of each, however often one of them is shown', () => {
  let reads = 0
  const given = {
    get phone() {
      reads++
      return '12345678'
    },
  }
  const all = Array.from({ length: 50 }, (_, n) => opened(`${n}`, { more: { given } }))
  for (const shown of all.slice(0, 5)) expect(candidatesFor(shown, all)).toHaveLength(20)
  expect(reads).toBe(all.length)
})
