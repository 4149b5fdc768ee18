import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The made-up language. It bears the name of Arabic, so that what a browser and i18next know of one holds for it too: read from
 * the right, and six forms of a counted word. Its words are the Danish ones in Hebrew letters, and mean nothing: the font of the
 * browser for tests has those, and letters that it has not would be drawn as nothing.
 */
export const CODE = 'ar'

const letters: Readonly<Record<string, string>> = {
  ...{
    a: 'א',
    b: 'ב',
    c: 'ץ',
    d: 'ד',
    e: 'ה',
    f: 'פ',
    g: 'ג',
    h: 'ח',
    i: 'י',
    j: 'ך',
    k: 'כ',
    l: 'ל',
    m: 'מ',
  },
  ...{
    n: 'נ',
    o: 'ו',
    p: 'ף',
    q: 'ק',
    r: 'ר',
    s: 'ש',
    t: 'ת',
    u: 'ט',
    v: 'צ',
    w: 'ז',
    x: 'ן',
    y: 'ם',
    z: 'ס',
  },
  ...{ æ: 'ע', ø: 'ץ', å: 'א', é: 'ה' },
}

/** A text in the letters of the made-up language; what is interpolated (`{{name}}`, `{name}`) stays as it is. */
export const inItsLetters = (text: string): string =>
  text.replace(/\{[^}]*\}+|\p{L}/gu, part => letters[part.toLowerCase()] ?? part)

/** Another form than that of one and of many, as often as the language counts so. */
const forms = new Intl.PluralRules(CODE).resolvedOptions().pluralCategories

function translated(value: unknown): unknown {
  if (typeof value === 'string') return inItsLetters(value)
  if (Array.isArray(value)) return value.map(translated)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const counted = /^(.*)_other$/.exec(key)?.[1]
      if (counted === undefined) return [[key, translated(inner)]]
      return forms
        .filter(form => !(`${counted}_${form}` in value) || form === 'other')
        .map(form => [`${counted}_${form}`, translated(inner)])
    }),
  )
}

type Form = { readonly addresses: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>

/** The folder of the language, made of the Danish one: all its files, and what it is made of (docs/languages.md). */
export async function writeFolder(locales: string): Promise<void> {
  const [from, to] = [join(locales, 'da'), join(locales, CODE)]
  await mkdir(to)
  for (const file of await readdir(from)) {
    const content: unknown = JSON.parse(await readFile(join(from, file), 'utf8'))
    const written = file === 'language.json' ? formOf(content as Form) : translated(content)
    await writeFile(join(to, file), JSON.stringify(written))
  }
}

function formOf(danish: Form): object {
  const addresses = Object.entries(danish.addresses).map(([page, path]) => [
    page,
    `/${CODE}${path === '/' ? '' : path}`,
  ])
  return {
    ...(translated(danish) as object),
    dir: 'rtl',
    addresses: Object.fromEntries(addresses) as object,
    day: '{d} {month}',
    clock: '{h}:{min}',
  }
}

/** The line in the list, and the import that it needs. */
export const withLine = (list: string): string =>
  list
    .replace(/^(import en from .*)$/m, line => `${line}\n${line.replaceAll('en', CODE)}`)
    .replace('{ da, en }', `{ da, en, ${CODE} }`)
