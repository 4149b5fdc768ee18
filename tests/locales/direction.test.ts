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

/** Four values of which the second and the last, right and left, are not the same. A border may be a drawn sign. */
function namesSides(css: string): boolean {
  const all = css.matchAll(
    /(?:^|[\s;{])(?:margin|padding|inset|scroll-margin|scroll-padding)\s*:\s*([^;}]+)/g,
  )
  return [...all].some(([, value = '']) => {
    const [, right, , left] = value.trim().match(/(?:\([^)]*\)|[^\s(])+/g) ?? []
    return left !== undefined && left !== right
  })
}
const isSided = (css: string): boolean => sided.test(css) || namesSides(css)

test('the measure finds what names a side, and not what follows the text', () => {
  for (const css of [
    'a { margin-left: 1rem }',
    'a {\n  left: 0;\n}',
    'a { float: right; }',
    'a { padding: 0 0 1rem 3rem }',
    'a {\n  inset: 0.5rem auto auto min(1rem, 4vw);\n}',
  ])
    expect(isSided(css), css).toBe(true)
  for (const css of [
    'a { margin-inline-start: 1rem }',
    'a { float: inline-end; }',
    'a { padding: 1rem min(1rem, 4vw) 2rem min(1rem, 4vw) }',
    'a { padding: 1rem min(1rem, 4vw) 2rem }',
  ])
    expect(isSided(css), css).toBe(false)
})

test('no style names left or right: a language may be read from the other side', () => {
  const styles = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.css'),
  )
  expect(styles.length).toBeGreaterThan(10)
  expect(styles.filter(file => isSided(readFileSync(join(root, 'src', file), 'utf8')))).toEqual([])
})
