import type { Language } from '../../core/facts/types.ts'

const PLACE = 'inbox-language'

/** The language that was chosen in this browser last; Danish where none was. */
export function keptLanguage(): Language {
  try {
    return localStorage.getItem(PLACE) === 'en' ? 'en' : 'da'
  } catch {
    return 'da' // no storage
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
