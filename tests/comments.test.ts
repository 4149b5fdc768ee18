import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')
/** Words that a reader whose English is a second language stumbles over. */
const stumbledOver =
  /\b(whoever|whomever|anew|in vain|lest|whence|thence|thereof|wherein|thrice|upon|amongst|whilst)\b/i

/** The comments of a file, a line each. What looks like one in a text is one here too. */
const commentsOf = (text: string): readonly string[] =>
  text.split('\n').filter(line => /^\s*(\/\/|\/?\*)/.test(line))

test('comments are in plain English (docs/style.md)', () => {
  const root = join(src, '..')
  const files = ['src', 'tests', 'bench'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(tsx?|css)$/.test(file))
      .map(file => `${folder}/${file}`),
  )
  expect(files.length).toBeGreaterThan(900)
  const found = files.flatMap(file =>
    commentsOf(readFileSync(join(root, file), 'utf8'))
      .filter(line => stumbledOver.test(line))
      .map(line => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

test('a rule that is switched off in a place has its reason beside it', () => {
  const root = join(src, '..')
  const off = ['src', 'tests', 'bench'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && file !== 'comments.test.ts')
      .flatMap(file =>
        readFileSync(join(root, folder, file), 'utf8')
          .split('\n')
          .filter(line => /(eslint|oxlint)-disable|@ts-(ignore|nocheck|expect-error)/.test(line))
          .map(line => `${folder}/${file}: ${line.trim()}`),
      ),
  )
  expect(off.length).toBeGreaterThan(5)
  expect(off.filter(line => !/-disable-next-line [^ ]+ -- \S{3}|@ts-expect-error \w/.test(line))).toEqual([])
})
