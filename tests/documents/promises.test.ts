import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { encryption, threatModel, type Held } from './promises.ts'

// What docs/threat-model.md and docs/encryption.md promise is held by the tests named here. A promise that is written into
// them without a test, or a test that is gone or renamed, fails.
const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The tests a promise names that are not there: `file: title`. */
const missing = (held: readonly Held[]): string[] =>
  held.filter(([file, title]) => !read(`tests/${file}`).includes(title)).map(of => of.join(': '))

/** Each promise in the column "what stops them": rows are parted by `|`, promises by semicolons. */
function stops(): string[] {
  const [, table = ''] = read('docs/threat-model.md').split('## Who, what stops them, what is left')
  const rows = table
    .split('\n## ')[0]!
    .split('\n')
    .filter(line => line.startsWith('| '))
  return rows.slice(2).flatMap(row => row.split('|')[3]!.trim().split('; '))
}

/** Each numbered sentence: the heading it stands under and its number. */
function numbered(): string[] {
  const items: string[] = []
  let heading = ''
  for (const line of read('docs/encryption.md').split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3)
    const number = /^(\d+)\. /.exec(line)?.[1]
    if (number !== undefined) items.push(`${heading} ${number}`)
  }
  return items
}

describe.each([
  ['docs/threat-model.md', stops, threatModel],
  ['docs/encryption.md', numbered, encryption],
] as const)('%s', (_, promised, tests) => {
  test('promises nothing that no test holds, and the tests hold nothing that is not promised', () => {
    const promises = promised()
    expect(promises.length).toBeGreaterThan(15)
    expect(Object.keys(tests).sort()).toEqual([...new Set(promises)].sort())
  })

  test('names tests that are there', () => {
    for (const [promise, held] of Object.entries(tests)) {
      expect(held.length, promise).toBeGreaterThan(0)
      expect(missing(held), promise).toEqual([])
    }
  })
})
