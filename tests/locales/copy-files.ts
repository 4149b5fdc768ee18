import { readdirSync, readFileSync } from 'node:fs'
import { languageIds, type Language } from '../../src/core/languages.ts'

const folder = new URL('../../locales/', import.meta.url)

export const languages = languageIds

/** The areas of a language's copy: one JSON file each. What the language is made of is none: tests/locales/language.test.ts. */
export function areasOf(lang: Language): string[] {
  const files = readdirSync(new URL(`${lang}/`, folder)).filter(
    name => name.endsWith('.json') && name !== 'language.json',
  )
  return files.map(name => name.replace(/\.json$/, '')).sort()
}

/** All sentences of an area by their dotted key. A value that is no text comes out as it is, for a test to name. */
export function copyOf(lang: Language, area: string): Map<string, unknown> {
  const content: unknown = JSON.parse(readFileSync(new URL(`${lang}/${area}.json`, folder), 'utf8'))
  const found = new Map<string, unknown>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) {
      found.set(path, value)
      return
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`)
  }
  walk(content, '')
  return found
}

/** `area:key` and its text, of every area of a language. */
export function allCopy(lang: Language): [key: string, text: string][] {
  return areasOf(lang).flatMap(area =>
    [...copyOf(lang, area)].map(([key, text]): [string, string] => [`${area}:${key}`, String(text)]),
  )
}

/** What a text interpolates: "{{place}}s" → ["place"]. */
export function variablesOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*-?\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => name!)
}
