import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// The journeys look at colours and motion in every state, in Danish alone. What follows is why that is enough: a state has
// the same parts and the same colours in every language, and only its words and their room differ.

const src = join(import.meta.dirname, '../../src')
const files = (['ui', 'app', 'inbox'] as const).flatMap(room =>
  readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map(path => join(src, room, path)),
)
const read = (path: string): string => readFileSync(path, 'utf8')

test('a style that asks for the language sets size and direction, and nothing of colour or motion', () => {
  const set = files
    .filter(path => path.endsWith('.css'))
    .flatMap(path =>
      Array.from(read(path).matchAll(/([^{}]*)\{([^{}]*)\}/g), ([, selector = '', body = '']) => [
        selector,
        body,
      ]),
    )
    .filter(([selector = '']) => /:lang\(|\[(?:html)?lang/.test(selector))
    .flatMap(([, body = '']) => Array.from(body.matchAll(/([\w-]+)\s*:/g), ([, property]) => property))
  expect(set.length).toBeGreaterThan(0)
  expect([...new Set(set)].sort()).toEqual(['direction', 'font-size', 'padding-inline', 'unicode-bidi'])
})

test('no part of a page is drawn in one language and not in another', () => {
  const asks = /\b(?:lang|language)\b\)?\s*[!=]==?\s*'|'(?:da|en)'\s*[!=]==?/
  const found = files.filter(path => path.endsWith('.tsx')).filter(path => asks.test(read(path)))
  expect(found).toEqual([])
})
