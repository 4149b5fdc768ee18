import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areasOf, copyOf } from './copy-files.ts'

/** Source that may ask for copy. The ui takes words as props and knows no keys. */
const folders = ['app', 'inbox', 'commands']

/**
 * Keys that the source never writes out, by the beginning of their names, each with the reason.
 * A template like `adults:talk.${id}.title` needs no line here: it is read as a pattern.
 */
const built: readonly (readonly [prefix: string, reason: string])[] = []

const root = new URL('../../src/', import.meta.url)
const sources = folders.flatMap(folder =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => ({ folder, text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8') })),
)
const areas = areasOf('da')

/**
 * All `area:key` texts of the source, those with `${…}` as patterns. A key without an area counts only right behind
 * `t(`, and is the folder's own.
 */
const asked = sources.flatMap(({ folder, text }) =>
  [...text.matchAll(/'([^'\\\n]+)'|"([^"\\\n]+)"|`([^`\\]+)`/g)].flatMap(
    ({ 1: single, 2: double, 3: template, index }) => {
      const literal = single ?? double ?? template ?? ''
      const called = /\bt\(\s*$/.test(text.slice(Math.max(0, index - 20), index))
      const full =
        !literal.includes(':') && called ? `${folder === 'inbox' ? 'inbox' : 'common'}:${literal}` : literal
      return /^(\w+|\$\{[^}]*\}):[\w.${}[\]()?' -]+$/.test(full) ? [full] : []
    },
  ),
)
const exact = new Set(asked.filter(one => !one.includes('${')))
const patterns = [...new Set(asked)]
  .filter(one => one.includes('${') && !/^(\w+|\$\{[^}]*\}):\$\{[^}]*\}$/.test(one))
  .map(one => new RegExp(`^${one.replace(/\$\{[^}]*\}|[.]/g, part => (part === '.' ? '\\.' : '[\\w.-]+'))}$`))

/** A key is asked for by itself, by the object around it (lists), or by a pattern. i18next adds `_one`, `_other` itself. */
function isAsked(key: string): boolean {
  const name = key.replace(/_(zero|one|other)$/, '')
  const parents = name.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))
  return (
    parents.some(parent => exact.has(parent)) ||
    patterns.some(pattern => pattern.test(name)) ||
    built.some(([prefix]) => name.startsWith(prefix))
  )
}

test.each(areas)('every text of %s is asked for by some page', area => {
  expect([...copyOf('da', area).keys()].map(key => `${area}:${key}`).filter(key => !isAsked(key))).toEqual([])
})

test('every key that a page writes out is there', () => {
  const known = areas.flatMap(area => [...copyOf('da', area).keys()].map(key => `${area}:${key}`))
  const isThere = (key: string): boolean =>
    known.some(one => one === key || one.startsWith(`${key}.`) || one.startsWith(`${key}_`))
  const written = [...exact].filter(key => new RegExp(`^(${areas.join('|')}):[a-zA-Z][\\w.-]*$`).test(key))
  expect(written.filter(key => !isThere(key))).toEqual([])
})
