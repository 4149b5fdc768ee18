import { expect, test } from 'vitest'
import { equivalents } from './equivalent.ts'
import { mutantsIn } from './mutants.ts'

test('each reason is of a change that can still be made', () => {
  const files = new Set(equivalents.map(({ file }) => file))
  const changes = [...files].flatMap(mutantsIn)
  const idle = equivalents.filter(
    one =>
      !changes.some(
        change =>
          change.file === one.file &&
          change.was === one.was &&
          change.becomes === one.becomes &&
          change.text.includes(one.line),
      ),
  )
  expect(idle).toEqual([])
})
