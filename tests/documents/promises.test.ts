import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { beside, encryption, firstVisit, kept, left, threatModel, type Held } from './promises.ts'

// What docs/threat-model.md and docs/encryption.md promise is held by the tests named here. A promise that is written into
// them without a test, or a test that is gone or renamed, fails.
const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The tests a promise names that are not there: `file: title`. */
const missing = (held: readonly Held[]): string[] =>
  held.filter(([file, title]) => !read(`tests/${file}`).includes(title)).map(of => of.join(': '))

/** What stands under a heading. */
function under(path: string, heading: string): string[] {
  const [, below] = read(path).split(`\n## ${heading}\n`)
  expect(below, heading).toBeDefined()
  return below!.split('\n## ')[0]!.split('\n')
}

/** The cells of a table's column, without its head. */
const column = (path: string, heading: string, at: number): string[] =>
  under(path, heading)
    .filter(line => line.startsWith('| '))
    .slice(2)
    .map(row => row.split('|')[at]!.trim())

/** The points of a list, each by what stands before its first comma, colon, semicolon or full stop. */
const points = (path: string, heading: string): string[] =>
  under(path, heading)
    .filter(line => line.startsWith('- '))
    .map(line => /^- (.+?)(?:[,;:]|\.(?= |$)|$)/.exec(line)?.[1] ?? line)

const THREATS = 'docs/threat-model.md'
const SEALING = 'docs/encryption.md'

/** Each promise in the column "what stops them": promises are parted by semicolons. */
const stops = (): string[] =>
  column(THREATS, 'Who, what stops them, what is left', 3).flatMap(cell => cell.split('; '))

/** Each numbered sentence: the heading it stands under and its number. */
function numbered(): string[] {
  const items: string[] = []
  let heading = ''
  for (const line of read(SEALING).split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3)
    const number = /^(\d+)\. /.exec(line)?.[1]
    if (number !== undefined) items.push(`${heading} ${number}`)
  }
  return items
}

/** The first bold words of each line. */
const bold = (path: string, heading: string): string[] =>
  under(path, heading).flatMap(line => /\*\*(.+?)\*\*/.exec(line)?.[1] ?? [])

describe.each([
  ['docs/threat-model.md', stops, threatModel],
  ['the first visit', () => points(THREATS, 'The first visit trusts the server'), firstVisit],
  ['what is known and left', () => bold(THREATS, 'Known and left'), left],
  ['what the intake keeps', () => column(THREATS, 'What the intake learns, and forgets', 1), kept],
  ['docs/encryption.md', numbered, encryption],
  [
    'docs/encryption.md beside',
    () => [...bold(SEALING, 'Staff'), ...points(SEALING, 'How it is checked')],
    beside,
  ],
] as const)('%s', (_, promised, tests) => {
  test('promises nothing that no test holds, and the tests hold nothing that is not promised', () => {
    const promises = promised()
    expect(promises.length).toBeGreaterThan(4)
    expect(Object.keys(tests).sort()).toEqual([...new Set(promises)].sort())
  })

  test('names tests that are there', () => {
    for (const [promise, held] of Object.entries(tests)) {
      expect(held.length, promise).toBeGreaterThan(0)
      expect(missing(held), promise).toEqual([])
    }
  })
})
