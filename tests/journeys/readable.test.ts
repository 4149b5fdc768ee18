import { expect, test } from 'vitest'
import { makeCode, showCode } from '../../src/core/sealing/return-code.ts'
import { PART_OF_CODE } from './readable.ts'

const pattern = new RegExp(PART_OF_CODE)

test('a code is found wherever it stands, and a UUID is not taken for one', () => {
  const code = showCode(makeCode())
  expect(`{"receipt":"${code}"}`).toMatch(pattern)
  expect(`Koden er ${code.slice(0, 14)}`).toMatch(pattern)
  for (const uuid of ['draft:0a931234-4567-8901-2345-6789abcdef01', '12345678-4567-8901-2345-678901234567'])
    expect(uuid).not.toMatch(pattern)
})
