import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { citizenCalls, otherCalls, STAFF_PATH, staffCalls } from '../../../src/core/contract/calls.ts'

const root = join(import.meta.dirname, '../../..')
const paths = Object.values({ ...citizenCalls, ...staffCalls, ...otherCalls }).map(call => call.path)

/** What is written between quotes in a file of the house: comments tell of paths, code does not write them. */
function literalsIn(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(root, 'src', file), 'utf8'), ts.ScriptTarget.Latest))
  return found
}

test('the path of a call is written in one place alone', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file =>
    /\.tsx?$/.test(file),
  )
  expect(files.length).toBeGreaterThan(400)
  const typed = files.flatMap(file =>
    literalsIn(file)
      .filter(text => text.startsWith('/api/') || paths.some(path => text === path))
      .map(text => `${file}: ${text}`),
  )
  expect([...new Set(typed.filter(line => !line.startsWith('core/contract/calls.ts: ')))]).toEqual([])
  expect(typed).toContain(`core/contract/calls.ts: ${STAFF_PATH}/slots/:id`)
})
