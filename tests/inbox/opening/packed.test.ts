import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, packedOnce, unpacked } from '../../../src/inbox/opening/packed.ts'

test('what is packed for a worker comes out the same', () => {
  const text = fc.stringMatching(/^[A-Za-z0-9_-]+$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), pairs => {
      const all = new Map(pairs)
      expect([...unpacked(packed(all))]).toEqual([...all])
    }),
  )
})

test('each map has a text of its own, however often it is asked for', () => {
  const [one, other] = [new Map([['v1', 'a']]), new Map([['v2', 'a']])]
  expect([packedOnce(one), packedOnce(other), packedOnce(one)]).toEqual(['v1 a', 'v2 a', 'v1 a'])
})
