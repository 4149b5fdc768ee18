import { languageCalled, type Language } from '../../core/languages.ts'
import type { T } from './copy.ts'
import { languageName } from './language.ts'

/** What a request says of its language: one of the app's own, or that of an interpreter. */
export function languageText(written: string, t: T, reader: Language): string {
  const known = languageCalled(written)
  return known ? languageName(known, reader) : t('values.interpreter', { language: written })
}
