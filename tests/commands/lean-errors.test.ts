import { expect, test } from 'vitest'
import { leanErrors } from '../../src/commands/lean-errors.ts'

const { transform } = leanErrors()
const id = '/node_modules/@noble/curves/utils.js'

test('of an error of what seals its kind stays, and where it is thrown, and not what it says', () => {
  const code =
    'if (bad) throw new RangeError(`"${title}" is ${size(bytes)}`, { cause }); throw new Error("no, (really)")'
  expect(transform(code, id)).toBe('if (bad) throw new RangeError(); throw new Error()')
})

test('an error of another kind keeps what it is made of, and so do errors elsewhere', () => {
  const own = 'throw new Refused("why"); f(Error("not thrown by new"))'
  expect(transform(own, id)).toBe(own)
  expect(transform('throw new Error("our own")', '/src/core/sealing/open.ts')).toBeUndefined()
  expect(transform('export {}', id)).toBeUndefined()
})
