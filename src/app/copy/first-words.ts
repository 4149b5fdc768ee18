import type { Language } from '../../core/languages.ts'
import type { T } from './copy.ts'
import type { Words } from './i18n.ts'
import type { Resources } from './resources.ts'
import { variablesIn } from './variables.ts'

/** Words that go on learning: those that count or are lists come later, with `makeWhole`. */
export type GrowingWords = Words & {
  readonly isWhole: () => boolean
  readonly makeWhole: (words: Words) => void
}

/**
 * The words that a page begins with: found by their key and filled in, and no more than that. A first question waits for no
 * i18next, which is a third of its script. With the words that come later it takes over, for the same `t`.
 */
export function makeFirstWords(lang: Language): GrowingWords {
  const variables = variablesIn(lang)
  const files: Partial<Record<string, object>> = {}
  let whole: Words | null = null
  // The typed keys are looked at where `T` is used; here any key is passed on.
  const speak = (key: string, values?: object): unknown =>
    whole ? (whole.t as (key: string, values?: object) => unknown)(key, values) : first(key, values)
  const first = (key: string, values: object = {}): string => {
    const [file = '', path = ''] = key.split(':')
    const text = found(files[file], path)
    if (typeof text !== 'string') return key
    const all = { ...variables, ...values }
    return text.replace(/\{\{(.+?)\}\}/g, (blank, name: string) => {
      const value = found(all, name)
      return typeof value === 'string' || typeof value === 'number' ? String(value) : blank
    })
  }
  return {
    // Sound for the words of `firstParts`: a test compares each of them with what i18next makes of it.
    t: speak as T,
    add(copy: Partial<Resources>) {
      for (const [file, words] of Object.entries(copy)) files[file] = { ...files[file], ...words }
      whole?.add(copy)
    },
    isWhole: () => whole !== null,
    makeWhole(words) {
      words.add(files)
      whole = words
    },
  }
}

/** What stands under a key of several steps: `wish.adult.legend`. */
const found = (from: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, step) => (at as Partial<Record<string, unknown>> | undefined)?.[step], from)
