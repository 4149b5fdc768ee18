import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { makeTeam } from '../../../src/core/sealing/index.ts'
import type { LogEntry } from '../../../src/intake/log.ts'
import { bearer, requestOf, signedIn, startTestIntake, token } from './intake.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('no call builds a formatter: each holds memory that garbage collection does not see', async () => {
  const intake = await startTestIntake()
  const staff = await signedIn(intake)
  const code = token()
  const body = requestOf(code)
  await intake.app.inject({ method: 'POST', url: '/api/requests', body })
  const everyCall = async () => {
    for (const [url, headers] of [
      ['/healthz', {}],
      ['/readyz', {}],
      ['/api/recipients', {}],
      ['/api/slots?kind=youth-talk', {}],
      ['/api/mailbox', bearer(code)],
      ['/api/staff/requests', staff],
      ['/api/staff/slots', staff],
      ['/nowhere', {}],
    ] as const) {
      await intake.app.inject({ method: 'GET', url, headers })
    }
    await intake.app.inject({ method: 'POST', url: '/api/requests', body })
  }
  await everyCall()
  const built = (['DateTimeFormat', 'ListFormat', 'NumberFormat', 'Collator', 'PluralRules'] as const).map(
    name => vi.spyOn(Intl, name),
  )
  await everyCall()
  expect(built.flatMap(spy => spy.mock.calls)).toEqual([])
})

test('memory stays level over 4,000 calls', { timeout: 60_000 }, async () => {
  const { pid, port } = await startProcess()
  await callOften(port, 1_500) // what is built once, and the garbage a young process lets lie
  const before = await residentMB(pid)
  await callOften(port, 4_000)
  expect((await residentMB(pid)) - before).toBeLessThan(50) // with a formatter an answer: 100 and more
})

async function startProcess(): Promise<{ pid: number; port: number }> {
  const dir = await mkdtemp(join(tmpdir(), 'intake-lean-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const { recipients, team } = await makeTeam()
  const [recipient, recovery] = recipients
  const epochs = [{ epoch: 1, recipient, recovery, signer: team.signer, since: '2026-01-01' }]
  const keys = { v: 2, demo: true, recipients: [recipient, recovery], epochs, members: [] }
  await writeFile(join(dir, 'keys.json'), JSON.stringify(keys))
  const env = { PATH: process.env['PATH'], INTAKE_DATA: dir, PORT: '0' }
  const child = fileURLToPath(new URL('child.ts', import.meta.url))
  const started = spawn(process.execPath, ['--import', 'tsx', child], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(started, 'exit').then(() => {
    throw new Error('it ended')
  })
  onTestFinished(async () => {
    started.kill('SIGKILL')
    await ended.catch(() => undefined)
  })
  const [line] = (await Promise.race([once(started.stdout, 'data'), ended])) as [Buffer]
  const said = JSON.parse(line.toString().split('\n')[0] ?? '') as LogEntry
  if (said.event !== 'started' || started.pid === undefined) throw new Error('it did not start')
  return { pid: started.pid, port: Number(new URL(said.address).port) }
}

async function callOften(port: number, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  let left = count
  const caller = async () => {
    while (left-- > 0) {
      await new Promise<void>((done, fail) => {
        request({ port, agent, path: '/healthz' }, answer => {
          answer.resume().on('end', done)
        })
          .on('error', fail)
          .end()
      })
    }
  }
  await Promise.all(Array.from({ length: 16 }, caller))
  agent.destroy()
}

async function residentMB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000
}
