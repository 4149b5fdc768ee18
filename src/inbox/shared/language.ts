import { FIRST, formOf, languageCalled, languageIds, type Language } from '../../core/languages.ts'

const PLACE = 'inbox-language'

/** The language that was chosen in this browser last; the first where none was. */
export function keptLanguage(): Language {
  try {
    return languageCalled(localStorage.getItem(PLACE)) ?? FIRST
  } catch {
    return FIRST // no storage
  }
}

/** Remembers the language for the next time. */
export function keepLanguage(lang: Language): void {
  try {
    localStorage.setItem(PLACE, lang)
  } catch {
    // No storage: it is chosen again the next time.
  }
}

/** A language's name in the reader's, large in front: "Engelsk". In itself where the browser has no name for it. */
export function languageName(of: Language, reader: Language): string {
  const key = `${of} ${reader}`
  const name = names.get(key) ?? nameIn(of, reader)
  names.set(key, name)
  return name
}

/** What a language that was written in a request may be looked for by: its name for each reader, or what was written. */
export function namesOfLanguage(written: string): readonly string[] {
  const known = languageCalled(written)
  return known ? languageIds.map(reader => languageName(known, reader)) : [written]
}

/** Looked up once: a browser takes long to get its first names ready. */
const names = new Map<string, string>()

/** Makes the names ready, before a request is shown that waits for one. */
export function readyNames(): void {
  for (const of of languageIds) for (const reader of languageIds) languageName(of, reader)
}

function nameIn(of: Language, reader: Language): string {
  const name =
    new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' }).of(of) ?? formOf(of).name
  return name.charAt(0).toUpperCase() + name.slice(1)
}
