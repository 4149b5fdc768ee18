import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstIn, patternOf, replacedIn } from '../../../src/core/request/crisis/pattern.ts'

const letters = fc.constantFrom('a', 'b', 'c')
const words = (most: number) => fc.array(letters, { minLength: 1, maxLength: most }).map(all => all.join(' '))
const phrases = fc.array(words(3), { minLength: 1, maxLength: 9 })
const line = words(14).map(all => ` ${all} `)

/** All phrases in one expression, as they were before they came in pieces. */
const whole = (all: readonly string[]): RegExp => new RegExp(` (?:${all.join('|')})(?= )`, 'g')

test('phrases in pieces find what one expression of all of them finds', () => {
  fc.assert(
    fc.property(phrases, line, (all, text) => {
      const found = whole(all).exec(text)
      expect(firstIn(text, patternOf(all, {}))).toEqual(
        found ? { start: found.index, end: found.index + found[0].length } : undefined,
      )
    }),
  )
})

test('and what is put in the place of all that fits is the same', () => {
  fc.assert(
    fc.property(phrases, line, (all, text) => {
      const put = (found: string): string => found.replace(/[^ ]/g, '·')
      expect(replacedIn(text, patternOf(all, {}), put)).toBe(text.replace(whole(all), put))
    }),
  )
})

test('nothing is made before it is needed, and no list of words that is not there goes unnoticed then', () => {
  const pattern = patternOf(['{NOBODY}'], {})
  expect(() => firstIn(' a ', pattern)).toThrow('no such list: NOBODY')
})
