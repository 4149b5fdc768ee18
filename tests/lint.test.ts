import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const file = join(root, 'src/commands/test.ts')
const config = join(root, 'oxlint.config.js')

const isOn = (setting: unknown): boolean => {
  const [severity] = [setting].flat()
  return severity === 2 || severity === 'error'
}

/** What ESLint asks of a file: names of rules, without the plugin that brings them. */
async function askedBy(config: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, config) })
  const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown> }
  return Object.entries(rules)
    .filter(([, setting]) => isOn(setting))
    .map(([name]) => name.replace('@typescript-eslint/', ''))
}

test('`npm run lint` asks each rule of the long lint', async () => {
  const { default: oxlint } = (await import(pathToFileURL(config).href)) as {
    default: { overrides: { rules?: Record<string, unknown> }[] }
  }
  const asked = new Set(
    oxlint.overrides
      .flatMap(({ rules = {} }) => Object.entries(rules))
      .filter(([, setting]) => isOn(setting))
      .map(([name]) => name.replace(/^(?:typescript|eslint-js)\//, '')),
  )
  const long = await askedBy('eslint.typed.config.js')
  expect(long.length).toBeGreaterThan(100)
  // What has an octal number is no module. oxlint has no rule of the other name yet: `npm run test:all` asks it.
  expect(long.filter(name => !asked.has(name)).sort()).toEqual([
    'no-octal',
    'no-unsafe-class-instance-assignment',
  ])
})

/** A house in which each rule of ours is broken, and by which names oxlint says so. */
const broken: Readonly<Record<string, readonly [code: string, ...said: string[]]>> = {
  'src/core/a.ts': ['export const a = (): number => Date.now()', 'eslint-js(no-restricted-syntax)'],
  'src/core/b.ts': ['export const b = new Date()', 'eslint-js(no-restricted-syntax)'],
  'src/core/c.ts': ['export const c = fetch', 'eslint(no-restricted-globals)'],
  'src/core/d.ts': ["export * from '../app/routes.ts'", 'eslint(no-restricted-imports)'],
  'src/app/e.ts': ['export const e = sessionStorage', 'eslint(no-restricted-globals)'],
  'src/app/f.ts': ['export const f = globalThis.caches', 'eslint(no-restricted-properties)'],
  'src/app/g.ts': ['export const g = /(?<=a)b/', 'eslint-js(no-restricted-syntax)'],
  'src/app/h.ts': ["export * from '../inbox/main.ts'", 'eslint(no-restricted-imports)'],
  'src/app/i.tsx': ['export const i: unknown = <img src="a" />', 'jsx-a11y(alt-text)'],
  'src/ui/j.tsx': [
    "import { useState } from 'preact/hooks'\nexport const useJ = (is: boolean): void => { if (is) useState(1) }",
    'react-hooks(rules-of-hooks)',
  ],
  'src/commands/k.ts': ['export function k() { return 1 }', 'typescript(explicit-module-boundary-types)'],
  'src/intake/l.ts': ['console.log(1)', 'eslint(no-console)'],
  'src/inbox/m.ts': [
    'export const m = (n: any): boolean => n == 1',
    'eslint(eqeqeq)',
    'typescript(explicit-module-boundary-types)',
    'typescript(no-explicit-any)',
  ],
  'tests/n.ts': ['await page.waitForFunction(async () => true)', 'eslint-js(no-restricted-syntax)'],
  'tests/o.ts': [
    "import { Type } from 'there'\nexport const o = (p: Type): Type => p",
    'typescript(consistent-type-imports)',
  ],
  'public/p.js': ['const p = 1\nq()', 'eslint(no-undef)', 'eslint(no-unused-vars)'],
  // And nothing is said of what may be done there.
  'src/commands/r.ts': ['console.log(1)'],
  'src/app/phone/s.ts': ['export const s = sessionStorage'],
  'tests/t.ts': ['export const t = (u: number[]): number => u.at(0)!'],
  'public/v.js': ['document.title = location.href'],
}

test('oxlint asks what eslint.config.js says, in the folders where it is said', async () => {
  const house = await mkdtemp(join(tmpdir(), 'lint-'))
  try {
    await writeFile(
      join(house, 'oxlint.config.js'),
      `import all from ${JSON.stringify(pathToFileURL(config).href)}\nexport default { ...all, options: {} }\n`,
    )
    for (const [name, [code]] of Object.entries(broken)) {
      await mkdir(dirname(join(house, name)), { recursive: true })
      await writeFile(join(house, name), `${code}\n`)
    }
    const { stdout } = await new Promise<{ stdout: string }>(done => {
      execFile(
        join(root, 'node_modules/.bin/oxlint'),
        ['-c', 'oxlint.config.js', '--format', 'json'],
        { cwd: house },
        // It ends with an error when it has something to say: what it says is looked at below.
        (_error, stdout) => {
          done({ stdout })
        },
      )
    })
    const said: Record<string, string[]> = {}
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] }
    for (const { filename, code } of diagnostics)
      said[filename] = [...new Set([...(said[filename] ?? []), code])].sort()
    const wanted = Object.entries(broken).map(([name, [, ...rules]]) => [name, rules])
    expect(said).toEqual(Object.fromEntries(wanted.filter(([, rules]) => rules!.length > 0)))
  } finally {
    await rm(house, { recursive: true, force: true })
  }
})
