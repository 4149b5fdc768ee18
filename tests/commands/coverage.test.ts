import { expect, test } from 'vitest'
import { coverageByFolder } from '../../src/commands/coverage.ts'

const lines = (covered: number, total: number) => ({ lines: { covered, total } })

test('coverage is told for each folder of src, with the folders in it, rounded down', () => {
  const summary = {
    total: lines(1, 2),
    '/here/src/core/sealing/seal.ts': lines(10, 10),
    '/here/src/core/sealing/deep/open.ts': lines(9, 10),
    '/here/src/core/languages.ts': lines(0, 10),
    '/here/src/core/facts/types.ts': lines(0, 0),
    '/here/src/app/main.ts': lines(999, 1_000),
  }
  expect(coverageByFolder(summary, '/here')).toEqual([
    'src/app 99 %',
    'src/core 63 % (facts -, sealing 95 %)',
  ])
})
