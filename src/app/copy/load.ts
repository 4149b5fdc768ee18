import { copyFiles } from './copy-scripts.js'
import type { Language } from '../../core/facts/types.ts'
import type { CopyPart } from './parts.ts'
import { makeWords, type Words } from './i18n.ts'
import type { T } from './copy.ts'

const words: Partial<Record<Language, Words>> = {}
const there = new Set<string>()

/** Whether the words of a part are at hand. */
export const hasCopy = (lang: Language, part: CopyPart | null): boolean =>
  part === null || there.has(`${lang}-${part}`)

/**
 * The words of the interactive parts, with those of one page besides; from the network or the service worker's cache
 * once a language. The same `t` goes on learning.
 */
export async function loadT(lang: Language, part: Exclude<CopyPart, 'base'> | null = null): Promise<T> {
  const wanted = (['base', part] as const).flatMap(one => (one === null || hasCopy(lang, one) ? [] : [one]))
  const copies = await Promise.all(
    wanted.map(async one => ({ one, copy: (await copyFiles[lang][one]()).default })),
  )
  const known = (words[lang] ??= makeWords(lang))
  for (const { one, copy } of copies) {
    known.add(copy)
    there.add(`${lang}-${one}`)
  }
  return known.t
}
