// Every namespace of all languages: for the prerenderer and the tests, never for the phone.
import type { Language } from '../../core/facts/types.ts'
import type { Resources } from './resources.ts'

const files = import.meta.glob<object>('../../../locales/*/*.json', { eager: true, import: 'default' })

/** Staff's words are no citizen's, and what a language is made of is no copy. */
const others: ReadonlySet<string> = new Set(['inbox', 'language'])

/** All the citizen's copy of one language. */
export function allCopy(lang: Language): Resources {
  const copy: Record<string, object> = {}
  for (const [path, content] of Object.entries(files)) {
    const [, of, ns] = /\/(\w+)\/(\w+)\.json$/.exec(path) ?? []
    if (of === lang && ns !== undefined && !others.has(ns)) copy[ns] = content
  }
  // Sound because tests/locales compares the keys of every file with the Danish ones.
  return copy as Resources
}
