import { expect, test } from 'vitest'
import da from '../../../../locales/da/inbox.json'
import { tIn } from '../../../../src/inbox/shared/copy.ts'
import { errorWords, summaryWords, wordsAt } from '../../../../src/inbox/slots/publish/error-words.ts'

const t = tIn('da')

test('a number says its limits at its field, and in the summary also which number it is', () => {
  const error = { name: 'minutes', why: 'minutes-wrong' } as const
  expect(errorWords(error, t)).toContain('fra 5 til 600')
  expect(summaryWords(error, t)).toBe(`${da.slots.minutes}: ${errorWords(error, t)}`)
})

test('too many at once says how many there may be, and what is no number says the same in both places', () => {
  expect(errorWords({ name: 'weeks', why: 'too-many' }, t)).toContain('100')
  const error = { name: 'date', why: 'twice' } as const
  expect(summaryWords(error, t)).toBe(da.slots.twice)
  expect(wordsAt('date', [error], t)).toBe(da.slots.twice)
  expect(wordsAt('time', [error], t)).toBeUndefined()
})
