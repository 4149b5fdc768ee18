// A release made twice, in two folders, is the same bytes; and what it holds serves on each Node that is promised,
// with nothing else on the machine. Takes minutes and fetches Node from the npm registry: part of `npm run test:all`.
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { symlinkSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
/** The oldest that `engines` names, and the two that are looked after upstream. */
const VERSIONS = ['20', '22', '24']

const dir = await mkdtemp(join(tmpdir(), 'release-'))
try {
  const made: { tarball: string; hash: string }[] = []
  await run('npx', ['tsx', 'src/commands/keys.ts', 'init', join(dir, 'keys'), '--name', 'Alva'], {
    cwd: root,
  })
  for (const name of ['one', 'other/deeper']) {
    const clone = join(dir, name)
    await mkdir(join(clone, '..'), { recursive: true })
    await run('git', ['clone', '--quiet', root, clone])
    symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
    const { stdout } = await run('npm', ['run', '--silent', 'release', '--', '--out', join(clone, 'out')], {
      cwd: clone,
      env: { ...process.env, KEYS_FILE: join(dir, 'keys/keys.json'), ORIGIN: 'https://snak.example.dk' },
    })
    const tarball =
      stdout
        .trim()
        .split('\n')
        .find(line => line.endsWith('.tar.gz')) ?? ''
    made.push({
      tarball,
      hash: createHash('sha256')
        .update(await readFile(tarball))
        .digest('hex'),
    })
  }
  const [first, second] = made
  if (first === undefined || second === undefined || first.hash !== second.hash) {
    throw new Error(`two builds of one commit differ: ${JSON.stringify(made)}`)
  }
  const megabytes = Math.round((await stat(first.tarball)).size / 1024 ** 2)
  console.log(`the same bytes twice: ${first.hash} (${megabytes} MB packed)`)

  const place = join(dir, 'place')
  await mkdir(place)
  await run('tar', ['-xzf', first.tarball, '-C', place, '--strip-components=1'])
  for (const version of VERSIONS) await serves(await nodeOf(version), place, version)
} finally {
  await rm(dir, { recursive: true, force: true })
}

/** A Node of this major version, as the npm package `node` brings it. */
async function nodeOf(version: string): Promise<string> {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath
  const home = join(dir, `node-${version}`)
  await mkdir(home)
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, `node@${version}`], { cwd: home })
  return join(home, 'node_modules/node/bin/node')
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
