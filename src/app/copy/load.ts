import { copyFiles } from './copy-scripts.js'
import type { Language } from '../../core/facts/types.ts'
import type { T } from './copy.ts'
import { makeFirstWords, type GrowingWords } from './first-words.ts'
import type { CopyPart } from './parts.ts'
import { needWhole, wholeWords } from './whole-words.ts'

const words: Partial<Record<Language, GrowingWords>> = {}
const there = new Set<string>()

/** Whether the words of all these parts are at hand, and the base with them. */
export const hasCopy = (lang: Language, parts: readonly CopyPart[]): boolean =>
  (['base', ...parts] as const).every(part => there.has(`${lang}-${part}`))

/**
 * The words that every interactive part begins with, and those of `parts` besides; from the network or the service worker's
 * cache once a language. The same `t` goes on learning.
 */
export async function loadT(lang: Language, parts: readonly CopyPart[] = []): Promise<T> {
  const wanted = (['base', ...parts] as const).filter(one => !there.has(`${lang}-${one}`))
  const [whole, ...copies] = await Promise.all([
    needWhole(parts) ? wholeWords.fetch() : null,
    ...wanted.map(async one => ({ one, copy: (await copyFiles[lang][one]()).default })),
  ])
  const known = (words[lang] ??= makeFirstWords(lang))
  if (whole && !known.isWhole()) known.makeWhole(whole.makeWords(lang))
  for (const { one, copy } of copies) {
    known.add(copy)
    there.add(`${lang}-${one}`)
  }
  return known.t
}
