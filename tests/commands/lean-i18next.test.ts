import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createInstance, type i18n } from 'i18next'
import { expect, test } from 'vitest'
import { allCopy } from '../../src/app/copy/all.ts'
import { leanI18next } from '../../src/commands/lean-i18next.ts'
import { languageIds } from '../../src/core/languages.ts'

const id = fileURLToPath(import.meta.resolve('i18next'))
const { filter, handler } = leanI18next().transform
const lean = handler(await readFile(id, 'utf8'))
// Sound: it is the library, as much of it as a phone is given.
const { createInstance: createLean } = (await import(`data:text/javascript,${encodeURIComponent(lean)}`)) as {
  createInstance: typeof createInstance
}

/** As `src/app/copy/i18n.ts` makes it, and is given the words. */
function begin(create: typeof createInstance, lang: string, copy: object): i18n {
  const made = create({
    lng: lang,
    resources: { [lang]: {} },
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: { place: { name: 'Torvehuset' } } },
  })
  void made.init()
  for (const [file, words] of Object.entries(copy))
    made.addResourceBundle(lang, file, words, false, true, { skipCopy: true, silent: true })
  return made
}

/** The keys of all that can be asked for, lists and groups among them, and of what counts without its form. */
const keysIn = (at: unknown, path: string): string[] =>
  typeof at !== 'object' || at === null
    ? [path, path.replace(/_(?:zero|one|two|few|many|other)$/, '')]
    : [path, ...Object.entries(at).flatMap(([key, inner]) => keysIn(inner, `${path}.${key}`))]

const given = [
  {},
  { n: 2, of: 11, name: '$& {{place}} $t(common:back)', when: 'nu' },
  { count: 0 },
  { count: 1, n: 1 },
  { count: 2 },
  { count: 21 },
  { returnObjects: true, name: 'Bo' },
  { defaultValue: 'otherwise' },
]

test.each(languageIds)('a phone says each word as the whole library says it, in %s', lang => {
  const copy = allCopy(lang)
  const [whole, short] = [begin(createInstance, lang, copy), begin(createLean, lang, copy)]
  const keys = Object.entries(copy).flatMap(([file, words]) =>
    Object.entries(words).flatMap(([key, inner]) => keysIn(inner, `${file}:${key}`)),
  )
  expect(keys.length).toBeGreaterThan(1000)
  const asked = [...new Set(keys), 'common:nothing.here', 'nowhere', '']
  const said = ({ t }: i18n): unknown =>
    given.map(values => asked.map(key => [key, (t as (key: string, values: object) => unknown)(key, values)]))
  expect(said(short)).toEqual(said(whole))
})

test('what it only says to its own makers is left out', () => {
  expect(lean).not.toContain('DEPRECATED')
  expect(lean).not.toContain('backend:')
})

test('a library that is written otherwise stops the build, and other files are left alone', () => {
  expect(() => handler('class Logger {}')).toThrow('i18next no longer has Formatter, Connector')
  expect([id, '/src/app/copy/i18n.ts'].map(one => filter.id.test(one))).toEqual([true, false])
})
