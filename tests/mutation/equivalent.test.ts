import { expect, test } from 'vitest'
import { equivalents, isOf } from './equivalent.ts'
import { mutantsIn } from './mutants.ts'

test('each reason is of a change that can still be made, and of no other in the same line', () => {
  const changes = [...new Set(equivalents.map(({ file }) => file))].flatMap(mutantsIn)
  const found = equivalents.map(one => ({
    reason: `${one.file}: ${one.line}: ${one.was} -> ${one.becomes}`,
    of: changes.filter(change => isOf(one, change)).length,
  }))
  expect(found.filter(({ of }, at) => of !== (equivalents[at]?.times ?? 1))).toEqual([])
})
