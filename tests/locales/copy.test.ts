import { municipality } from '#municipality'
import { describe, expect, test } from 'vitest'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { municipality as mikkelborg } from '../fixtures/mikkelborg/index.ts'
import { allCopy, areasOf, copyOf, languages, variablesOf } from './copy-files.ts'
import { danishInEnglish, englishInDanish, namesTyped } from './languages.ts'

test('both languages have the same areas', () => {
  expect(areasOf('en')).toEqual(areasOf('da'))
  expect(areasOf('da').length).toBeGreaterThan(10)
})

describe.each(areasOf('da'))('%s', area => {
  const da = copyOf('da', area)
  const en = copyOf('en', area)

  test('has the same keys in Danish and English', () => {
    expect([...en.keys()].filter(key => !da.has(key))).toEqual([])
    expect([...da.keys()].filter(key => !en.has(key))).toEqual([])
  })

  test('has no empty text and nothing that is no text', () => {
    for (const copy of [da, en])
      for (const [key, text] of copy) {
        expect(typeof text, key).toBe('string')
        expect(String(text).trim(), key).not.toBe('')
      }
  })

  test('tells the same names and figures in both languages', () => {
    const used = (text: unknown): string[] => [...new Set(variablesOf(String(text)))].sort()
    const differing = [...da].flatMap(([key, text]) => {
      const [danish, english] = [used(text), used(en.get(key))]
      return danish.join() === english.join() ? [] : [`${key}: ${danish.join(' ')} / ${english.join(' ')}`]
    })
    expect(differing).toEqual([])
  })

  test('has no sentence left untranslated', () => {
    const same = [...da].filter(
      ([key, text]) =>
        text === en.get(key) && /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(withoutVariables(String(text))),
    )
    expect(same.map(([key]) => key)).toEqual([])
  })
})

const withoutVariables = (text: string): string => text.replace(/\{\{[^}]*\}\}/g, ' ')

describe.each(languages)('all copy in %s', lang => {
  const copy = allCopy(lang)

  test('has no figure typed into it: figures come from the facts by interpolation', () => {
    expect(copy.filter(([, text]) => /\p{Nd}/u.test(withoutVariables(text))).map(([key]) => key)).toEqual([])
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
