import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areasOf, copyOf } from './copy-files.ts'

/** Source that may ask for copy. The ui takes words as props and knows no keys. */
const folders = ['app', 'inbox', 'commands']

/**
 * Keys that the source never writes out, by the beginning of their names, each with the reason.
 * A template like `adults:talk.${id}.title` needs no line here: it is read as a pattern.
 */
const built: readonly (readonly [prefix: string, reason: string])[] = [
  ['aloud:', 'both words of every language come along with src/app/aloud/offer.ts'],
]

/** Keys named in a comment are asked for by nobody. */
function withoutComments(text: string): string {
  return text.replace(/^\s*(\/?\*|\/\/).*$/gm, '')
}

const root = new URL('../../src/', import.meta.url)
const sources = folders.flatMap(folder =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => ({
      folder,
      text: withoutComments(readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
    })),
)
const areas = areasOf('da')

/** `area:key` right behind a quote, with its `${…}`; then templates whose area is itself put in. */
const withArea = new RegExp(
  `(?<=['"\`])((?:${areas.join('|')}):(?:\\$\\{[^}]*\\}|[^'"\`$\n])+)(?=['"\`])|(?<=\`)(\\$\\{[^}]*\\}:[\\w.]+)(?=\`)`,
  'g',
)
/** A key without an area: right behind `t(`, or with a dot in it; it is the folder's own. */
const withoutArea =
  /\bt\(\s*['"`]((?:\$\{[^}]*\}|[\w.-])+)['"`]|(?<=['"`])((?:\$\{[^}]*\}|[\w-])+\.(?:\$\{[^}]*\}|[\w.-])+)(?=['"`])/g

const written = sources.flatMap(({ text }) => [...text.matchAll(withArea)].map(([whole]) => whole))
const asked = [
  ...written,
  ...sources.flatMap(({ folder, text }) =>
    [...text.matchAll(withoutArea)].map(
      ([, called, dotted]) => `${folder === 'inbox' ? 'inbox' : 'common'}:${called ?? dotted ?? ''}`,
    ),
  ),
]
const exact = new Set(asked.filter(one => !one.includes('${')))
const patterns = [...new Set(asked)]
  .filter(one => one.includes('${') && !/^(\w+|\$\{[^}]*\}):\$\{[^}]*\}$/.test(one))
  .map(
    one => new RegExp(`^${one.replace(/\$\{[^}]*\}|[.]/g, part => (part === '.' ? '\\.' : '[\\w. -]+'))}$`),
  )

/** A key is asked for by itself, by the object around it (lists), or by a pattern. i18next adds `_one`, `_other` itself. */
function isAsked(key: string): boolean {
  const name = key.replace(/_(zero|one|other)$/, '')
  const parents = name.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))
  return (
    parents.some(parent => exact.has(parent) || patterns.some(pattern => pattern.test(parent))) ||
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
  const whole = written.filter(key => !key.includes('${'))
  expect([...new Set(whole)].filter(key => !isThere(key))).toEqual([])
})
