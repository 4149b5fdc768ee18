import { municipality } from '#municipality'
import { describe, expect, test } from 'vitest'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { municipality as mikkelborg } from '../fixtures/mikkelborg/index.ts'
import { allCopy, areasOf, copyOf, languages, variablesOf } from './copy-files.ts'
import { danishInEnglish, englishInDanish, namesTyped } from './languages.ts'

test('all languages have the same areas', () => {
  for (const lang of languages) expect(areasOf(lang)).toEqual(areasOf('da'))
  expect(areasOf('da').length).toBeGreaterThan(10)
})

/** Keys in their order; of a counted text the first alone: how many forms it has differs (tests/locales/language.test.ts). */
const keysOf = (copy: ReadonlyMap<string, unknown>): string[] => [
  ...new Set([...copy.keys()].map(key => key.replace(/_(zero|one|two|few|many|other)$/, '_…'))),
]

describe.each(languages.slice(1).flatMap(lang => areasOf('da').map(area => [lang, area] as const)))(
  '%s: %s',
  (lang, area) => {
    const first = copyOf('da', area)
    const other = copyOf(lang, area)

    test('has the same keys as in Danish', () => {
      expect(keysOf(other).filter(key => !keysOf(first).includes(key))).toEqual([])
      expect(keysOf(first).filter(key => !keysOf(other).includes(key))).toEqual([])
    })

    test('has no empty text and nothing that is no text', () => {
      for (const copy of [first, other])
        for (const [key, text] of copy) {
          expect(typeof text, key).toBe('string')
          expect(String(text).trim(), key).not.toBe('')
        }
    })

    test('tells the same names and figures as in Danish', () => {
      const used = (text: unknown): string[] => [...new Set(variablesOf(String(text)))].sort()
      const differing = [...first].flatMap(([key, text]) => {
        const [danish, theirs] = [used(text), used(other.get(key))]
        return danish.join() === theirs.join() ? [] : [`${key}: ${danish.join(' ')} / ${theirs.join(' ')}`]
      })
      expect(differing).toEqual([])
    })

    test('has no sentence left untranslated', () => {
      const same = [...first].filter(
        ([key, text]) =>
          text === other.get(key) && /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(withoutVariables(String(text))),
      )
      expect(same.map(([key]) => key)).toEqual([])
    })
  },
)

const withoutVariables = (text: string): string => text.replace(/\{\{[^}]*\}\}/g, ' ')

describe.each(languages)('all copy in %s', lang => {
  const copy = allCopy(lang)

  test('has no figure typed into it: figures come from the facts by interpolation', () => {
    expect(copy.filter(([, text]) => /\p{Nd}/u.test(withoutVariables(text))).map(([key]) => key)).toEqual([])
  })

  test('counts in words no talks that the standard counts: another one has another number of them', () => {
    const counted = /\b(?:begge|to|tre|both|two|three) (?:samtaler|talks)\b|\b(?:af de to|of the two)\b/i
    expect(copy.filter(([, text]) => counted.test(text)).map(([key]) => key)).toEqual([])
  })

  test('names no municipality, place or unit: names are interpolated', () => {
    expect(
      copy.filter(([, text]) => namesTyped(text).length > 0).map(([key, text]) => [key, namesTyped(text)]),
    ).toEqual([])
  })

  test('asks only for names and figures that both municipalities have', () => {
    const has = (path: string, from: unknown): boolean =>
      typeof path
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], from) === 'string'
    const groups = Object.keys(defaultVariables(municipality))
    const unknown = copy.flatMap(([key, text]) =>
      variablesOf(text)
        .filter(path => path.includes('.') && groups.includes(path.split('.')[0]!))
        .filter(
          path => !has(path, defaultVariables(municipality)) || !has(path, defaultVariables(mikkelborg)),
        )
        .map(path => `${key}: ${path}`),
    )
    expect(unknown).toEqual([])
  })

  test('says "forbrug" or "rusmidler", and leaves "misbrug" and "abuse" to official titles', () => {
    expect(
      copy.filter(([, text]) => /misbrug|\babuse|addict/i.test(withoutVariables(text))).map(([key]) => key),
    ).toEqual([])
  })
})

test('no Danish is left in the English copy', () => {
  expect(allCopy('en').flatMap(([key, text]) => danishInEnglish(key, withoutVariables(text)))).toEqual([])
})

test('no English is left in the Danish copy', () => {
  expect(allCopy('da').flatMap(([key, text]) => englishInDanish(key, withoutVariables(text)))).toEqual([])
})
