import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { leanZodErrors } from '../../src/commands/lean-zod-errors.ts'

const { filter, handler } = leanZodErrors().transform
const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../v4/core/${name}.js`, import.meta.resolve('zod/mini')))

test('of an error the codes and places of its issues stay, and neither sentences nor what was refused', async () => {
  const errors = handler(await readFile(fileOf('errors'), 'utf8'))
  expect(errors).toContain('inst.issues = def')
  expect(errors).not.toContain('_installedToString.add')
  expect(handler(await readFile(fileOf('core'), 'utf8'))).not.toContain('stackTraceLimit =')
  const util = handler(await readFile(fileOf('util'), 'utf8'))
  expect(util).toContain('function finalizeIssue({ code, path = [] }) { return { code, path } }')
  expect(util).not.toContain('reportInput')
})

test('only the errors of the library are changed', () => {
  expect([fileOf('errors'), fileOf('util'), fileOf('core')].every(id => filter.id.test(id))).toBe(true)
  expect(filter.id.test(fileOf('parse'))).toBe(false)
})

test('our code on a phone asks an error for nothing else', async () => {
  for (const file of ['request/to-request', 'sealing/write-message', 'sealing/envelope']) {
    const code = await readFile(`src/core/${file}.ts`, 'utf8')
    const asked = [...code.matchAll(/\b(?:issue|i)\.(\w+)/g)].map(([, name]) => name)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(name => name !== 'path' && name !== 'code')).toEqual([])
  }
})

test('a library that is written otherwise stops the build', () => {
  expect(() => handler('export const other = 1')).toThrow('zod no longer makes an error')
})
