import { expect, test } from 'vitest'
import { passagesOf } from '../../../src/inbox/model/passages.ts'

test('the sentence a sign stands in is cut out, with its words, wherever it stands', () => {
  expect(passagesOf('Hej alle.\nJeg drikker. Men jeg vil bare dø nogle gange. Tak.')).toEqual([
    { before: 'Men jeg ', words: 'vil bare dø', after: ' nogle gange.' },
  ])
  expect(passagesOf('Hvad koster det?')).toEqual([])
})

test('a text without a full stop is cut around the words, at a space', () => {
  const long = 'jeg drikker og '.repeat(20)
  const [passage] = passagesOf(`${long}vil ikke leve mere ${long}`)
  expect(passage!.words).toBe('ikke leve')
  expect(passage!.before).toMatch(/^… .*vil $/)
  expect(passage!.before.length).toBeLessThan(130)
  expect(passage!.after).toMatch(/^ mere .* …$/)
  expect(passage!.after.length).toBeLessThan(130)
})
