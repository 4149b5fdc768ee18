import { fileURLToPath } from 'node:url'
import { defaultVariables } from '../core/facts/index.ts'
import type { Municipality } from '../core/facts/types.ts'
import { languageCalled, type LanguageForm } from '../core/languages.ts'

const VARIABLES = fileURLToPath(new URL('../app/copy/variables.ts', import.meta.url))

/** Fills in what is the same for everybody, wherever it stands in a copy; what a sentence is given when it is said stays open. */
export function filledIn(copy: unknown, variables: object): unknown {
  if (typeof copy === 'string')
    return copy.replace(/\{\{([^{}]+)\}\}/g, (blank, name: string) => {
      const value = name.split('.').reduce<unknown>(stepInto, variables)
      return typeof value === 'string' ? value : blank
    })
  if (Array.isArray(copy)) return copy.map(one => filledIn(one, variables))
  if (typeof copy !== 'object' || copy === null) return copy
  return Object.fromEntries(Object.entries(copy).map(([key, value]) => [key, filledIn(value, variables)]))
}

/** What a language is made of. */
const FORMS = /\/locales\/\w+\/language\.json$/

/** What makes words of a figure and its unit (`core/facts/spans.ts`): no phone does that. */
const SPANS: ReadonlySet<string> = new Set<keyof LanguageForm>(['units', 'times', 'said'])

const withoutSpans = (json: string): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(json) as object).filter(([key]) => !SPANS.has(key))),
  )

const stepInto = (at: unknown, step: string): unknown =>
  typeof at === 'object' && at !== null ? (at as Partial<Record<string, unknown>>)[step] : undefined

/**
 * Fills the municipality's names and figures into the copy that phones fetch, so that no phone has to carry those that no
 * sentence names, nor what makes words of figures. It goes with `municipalityForPhones`.
 *
 * @param load gives the municipality that is built
 */
export function wordsForPhones(load: () => Promise<Municipality>): {
  readonly name: string
  readonly enforce: 'pre'
  readonly load: (id: string) => string | undefined
  readonly transform: (code: string, id: string) => Promise<string | undefined>
} {
  return {
    name: 'words-for-phones',
    enforce: 'pre',
    load: id => (id === VARIABLES ? 'export const variablesIn = () => ({})' : undefined),
    async transform(code, id) {
      if (FORMS.test(id)) return withoutSpans(code)
      const [, called = ''] = /^virtual:copy\/(\w+)-\w+$/.exec(id) ?? []
      const lang = languageCalled(called)
      if (lang === null) return undefined
      const copy: unknown = JSON.parse(code.replace(/^export default /, ''))
      return `export default ${JSON.stringify(filledIn(copy, defaultVariables(await load(), lang)))}`
    },
  }
}
