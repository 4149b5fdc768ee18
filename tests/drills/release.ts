// A release made twice, in two folders, is the same bytes, and with other keys has another name; what it holds serves on
// each Node that is promised, with nothing else on the machine, and with the calls of the system alone that its units allow.
// Takes minutes and fetches Node from the npm registry: part of `npm run test:all`.
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { symlinkSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { filesBelow } from '../../src/commands/release/tarball.ts'
import { canTrace } from './system-calls.ts'
import { refusedByUnits } from './under-unit.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
/** The oldest that `engines` names, and the two that are looked after upstream. */
const VERSIONS = ['20', '22', '24']
/** Megabytes when unpacked. */
const MOST_MB = 30
const MUST_HOLD = [
  ...['server.mjs', 'package.json', 'sbom.cdx.json', 'LICENCES.txt', 'LICENSE', 'docs/operations.md'],
  ...[
    'site/index.html',
    'site/inbox.html',
    'site/build.json',
    'deploy/foerste-snak.service',
    'deploy/nginx.conf',
  ],
  ...['migrations/sqlite/0001-first.sql', 'migrations/postgres/0001-first.sql'],
]

const dir = await mkdtemp(join(tmpdir(), 'release-'))
try {
  const made: { tarball: string; hash: string }[] = []
  for (const name of ['keys', 'other-keys'])
    await run('npx', ['tsx', 'src/commands/keys.ts', 'init', join(dir, name), '--name', 'Alva'], {
      cwd: root,
    })
  const release = async (clone: string, keys: string): Promise<{ tarball: string; hash: string }> => {
    const { stdout } = await run('npm', ['run', '--silent', 'release', '--', '--out', join(clone, 'out')], {
      cwd: clone,
      env: { ...process.env, KEYS_FILE: join(dir, keys, 'keys.json'), ORIGIN: 'https://snak.example.dk' },
    })
    const lines = stdout.trim().split('\n')
    const tarball = lines.find(line => line.endsWith('.tar.gz')) ?? ''
    return { tarball, hash: hashOf(await readFile(tarball)) }
  }
  for (const name of ['one', 'other/deeper']) {
    const clone = join(dir, name)
    await mkdir(join(clone, '..'), { recursive: true })
    await run('git', ['clone', '--quiet', root, clone])
    symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
    made.push(await release(clone, 'keys'))
  }
  const [first, second] = made
  if (first === undefined || second === undefined || first.hash !== second.hash) {
    throw new Error(`two builds of one commit differ: ${JSON.stringify(made)}`)
  }
  const other = await release(join(dir, 'one'), 'other-keys')
  if (other.tarball === first.tarball || hashOf(await readFile(first.tarball)) !== first.hash)
    throw new Error('a release with other keys took the place of the first')
  const megabytes = Math.round((await stat(first.tarball)).size / 1024 ** 2)
  console.log(`the same bytes twice: ${first.hash} (${megabytes} MB packed)`)

  const place = join(dir, 'place')
  await mkdir(place)
  await run('tar', ['-xzf', first.tarball, '-C', place, '--strip-components=1'])
  await holdsItAll(place)
  for (const version of VERSIONS) await serves(await nodeOf(version), place, version)
  if (await canTrace())
    for (const version of VERSIONS) await staysWithin(await nodeOf(version), place, version)
  else console.log('strace or systemd-analyze is not there: what the units refuse was not looked at')
} finally {
  await rm(dir, { recursive: true, force: true })
}

/** Everything that the page on operation says a release holds, nothing of the workshop, and each file as the list says. */
async function holdsItAll(place: string): Promise<void> {
  const found = await filesBelow(place)
  const { files } = JSON.parse(await readFile(join(place, 'release.json'), 'utf8')) as {
    files: Record<string, string>
  }
  const listed = [...Object.keys(files), 'release.json'].sort()
  if (found.join() !== listed.join()) throw new Error('release.json does not list what is there')
  for (const [path, hash] of Object.entries(files))
    if (hashOf(await readFile(join(place, path))) !== hash) throw new Error(`${path} has another hash`)
  for (const path of MUST_HOLD) if (!found.includes(path)) throw new Error(`${path} is not in the release`)
  const packages = new Set(found.flatMap(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))
  if ([...packages].join() !== '@photostructure/sqlite,node-gyp-build')
    throw new Error(`the release ships ${[...packages].join(', ')}`)
  let bytes = 0
  for (const path of found) bytes += (await stat(join(place, path))).size
  const megabytes = bytes / 1024 ** 2
  console.log(`${found.length} files, ${megabytes.toFixed(1)} MB unpacked`)
  if (megabytes > MOST_MB) throw new Error('the release has grown')
}

/** SHA-256, hex. */
function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A Node of this major version, as the npm package `node` brings it. */
async function nodeOf(version: string): Promise<string> {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath
  const home = join(dir, `node-${version}`)
  await mkdir(home, { recursive: true })
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, `node@${version}`], { cwd: home })
  return join(home, 'node_modules/node/bin/node')
}

/** The units let it do what it does, on this Node. */
async function staysWithin(node: string, release: string, version: string): Promise<void> {
  const recipient = await identityToRecipient(await generateIdentity())
  const work = join(dir, `under-${version}`)
  await mkdir(work)
  for (const path of [dir, work]) await chmod(path, 0o755)
  const refused = await refusedByUnits(
    node,
    { release, keysFile: join(dir, 'keys/keys.json'), recipient },
    work,
  )
  if (refused.length > 0) throw new Error(`Node ${version}: the units refuse ${refused.join(', ')}`)
  console.log(`within its units on Node ${version}`)
}

/** Starts the server with nothing in its environment, asks for a page and readiness, stops it. */
async function serves(node: string, place: string, version: string): Promise<void> {
  const data = await mkdtemp(join(dir, 'data-'))
  await cp(join(dir, 'keys/keys.json'), join(data, 'keys.json'))
  const env = { INTAKE_DATA: data, SITE_DIR: join(place, 'site'), PORT: '0' }
  const child = spawn(node, [join(place, 'server.mjs')], {
    env,
    cwd: data,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(done => child.once('exit', done))
  let said = ''
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString()
  })
  let address: string | undefined
  for (let tried = 0; address === undefined && tried < 100; tried++) {
    await wait(100)
    address = /"address":"([^"]+)"/.exec(said)?.[1]
  }
  if (address === undefined) throw new Error(`Node ${version}: it did not start: ${said}`)
  for (const path of ['/readyz', '/', '/en/contact', '/inbox']) {
    const { status } = await fetch(address + path)
    if (status !== 200) throw new Error(`Node ${version}: ${path} answered ${status}`)
  }
  child.kill('SIGTERM')
  const code = await ended
  if (code !== 0) throw new Error(`Node ${version}: it ended with ${String(code)}`)
  console.log(`serves on Node ${version}`)
}
