import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** A function or class that others may take, as Prettier lays it out; what begins with an element below is none. */
const isPublic = (line: string, below = ''): boolean =>
  /^export (async )?(function|class) |^export const \w+(: [^=]+)? = (async )?(<.*>)?(\(.*(=>|[(,]$)|\($|\w+ =>)/.test(
    line,
  ) && !/^\s*</.test(below)

/** Whether a docstring stands above a line, or above the first of those that belong together: no empty line parts them. */
function isDocumented(lines: readonly string[], at: number): boolean {
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above] ?? ''
    if (line.endsWith('*/')) return true
    if (line === '' || line === '}') return false
  }
  return false
}

test('every public function says what it does (docs/style.md)', () => {
  const functions = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .flatMap(file => {
      const lines = readFileSync(join(src, file), 'utf8').split('\n')
      return lines.flatMap((line, at) =>
        isPublic(line, lines[at + 1])
          ? [{ name: `${file}:${at + 1} ${line}`, is: isDocumented(lines, at) }]
          : [],
      )
    })
  expect(functions.length).toBeGreaterThan(1_200)
  expect(functions.filter(({ is }) => !is).map(({ name }) => name)).toEqual([])
})
