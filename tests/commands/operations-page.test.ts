import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/intake/settings/config.ts'
import { blocksOf } from '../drills/page-blocks.ts'

const root = resolve(import.meta.dirname, '../..')
const page = await readFile(join(root, 'docs/operations.md'), 'utf8')

test('every command block of the page is run by the drill, or says why not', () => {
  const blocks = blocksOf(page)
  expect(blocks.filter(({ tag }) => tag === null).map(({ text }) => text)).toEqual([])
  expect(blocks.filter(({ tag }) => tag?.startsWith('run')).length).toBeGreaterThanOrEqual(8)
})

test('each setting that is read stands in the table, and the table names no other', () => {
  const read = new Set<string>()
  const env = new Proxy(
    { INTAKE_DATA: 'd', METRICS_PORT: '1' },
    { get: (of, name) => (read.add(String(name)), Reflect.get(of, name) as string | undefined) },
  )
  readConfig(env)
  const rows = page
    .slice(page.indexOf('## Settings'), page.indexOf('## The proxy'))
    .matchAll(/^\| (`[^|]+) \|/gm)
  const told = [...rows].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name),
  )
  // Read by the commands and not by the service itself.
  const commands = ['SKIP_BUILD', 'MUNICIPALITIES', 'BACKUP_RECIPIENT', 'TLS_CERTIFICATE']
  expect([...read].sort()).toEqual(told.filter(name => !commands.includes(name)).sort())
})

test('what the page says lies in deploy lies there', () => {
  const named = [...page.matchAll(/deploy\/([\w.-]+\w)(?![\w.*-])/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(3)
  for (const name of named) expect(existsSync(join(root, 'deploy', name)), name).toBe(true)
})

test('the units start what a release holds', async () => {
  for (const name of ['foerste-snak.service', 'foerste-snak-backup.service']) {
    const unit = await readFile(join(root, 'deploy', name), 'utf8')
    const commands = [
      ...unit.matchAll(
        /^ExecStart(?:Pre)?=\/usr\/bin\/node \/opt\/foerste-snak\/current\/server\.mjs (\w+)/gm,
      ),
    ]
    expect(commands.length).toBeGreaterThan(0)
    for (const [, command = ''] of commands) expect(['check', 'serve', 'backup']).toContain(command)
  }
})
