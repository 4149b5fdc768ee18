import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeKeys } from '../../src/commands/keys.ts'
import { readTeam } from '../../src/intake/team.ts'
import { builtSite } from '../intake/http/built-site.ts'

const root = resolve(import.meta.dirname, '../..')
let dataDir: string
let fingerprint: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'start-'))
  await makeKeys(dataDir, 'Demo', true)
  fingerprint = (await readTeam(join(dataDir, 'keys.json'))).fingerprint
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

type Started = { readonly process: ChildProcess; readonly port: number; printed: () => string }

/** Runs `npm start` as people do, without a build. */
async function npmStart(env: Record<string, string> = {}): Promise<Started> {
  const port = await freePort()
  const site = await builtSite({ fingerprint, demo: true })
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
      ...env,
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
  expect(await ended).toEqual([0, null])
  expect(started.printed()).toContain('"event":"stopped"')
  await expect(fetch(`http://127.0.0.1:${started.port}/healthz`)).rejects.toThrow()
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
