// Every namespace of both languages: for the prerenderer and the tests, never for the phone.
import type { Language } from '../../core/facts/types.ts'
import type { Resources } from './resources.ts'

const files = import.meta.glob<object>('../../../locales/{da,en}/*.json', { eager: true, import: 'default' })

/** All the citizen's copy of one language. */
export function allCopy(lang: Language): Resources {
  const copy: Record<string, object> = {}
  for (const [path, content] of Object.entries(files)) {
    const [, of, ns] = /\/(da|en)\/([a-z]+)\.json$/.exec(path) ?? []
    if (of === lang && ns !== undefined && ns !== 'inbox') copy[ns] = content
  }
  // Sound because tests/locales compares the keys of every file with the Danish ones.
  return copy as Resources
}
