import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// What was mended after the trees were read as a listener would (docs/accessibility.md, "What a listener hears"): it is to
// stay mended in each state, also in those that come.

const folder = join(import.meta.dirname, 'trees')
const trees = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.yml'))
  .map(file => ({ file, lines: readFileSync(join(folder, file), 'utf8').trimEnd().split('\n') }))

/** The name of a line's element when it has one of the roles. */
const named = (line: string | undefined, roles: string): string | undefined =>
  new RegExp(`^\\s*- '?(?:${roles}) "((?:[^"\\\\]|\\\\.)*)"`).exec(line ?? '')?.[1]

/** The lines of all trees that are at fault, each with its file. */
function faults(isFault: (line: string, at: number, lines: readonly string[]) => boolean): string[] {
  return trees.flatMap(({ file, lines }) => lines.filter(isFault).map(line => `${file}: ${line.trim()}`))
}

test('there are trees to read', () => {
  expect(trees.length).toBeGreaterThan(150)
})

test('no heading is heard twice, as the name of what it stands over too', () => {
  expect(
    faults((line, at, lines) => {
      const name = named(line, 'region|list|navigation|article|complementary')
      return (
        name !== undefined && [lines[at - 1], lines[at + 1]].some(near => named(near, 'heading') === name)
      )
    }),
  ).toEqual([])
})

test('no list is told of in which there is nothing', () => {
  expect(faults(line => /^\s*- list(?: ".*")?$/.test(line))).toEqual([])
})

test('a number to ring is told with who answers there', () => {
  // Everybody knows 112, and nothing is to stand between it and ringing. In running text the words beside it say who.
  expect(
    faults(line => {
      const name = named(line, 'link') ?? ''
      return /^(?:Ring|Skriv en sms til) [\d ]+$/.test(name) && !/112|12 34 56 78/.test(name)
    }),
  ).toEqual([])
})
