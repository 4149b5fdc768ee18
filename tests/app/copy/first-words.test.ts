import { expect, test } from 'vitest'
import { allCopy } from '../../../src/app/copy/all.ts'
import { makeFirstWords } from '../../../src/app/copy/first-words.ts'
import { makeT, makeWords } from '../../../src/app/copy/i18n.ts'
import { copyParts, keysOfPart, type CopyPart } from '../../../src/app/copy/parts.ts'
import type { Resources } from '../../../src/app/copy/resources.ts'
import { firstParts } from '../../../src/app/copy/whole-words.ts'
import { languageIds, type Language } from '../../../src/core/languages.ts'

type Speak = (key: string, values?: object) => unknown

/** The copy of some parts, as a phone fetches it. */
const copyOf = (lang: Language, parts: Iterable<CopyPart>): Partial<Resources>[] =>
  [...parts].map(part =>
    Object.fromEntries(
      Object.entries(allCopy(lang)).map(([file, words]) => {
        const own = keysOfPart(part, file, Object.keys(words))
        return [file, Object.fromEntries(Object.entries(words).filter(([key]) => own.includes(key)))]
      }),
    ),
  )

/** Every key of a copy with what stands there. */
const leaves = (at: unknown, path: string): [key: string, leaf: unknown][] =>
  typeof at === 'object' && at !== null && !Array.isArray(at)
    ? Object.entries(at).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
    : [[path, at]]

const keysIn = (copies: readonly Partial<Resources>[]): string[] =>
  copies.flatMap(copy =>
    Object.entries(copy).flatMap(([file, words]) =>
      leaves(words, '')
        .filter(([key]) => key !== '')
        .map(([key]) => `${file}:${key}`),
    ),
  )

test.each(languageIds)('what a page begins with is said as i18next says it, word by word, in %s', lang => {
  const copies = copyOf(lang, firstParts)
  const [words, t] = [makeFirstWords(lang), makeT(lang, allCopy(lang)) as Speak]
  for (const copy of copies) words.add(copy)
  const keys = keysIn(copies)
  expect(keys.length).toBeGreaterThan(100)
  // What a sentence is given to fill in, numbers among it; a sign that is one of JavaScript's own in a replacement.
  const values = { n: 2, of: 11, name: '$& {{place}}', when: 'nu' }
  for (const key of keys) {
    expect((words.t as Speak)(key, values), key).toBe(t(key, values))
    expect((words.t as Speak)(key), key).toBe(t(key))
  }
})

test.each(languageIds)('none of it counts or is a list, which only i18next can say, in %s', lang => {
  const found = copyOf(lang, firstParts).flatMap(copy =>
    Object.values(copy)
      .flatMap(words => leaves(words, ''))
      .filter(
        ([key, leaf]) =>
          key !== '' &&
          (typeof leaf !== 'string' || /_(zero|one|two|few|many|other)$/.test(key) || leaf.includes('$t(')),
      ),
  )
  expect(found).toEqual([])
})

test('the same t says what comes later, in the words of i18next, and has not forgotten the first', () => {
  const words = makeFirstWords('da')
  const speak = words.t as Speak
  for (const copy of copyOf('da', ['base', 'contact'])) words.add(copy)
  expect([words.isWhole(), speak('request:wish.adult.legend')]).toEqual([false, 'Hvad vil du helst?'])
  expect(speak('offline:forget.waiting', { count: 2 })).toBe('offline:forget.waiting')

  words.makeWhole(makeWords('da'))
  for (const copy of copyOf('da', ['more'])) words.add(copy)
  const all = makeT('da', allCopy('da')) as Speak
  expect(words.isWhole()).toBe(true)
  for (const count of [1, 2])
    expect(speak('offline:forget.waiting', { count })).toBe(all('offline:forget.waiting', { count }))
  expect(speak('request:wish.adult.legend')).toBe('Hvad vil du helst?')
  expect(speak('request:more.criteriaList', { returnObjects: true })).toEqual(
    all('request:more.criteriaList', { returnObjects: true }),
  )
})

test('a key that there are no words for stands as it is, as with i18next', () => {
  const [words, t] = [makeFirstWords('da'), makeT('da', {}) as Speak]
  const speak = words.t as Speak
  expect(copyParts.base.line).toBe('rest')
  expect(speak('common:nothing.here')).toBe('common:nothing.here')
  expect(t('nothing.here')).toBe('nothing.here')
})
