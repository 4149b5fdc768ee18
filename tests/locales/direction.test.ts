import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../../src/core/languages.ts'
import { languages as routed, pages } from '../../src/app/routes.ts'

const root = join(import.meta.dirname, '../..')

test('each language in the list is a folder of copy, and each folder is in the list', () => {
  expect(readdirSync(join(root, 'locales')).sort()).toEqual(Object.keys(languages).sort())
})

test('every page has an address in every language of the list', () => {
  expect(routed).toEqual(Object.keys(languages))
  for (const page of Object.values(pages)) for (const lang of routed) expect(page[lang]).toMatch(/^\//)
})

/** Words of CSS that name a side of the screen and not of the text. */
const sided =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right)|left|right|(?:scroll-)?(?:margin|padding)-(?:left|right))\s*:|:\s*(?:left|right)\s*[;}]/

test('the measure finds what names a side, and not what follows the text', () => {
  for (const css of ['a { margin-left: 1rem }', 'a {\n  left: 0;\n}', 'a { float: right; }'])
    expect(css).toMatch(sided)
  for (const css of ['a { margin-inline-start: 1rem }', 'a { float: inline-end; }'])
    expect(css).not.toMatch(sided)
})

test('no style names left or right: a language may be read from the other side', () => {
  const styles = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.css'),
  )
  expect(styles.length).toBeGreaterThan(10)
  expect(styles.filter(file => sided.test(readFileSync(join(root, 'src', file), 'utf8')))).toEqual([])
})
