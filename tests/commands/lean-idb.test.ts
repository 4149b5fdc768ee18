import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { leanIdb } from '../../src/commands/lean-idb.ts'

const { filter, handler } = leanIdb().transform
const id = fileURLToPath(import.meta.resolve('idb'))

test('nothing leads to the walks any more, and the ways of a store are there', async () => {
  const whole = await readFile(id, 'utf8')
  const lean = handler(whole)
  expect(filter.id.test(id)).toBe(true)
  expect(whole.match(/^replaceTraps\(/gm)).toHaveLength(2)
  expect(lean.match(/^replaceTraps\(/gm)).toHaveLength(1)
  expect(lean).toContain('getMethod(target, prop)')
})

test('a library that is written otherwise stops the build', () => {
  expect(() => handler('export const openDB = () => {}')).toThrow('idb no longer adds')
})
