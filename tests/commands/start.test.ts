import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { readTeam } from '../../src/intake/staff/team.ts'
import { builtSite } from '../intake/http/built-site.ts'
import { freePort } from '../free-port.ts'

const root = resolve(import.meta.dirname, '../..')
let keys: string
let fingerprint: string

beforeAll(async () => {
  keys = await mkdtemp(join(tmpdir(), 'start-keys-'))
  await makeKeys(keys, 'Demo', true)
  fingerprint = (await readTeam(join(keys, 'keys.json'))).fingerprint
})
afterAll(() => rm(keys, { recursive: true, force: true }))

type Started = { readonly process: ChildProcess; readonly port: number; printed: () => string }

/** Runs `npm start` as people do, without a build. */
async function npmStart({ without }: { without?: string } = {}): Promise<Started> {
  const port = await freePort()
  const site = await builtSite({ fingerprint, demo: true })
  const dataDir = await mkdtemp(join(tmpdir(), 'start-'))
  await cp(keys, dataDir, { recursive: true })
  if (without !== undefined) await rm(join(dataDir, without))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const npm = spawn('npm', ['start'], {
    cwd: root,
    detached: true, // a group of its own, so that nothing of it outlives a test that fails
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      INTAKE_DATA: dataDir,
      SITE_DIR: site,
      SKIP_BUILD: '1',
      PORT: String(port),
    },
  })
  let printed = ''
  const read = (part: Buffer): void => {
    printed += part.toString()
  }
  npm.stdout.on('data', read)
  npm.stderr.on('data', read)
  onTestFinished(() => {
    try {
      process.kill(-(npm.pid ?? 0), 'SIGKILL')
    } catch {
      // It has ended, and all of its group.
    }
  })
  return { process: npm, port, printed: () => printed }
}

test.each([
  ['SIGTERM', 'to npm alone'],
  ['SIGINT', 'to all of them, as a terminal does'],
] as const)('%s %s ends the server, which says so', { timeout: 30_000 }, async (signal, way) => {
  const started = await npmStart()
  await expect.poll(started.printed, { timeout: 20_000 }).toContain('Press Ctrl+C to stop')
  const ended = once(started.process, 'exit')
  process.kill(way === 'to npm alone' ? started.process.pid! : -started.process.pid!, signal)
  // npm passes the signal on once more. That can reach a server that has stopped already, while its process ends.
  const ways =
    way === 'to npm alone'
      ? [[0, null]]
      : [
          [0, null],
          [null, 'SIGINT'],
        ]
  expect(ways).toContainEqual(await ended)
  expect(started.printed()).toContain('"event":"stopped"')
  await expect(fetch(`http://127.0.0.1:${started.port}/healthz`)).rejects.toThrow()
})

test(
  'without the demo’s key file the app runs, and says what is not there',
  { timeout: 30_000 },
  async () => {
    const started = await npmStart({ without: 'demo.key.json' })
    await expect.poll(started.printed, { timeout: 20_000 }).toContain('Press Ctrl+C to stop')
    expect(started.printed()).toMatch(/^No made-up times were published: ENOENT/m)
    expect(started.printed()).not.toContain('by choosing the key file')
    expect((await fetch(`http://127.0.0.1:${started.port}/healthz`)).status).toBe(200)
  },
)

test(
  'a build runs in a program of its own; where it fails, that one says why and the start ends with 1',
  { timeout: 60_000 },
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'start-build-'))
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    await writeFile(join(dir, 'keys.json'), '{}')
    const env = { PATH: process.env['PATH'], INTAKE_DATA: dir, SITE_DIR: join(dir, 'site'), PORT: '0' }
    const start = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/commands/start.ts')], { env })
    let printed = ''
    for (const out of [start.stdout, start.stderr]) out.on('data', part => (printed += String(part)))
    expect(await once(start, 'close')).toEqual([1, null])
    expect(printed.match(/KEYS_FILE/g)).toHaveLength(1)
    expect(printed).toMatch(/The pages could not be built\.\n$/)
  },
)
