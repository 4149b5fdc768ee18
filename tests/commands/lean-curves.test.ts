import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { leanCurves } from '../../src/commands/lean-curves.ts'

const { filter, handler } = leanCurves().transform
const idOf = (file: string): string => fileURLToPath(import.meta.resolve(`@noble/curves/abstract/${file}.js`))

test.each(['edwards', 'modular'])('%s throws where a citizen never comes, and does all else', async file => {
  const id = idOf(file)
  const whole = await readFile(id, 'utf8')
  const lean = handler(whole, id)
  expect(lean.length).toBeLessThan(whole.length)
  expect(lean).toMatch(/function (?:sign|FpSqrt)\(\) \{ throw new Error\('left out of this build'\) \}/)
  const functions = (code: string): (string | undefined)[] =>
    [...code.matchAll(/function (\w+)\(/g)].map(([, name]) => name)
  expect(functions(lean)).toEqual(functions(whole))
})

test('a library that is written otherwise stops the build, and no other file is changed', () => {
  expect(() => handler('export function verify() {}', idOf('edwards'))).toThrow(
    '@noble/curves no longer has sign, getExtendedPublicKey, getPrivateScalar',
  )
  expect(filter.id.test(idOf('montgomery'))).toBe(false)
})
