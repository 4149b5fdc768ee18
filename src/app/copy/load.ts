import type { Language } from '../../core/facts/types.ts'
import { makeT } from './i18n.ts'
import type { T } from './copy.ts'

const loaded: Partial<Record<Language, T>> = {}

/** The interactive parts' words; from the network or the service worker's cache once a language. */
export async function loadT(lang: Language): Promise<T> {
  const known = loaded[lang]
  if (known) return known
  const { copy } = await (lang === 'da' ? import('./interactive-da.ts') : import('./interactive-en.ts'))
  const t = makeT(lang, copy)
  loaded[lang] = t
  return t
}
