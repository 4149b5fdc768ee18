import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, utimes, writeFile } from 'node:fs/promises'
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
      .filter(({ tag }) => tag === 'run: server')
      .map(({ text }) => text)
      .filter(text => text.includes('tar -xzf /srv/incoming') || text.includes('tar -xzf "/srv/incoming'))
      .map(text =>
        text
          .split('\n')
          .filter(line => /^(release=|tar |ln |mv -T )/.test(line))
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
  // `check` refuses a folder for the data that others may look into; a new volume takes the mode of this one.
  expect(file).toMatch(/^RUN mkdir -m 0700 \/var\/lib\/foerste-snak /m)
  expect(file).toMatch(/^CMD .*server\.mjs check && exec node server\.mjs serve/m)
})

test('a step that fails ends the upgrade before anything that is served is touched', async () => {
  const upgrade = blocksOf(page).find(({ text }) => text.includes('echo Upgraded.'))
  const lines = upgrade?.text.trim().split('\n') ?? []
  expect([lines[0], lines[1], lines.at(-1)]).toEqual(['(', 'set -eu', ')'])
  const at = (of: RegExp): number => {
    const found = lines.findIndex(line => of.test(line))
    expect(found, String(of)).toBeGreaterThan(0)
    return found
  }
  const check = at(/server next check$/)
  expect(at(/^server current backup /)).toBeLessThan(check)
  for (const turns of [/^cp .*systemd\/system/, /^mv .*keys\.json$/, /^mv -T /, /^systemctl restart/])
    expect(at(turns), String(turns)).toBeGreaterThan(check)
  const before = lines.slice(0, check).join('\n')
  expect(before).not.toMatch(/ \/etc\/foerste-snak\/keys\.json|\/current$/m)
  const { stdout } = await run('bash', ['-c', `(\nset -eu\nfalse\necho Upgraded.\n)\necho on`])
  expect(stdout).toBe('on\n')
})

test('a restore that is refused ends before the identity of the backups is shredded', async () => {
  const restore = blocksOf(page).find(({ tag }) => tag === 'run: restore')?.text ?? ''
  const standIns =
    'install() { :; }; node() { echo refused; return 1; }; chown() { :; }; shred() { echo shredded; }'
  const { stdout } = await run('bash', ['-c', `${standIns}\n${restore}\necho on`])
  expect(stdout).toBe('refused\non\n')
})

test('a certificate that certbot renewed is put where nginx reads it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'renewed-'))
  try {
    const text = await readFile(join(root, 'deploy/renewed-certificate.sh'), 'utf8')
    const script = text
      .replaceAll('/etc/ssl/', `${dir}/ssl/`)
      .replace('systemctl reload nginx', 'echo reloaded')
    for (const folder of ['live', 'ssl/foerste-snak']) await mkdir(join(dir, folder), { recursive: true })
    for (const name of ['fullchain.pem', 'privkey.pem']) await writeFile(join(dir, 'live', name), name)
    const { stdout } = await run('sh', ['-c', script], {
      env: { ...process.env, RENEWED_LINEAGE: join(dir, 'live') },
    })
    expect(stdout).toBe('reloaded\n')
    const conf = await readFile(join(root, 'deploy/nginx.conf'), 'utf8')
    for (const [name, mode] of [
      ['fullchain.pem', 0o644],
      ['privkey.pem', 0o600],
    ] as const) {
      const placed = join(dir, 'ssl/foerste-snak', name)
      expect(await readFile(placed, 'utf8')).toBe(name)
      expect((await stat(placed)).mode & 0o777).toBe(mode)
      expect(conf).toContain(` /etc/ssl/foerste-snak/${name};`)
    }
    expect((await stat(join(root, 'deploy/renewed-certificate.sh'))).mode & 0o111).not.toBe(0)
  } finally {
    await rm(dir, { recursive: true })
  }
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
        /^ExecStart(?:Pre|Post)?=-?\/usr\/bin\/node \/opt\/foerste-snak\/current\/server\.mjs (\w+)/gm,
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
