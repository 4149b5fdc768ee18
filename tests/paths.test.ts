import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
/** Tests of what is done with paths make some up. */
const MAKE_UP = [
  'tests/commands/chunk-groups.test.ts',
  'tests/commands/test-reports.test.ts',
  'tests/counting/provider.test.ts',
  'tests/lint.test.ts',
]

test('a file of the house that is named by its whole path is there', () => {
  const files = [
    ...readdirSync(root).filter(name => /\.(ts|js|json)$/.test(name) && name !== 'package-lock.json'),
    ...['src', 'tests', 'bench'].flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(file => /\.(tsx?|json)$/.test(file))
        .map(file => `${folder}/${file}`),
    ),
  ]
  const named = files
    .filter(file => !MAKE_UP.includes(file))
    .flatMap(file =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /['"` ](?:\.\/)?((?:src|tests|bench|docs|locales|deploy)\/[\w./-]+\.(?:tsx?|js|json|md|css|html|sh|yml))(?=['"` ])/g,
        ),
      ].map(([, path = '']) => [file, path] as const),
    )
  expect(named.length).toBeGreaterThan(100)
  const lost = named.filter(([, path]) => !existsSync(join(root, path)))
  expect(lost).toEqual([])
})
