import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** A statement at the edge of a file that calls something as the file is loaded. */
const BEGINS = /^(?:if \(|for \(|await |(?!(?:function|import|export|declare|switch)\b)[\w.]+\()/
const HOLDS = /^(?:export )?(?:const|let) (\w+)/

/** What a file keeps below what it begins with: bundled, it is undefined there and no error tells. */
function tooLateIn(text: string): string[] {
  const lines = text.split('\n')
  const begun = lines.findIndex(line => BEGINS.test(line))
  if (begun < 0) return []
  return lines.slice(begun).flatMap(line => HOLDS.exec(line)?.[1] ?? [])
}

test('what a file begins stands below all that it may use', () => {
  expect(tooLateIn('import a from "b"\nif (a()) start()\n\nconst LONG = 3\nfunction start() {}')).toEqual([
    'LONG',
  ])
  expect(tooLateIn('const LONG = 3\nfunction start() {\n  if (a) b()\n}\nstart()')).toEqual([])
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
  const late = files.flatMap(file =>
    tooLateIn(readFileSync(join(src, file), 'utf8')).map(name => `${file}: ${name}`),
  )
  expect(late).toEqual([])
})
