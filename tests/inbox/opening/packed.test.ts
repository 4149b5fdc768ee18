import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, unpacked } from '../../../src/inbox/opening/packed.ts'

test('what is packed for a worker comes out the same', () => {
  const text = fc.stringMatching(/^[A-Za-z0-9_-]+$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), pairs => {
      const all = new Map(pairs)
      expect([...unpacked(packed(all))]).toEqual([...all])
    }),
  )
})
