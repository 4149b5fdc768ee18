import { expect, test } from 'vitest'
import { leanErrors } from '../../src/commands/lean-errors.ts'

const { filter, handler } = leanErrors().transform

test('of an error of what seals its kind stays, and where it is thrown, and not what it says', () => {
  const code =
    'if (bad) throw new RangeError(`"${title}" is ${size(bytes)}`, { cause }); throw new Error("no, (really)")'
  expect(handler(code)).toBe('if (bad) throw new RangeError(); throw new Error()')
})

test('an error of another kind keeps what it is made of, and so do errors elsewhere', () => {
  const own = 'throw new Refused("why"); f(Error("not thrown by new"))'
  expect(handler(own)).toBe(own)
  expect(filter.id.test('/src/core/sealing/open.ts')).toBe(false)
  expect(filter.id.test('/node_modules/@noble/curves/utils.js')).toBe(true)
})
