import { expect, test } from 'vitest'
import { inFixedOrder } from '../../../src/core/sealing/fixed-order.ts'

test('texts have one order, whatever language the browser has', () => {
  expect([inFixedOrder('A', 'a'), inFixedOrder('a', 'A'), inFixedOrder('a', 'a')]).toEqual([-1, 1, 0])
  expect(['aa', 'z', 'B', 'a', '-', '_', '9'].sort(inFixedOrder)).toEqual([
    '-',
    '9',
    'B',
    '_',
    'a',
    'aa',
    'z',
  ])
})
