import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const records = readdirSync(join(root, 'docs/decisions')).sort()

describe('decision records', () => {
  it.each(records)('%s has the one header', name => {
    const text = readFileSync(join(root, 'docs/decisions', name), 'utf8')
    const number = name.slice(0, 4)
    expect(text).toMatch(new RegExp(`^# ${number} \\S.+\\n\\nAccepted, \\d{4}-\\d{2}-\\d{2}\\.\\n\\n## `))
  })

  it('have numbers of their own', () => {
    const numbers = records.map(name => name.slice(0, 4))
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

it('the licence that the package names lies beside it', () => {
  const { license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { license: string }
  expect(license).toBe('EUPL-1.2')
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/)
})

const documents = ['README.md', ...readdirSync(join(root, 'docs')).map(name => join('docs', name))].filter(
  name => name.endsWith('.md'),
)
it.each(documents)('%s links only to what is there', name => {
  const text = readFileSync(join(root, name), 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, link = '']) => link)
  for (const link of links) {
    const path = join(root, name, '..', link)
    expect(() => readdirSync(path.endsWith('/') ? path : join(path, '..')), link).not.toThrow()
    if (!link.endsWith('/')) expect(() => readFileSync(path), link).not.toThrow()
  }
})

it.each(documents)('%s names only commands that there are', name => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const text = readFileSync(join(root, name), 'utf8')
  const named = [...text.matchAll(/npm run (?:--silent |-s )?([a-z][\w:-]*)/g)].map(
    ([, command = '']) => command,
  )
  if (name === 'README.md') expect(named.length).toBeGreaterThan(10)
  expect(named.filter(command => !(command in scripts))).toEqual([])
})
