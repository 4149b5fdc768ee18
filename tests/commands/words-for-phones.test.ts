import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { municipality } from '#municipality'
import { allCopy } from '../../src/app/copy/all.ts'
import { makeT } from '../../src/app/copy/i18n.ts'
import { copyParts, type CopyPart } from '../../src/app/copy/parts.ts'
import { copyScripts } from '../../src/commands/copy-scripts.ts'
import { filledIn, wordsForPhones } from '../../src/commands/words-for-phones.ts'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { languageIds, type Language } from '../../src/core/languages.ts'

const plugin = wordsForPhones(async () => Promise.resolve(municipality))
const parts = Object.keys(copyParts) as CopyPart[] // Object.keys widens the keys

/** The copy of a part, as a built page fetches it. */
async function fetched(lang: Language, part: CopyPart): Promise<Record<string, Record<string, unknown>>> {
  const id = `virtual:copy/${lang}-${part}`
  const code = await plugin.transform((await copyScripts().load.call({}, id)) ?? '', id)
  // As `copyScripts` writes it.
  return JSON.parse((code ?? '').replace(/^export default /, '')) as Record<string, Record<string, unknown>>
}

test.each(languageIds)(
  'what a phone fetches says in %s what i18next makes of it, word by word',
  async lang => {
    const t = makeT(lang, allCopy(lang)) as (key: string, values: object) => unknown
    let filled = 0
    for (const part of parts)
      for (const [file, words] of Object.entries(await fetched(lang, part)))
        for (const [key, said] of Object.entries(words)) {
          expect(said, `${file}:${key}`).toEqual(t(`${file}:${key}`, { returnObjects: true }))
          filled += 1
        }
    expect(filled).toBeGreaterThan(100)
  },
)

test('names and figures are filled in wherever they stand, and what is told later stays open', () => {
  const copy = { a: ['{{unit.centre}}: {{count}}', { b_one: '{{figure.x}} $& {{line}}' }], c: null }
  const given = { unit: { centre: 'Huset' }, figure: { x: '$1' }, line: { emergency: '112' } }
  expect(filledIn(copy, given)).toEqual({
    a: ['Huset: {{count}}', { b_one: '$1 $& {{line}}' }],
    c: null,
  })
})

test('only the copy is touched, and nothing is left to be filled in by a phone', async () => {
  expect(await plugin.transform('export default {}', 'src/app/main.ts')).toBeUndefined()
  const file = new URL('../../src/app/copy/variables.ts', import.meta.url).pathname
  expect([plugin.load(file), plugin.load('src/app/main.ts')]).toEqual([
    'export const variablesIn = () => ({})',
    undefined,
  ])
})

test('what makes words of figures stays behind, and no script of a phone asks for it', async () => {
  const made = await plugin.transform(
    '{"name":"Dansk","units":{},"times":{},"said":{}}',
    '/locales/da/language.json',
  )
  expect(made).toBe('{"name":"Dansk"}')
  const asks = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    file =>
      /^(app|core|ui|client)\/.*\.tsx?$/.test(file) &&
      /\/spans\.ts'|\)\.(units|times|said)\b/.test(readFileSync(`src/${file}`, 'utf8')),
  )
  // The first is left out by the build with `defaultVariables`; the pages are HTML.
  expect(asks.sort()).toEqual([
    'app/pages/sources/by-section.tsx',
    'core/facts/spans.ts',
    'core/facts/variables.ts',
  ])
})

test('no sentence is given something of its own under a name that the build fills in', () => {
  const names = Object.keys(defaultVariables(municipality)).join('|')
  const own = new RegExp(`\\bt\\([^()]*\\{(?:[^{}()]|\\([^()]*\\))*?\\b(?:${names})\\b\\s*[:,}]`)
  expect(`t('a:b', { n, place: x })`).toMatch(own)
  const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' }).filter(
    file => /\.tsx?$/.test(file) && !file.startsWith('pages/'),
  )
  // A key that is made of something gives nothing.
  const withoutKeys = (file: string): string =>
    readFileSync(`src/app/${file}`, 'utf8').replace(/\$\{[^{}]*\}/g, '')
  expect(files.filter(file => own.test(withoutKeys(file)))).toEqual([])
})
