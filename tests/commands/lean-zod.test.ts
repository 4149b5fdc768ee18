import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { leanZod } from '../../src/commands/lean-zod.ts'

const { filter, handler } = leanZod().transform
const fileOf = (part: 'core' | 'mini'): string =>
  fileURLToPath(new URL(`../v4/${part}/schemas.js`, import.meta.resolve('zod/mini')))

test('of the ways to ask a schema those stay that our code on a phone takes', async () => {
  const mini = handler(await readFile(fileOf('mini'), 'utf8'))
  for (const way of ['safeParse(data', 'check(...checks', 'clone(_def']) expect(mini).toContain(way)
  for (const way of ['parseAsync(data', 'get with(', 'register(reg']) expect(mini).not.toContain(way)
  expect(handler(await readFile(fileOf('core'), 'utf8'))).not.toContain('get "~standard"')
})

test('only the schemas of the library are changed', () => {
  expect([fileOf('core'), fileOf('mini'), '/src/core/schemas.js'].map(id => filter.id.test(id))).toEqual([
    true,
    true,
    false,
  ])
})

test('a library that is written otherwise stops the build', () => {
  expect(() => handler('export const ZodMiniType = make("ZodMiniType", { parse() {} })')).toThrow(
    'zod no longer makes',
  )
})
