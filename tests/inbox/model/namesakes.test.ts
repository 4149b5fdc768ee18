import { expect, test } from 'vitest'
import { markNamesakes } from '../../../src/inbox/model/namesakes.ts'
import { opened } from '../made-up.ts'

const one = (id: string, alias?: string, state: 'new' | 'answered' | 'closed' | 'junk' = 'new') =>
  opened(id, { request: alias === undefined ? {} : { alias }, stored: { state } })
const marks = (...requests: ReturnType<typeof one>[]): (string | undefined)[] =>
  markNamesakes(requests).map(({ mark }) => mark)

test('those who have the same made-up name are told apart by their references', () => {
  const those = [
    one('3f9a1c2b', 'Blå Kano'),
    one('77770000', 'blå kano', 'answered'),
    one('11110000', 'Grøn Ugle'),
  ]
  expect(marks(...those)).toEqual(['3f9a', '7777', undefined])
})

test('who has none, and who is done with, has no namesake', () => {
  expect(marks(one('a'), one('b'))).toEqual([undefined, undefined])
  expect(marks(one('a', 'Blå Kano'), one('b', 'Blå Kano', 'closed'), one('c', 'Blå Kano', 'junk'))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('the same list stays the same, and so does each with its mark', () => {
  const alone = [one('a', 'Blå Kano'), one('b', 'Grøn Ugle')]
  expect(markNamesakes(alone)).toBe(alone)
  const two = [one('a', 'Blå Kano'), one('b', 'Blå Kano'), one('c')]
  const [a, b] = [markNamesakes(two), markNamesakes(two)]
  expect(a.every((marked, index) => marked === b[index])).toBe(true)
})
