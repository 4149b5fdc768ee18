import { createContext } from 'preact'

/** The few words that every field needs; the app gives them once, in its language. */
export interface FieldWords {
  /** Read out before an error, e.g. "Fejl:". Hidden from sight. */
  readonly errorPrefix: string
  /** Shown after the label of a field that may be left empty, e.g. "(kan springes over)". */
  readonly optional: string
}

/** Give it with `<UiWords.Provider value={…}>` around the page. Without it, fields show no prefix. */
export const UiWords = createContext<FieldWords>({ errorPrefix: '', optional: '' })
