import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/intake/settings/config.ts'
import { blocksOf } from '../drills/page-blocks.ts'

const run = promisify(execFile)
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
  const commands = ['SKIP_BUILD', 'MUNICIPALITIES', 'MUNICIPALITY', 'BACKUP_RECIPIENT', 'TLS_CERTIFICATE']
  expect([...read].sort()).toEqual(told.filter(name => !commands.includes(name)).sort())
})

test('the settings to copy are settings of the table', async () => {
  const file = await readFile(join(root, 'deploy/foerste-snak.env'), 'utf8')
  const names = [...file.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(8)
  for (const name of names) expect(page, name).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'))
})

test('every file of deploy is named', async () => {
  const copied = 'deploy/foerste-snak*.{service,socket,timer}'
  for (const name of await readdir(join(root, 'deploy'))) {
    const told = /^foerste-snak.*\.(service|socket|timer)$/.test(name) ? copied : `deploy/${name}`
    expect(page).toContain(told)
  }
})

// A second release lies beside the first one's tarball, and one of the same day may come earlier in the alphabet.
test('putting in place and upgrading take the tarball that came last', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'place-'))
  try {
    const steps = blocksOf(page)
      .map(({ text }) => text)
      .filter(text => text.includes('tar -xzf /srv/incoming') || text.includes('tar -xzf "/srv/incoming'))
      .map(text =>
        text
          .split('\n')
          .filter(line => /^(release=|tar |ln |mv )/.test(line))
          .join('\n')
          .replaceAll('/srv/', `${dir}/srv/`)
          .replaceAll('/opt/', `${dir}/opt/`),
      )
    expect(steps).toHaveLength(2)
    await mkdir(join(dir, 'srv/incoming'), { recursive: true })
    await mkdir(join(dir, 'opt/foerste-snak'), { recursive: true })
    for (const [at, name] of [
      'foerste-snak-2026.11.27-bbbbbbbb',
      'foerste-snak-2026.11.27-aaaaaaaa',
    ].entries()) {
      await mkdir(join(dir, name))
      await writeFile(join(dir, name, 'server.mjs'), '')
      const tarball = join(dir, 'srv/incoming', `${name}.tar.gz`)
      await run('tar', ['-czf', tarball, '-C', dir, name])
      await utimes(tarball, 1_800_000_000 + at, 1_800_000_000 + at)
      await run('bash', ['-euo', 'pipefail', '-c', steps[at] ?? ''])
      expect(await readlink(join(dir, 'opt/foerste-snak/current'))).toBe(join(dir, 'opt/foerste-snak', name))
    }
  } finally {
    await rm(dir, { recursive: true })
  }
})

test('the container has what a release holds, and the Node that the page installs', async () => {
  const file = await readFile(join(root, 'deploy/Containerfile'), 'utf8')
  const copied = [...file.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '))
  expect(copied.sort()).toEqual(['node_modules', 'package.json', 'release.json', 'server.mjs', 'site'])
  expect(/node:(\d+)-/.exec(file)?.[1]).toBe(/\/dist\/v(\d+)\./.exec(page)?.[1])
  expect(file).toMatch(/^USER node$/m)
})

test('what the page says lies in deploy lies there', () => {
  const named = [...page.matchAll(/deploy\/([\w.-]+\w)(?![\w.*-])/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(3)
  for (const name of named) expect(existsSync(join(root, 'deploy', name)), name).toBe(true)
})

test('the units start what a release holds', async () => {
  const services = (await readdir(join(root, 'deploy'))).filter(name => name.endsWith('.service'))
  expect(services).toHaveLength(7)
  for (const name of services) {
    const unit = await readFile(join(root, 'deploy', name), 'utf8')
    const commands = [
      ...unit.matchAll(
        /^ExecStart(?:Pre)?=\/usr\/bin\/node \/opt\/foerste-snak\/current\/server\.mjs (\w+)/gm,
      ),
    ]
    expect(commands.length).toBeGreaterThan(0)
    for (const [, command = ''] of commands) expect(['check', 'serve', 'backup', 'prune']).toContain(command)
  }
})

test('each backup has its timer, and the page starts all', async () => {
  for (const of of ['backup', 'backup@', 'daily', 'daily@', 'erased', 'erased@']) {
    const timer = await readFile(join(root, `deploy/foerste-snak-${of}.timer`), 'utf8')
    expect(timer).toMatch(/^OnCalendar=/m)
    expect(existsSync(join(root, `deploy/foerste-snak-${of}.service`)), of).toBe(true)
  }
  const commands = page.replaceAll(/ \\\n\s*/g, ' ')
  for (const of of ['backup', 'daily', 'erased']) {
    expect(commands).toMatch(new RegExp(`^systemctl enable --now .*foerste-snak-${of}\\.timer`, 'm'))
    expect(commands).toMatch(new RegExp(`^systemctl enable --now .*foerste-snak-${of}@`, 'm'))
  }
})
