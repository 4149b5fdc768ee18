import { dirOf, languageIds } from '../core/languages.ts'

/**
 * Adds `css/from-right.css` to the styles where one of the languages is read from the right: no other reader's phone fetches
 * a rule for it.
 */
export function fromRight(): {
  readonly name: string
  readonly enforce: 'pre'
  readonly transform: (code: string, id: string) => string | undefined
} {
  const isNeeded = languageIds.some(lang => dirOf(lang) === 'rtl')
  return {
    name: 'from-right',
    enforce: 'pre',
    transform: (code, id) =>
      isNeeded && /\/src\/ui\/styles\.css$/.test(id)
        ? `${code}\n@import './css/from-right.css' layer(utilities);\n`
        : undefined,
  }
}
