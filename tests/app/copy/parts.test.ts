import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { copyParts, keysOfPart, type CopyPart } from '../../../src/app/copy/parts.ts'
import { copyOf, firstCopyOf, interactivePages } from '../../../src/app/parts.ts'

// A phone begins with a part of the copy. A word that a script speaks before its part is there would be shown as its key.

const app = fileURLToPath(new URL('../../../src/app/', import.meta.url))
const locales = fileURLToPath(new URL('../../../locales/', import.meta.url))
const read = (lang: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(locales, lang, `${file}.json`), 'utf8')) as Record<string, unknown>
const parts = Object.keys(copyParts) as CopyPart[]
const filesOf = (part: CopyPart): string[] => Object.keys(copyParts[part])

test.each(['da', 'en'])('every first key of every file a phone fetches is in one part, in %s', lang => {
  for (const file of new Set(parts.flatMap(filesOf))) {
    const keys = Object.keys(read(lang, file))
    const found = parts.flatMap(part => keysOfPart(part, file, keys))
    expect([...found].sort(), file).toEqual([...keys].sort())
  }
})

/** The script of a file and of all it imports: not what it asks for later, nor types. */
function scriptsFrom(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(
    /^(?:import|export)(?! type)[^'"]*?from '(\.[^']+\.tsx?)'/gm,
  ))
    scriptsFrom(join(dirname(path), from), found)
  return found
}

/** `file:key` of all the copy a script names. */
const namedBy = (path: string): string[] =>
  [...withoutComments(readFileSync(path, 'utf8')).matchAll(/['"`](\w+):([\w-]+)/g)].flatMap(
    ([, file = '', key = '']) => (files.has(file) ? [`${file}:${key}`] : []),
  )
const files: ReadonlySet<string> = new Set(parts.flatMap(filesOf))
const withoutComments = (code: string): string => code.replace(/^ *(\/\*\*|\*|\/\/).*$/gm, '')

const copyIn = (of: readonly CopyPart[]): Set<string> =>
  new Set(
    of.flatMap(part =>
      filesOf(part).flatMap(file =>
        keysOfPart(part, file, Object.keys(read('da', file))).map(key => `${file}:${key}`),
      ),
    ),
  )

/** What the scripts at these paths say and `of` does not hold. */
const missing = (paths: readonly string[], of: readonly CopyPart[]): Record<string, string[]> => {
  const there = copyIn(['base', ...of])
  const found: Record<string, string[]> = {}
  for (const path of new Set(paths.flatMap(one => [...scriptsFrom(join(app, one))]))) {
    const keys = namedBy(path).filter(key => !there.has(key))
    if (keys.length > 0) found[relative(app, path)] = keys
  }
  return found
}

const scripts = {
  contact: { first: ['interactive.tsx', 'request/contact.tsx'], later: ['request/request-later.ts'] },
  check: { first: ['interactive.tsx', 'check/check.tsx'], later: ['check/check-later.ts'] },
  replies: { first: ['interactive.tsx', 'replies/replies.tsx'], later: ['replies/replies-later.ts'] },
} as const

test.each(interactivePages)('%s says nothing that it has no words for yet', page => {
  const { first, later } = scripts[page]
  expect(missing(first, firstCopyOf(page))).toEqual({})
  // Which page speaks of a visit waits for its words itself.
  expect(missing([...first, ...later], [...copyOf(page), 'near'])).toEqual({})
})

test('nor does what keeps answers and messages, or stands beside a page that is read', () => {
  expect(missing(['draft/keeping.tsx', 'offline/islands.tsx'], ['more'])).toEqual({})
})

test('this would notice a word that comes later', () => {
  expect(missing(['request/request-later.ts'], ['contact'])).not.toEqual({})
  expect(missing(['check/check-later.ts'], ['check'])).not.toEqual({})
})
