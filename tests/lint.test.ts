import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const file = join(root, 'src/commands/test.ts')

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

test('`npm run lint` asks each rule of the long lint, with ESLint or with oxlint', async () => {
  const path = join(root, '.oxlintrc.json')
  const { config } = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8')) as {
    config: { overrides: { rules: Record<string, unknown> }[] }
  }
  const typed = Object.entries(config.overrides[0]!.rules)
    .filter(([, setting]) => isOn(setting))
    .map(([name]) => name.replace('typescript/', ''))
  const asked = new Set([...(await askedBy('eslint.config.js')), ...typed])
  const long = await askedBy('eslint.typed.config.js')
  expect(long.length).toBeGreaterThan(100)
  // oxlint has no such rule yet: `npm run test:all` asks it.
  expect(long.filter(name => !asked.has(name))).toEqual(['no-unsafe-class-instance-assignment'])
})
