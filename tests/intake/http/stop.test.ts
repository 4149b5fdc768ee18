import { everyRequest } from '../store/builders.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { makeTeam } from '../../../src/core/sealing/index.ts'
import type { LogEntry } from '../../../src/intake/log.ts'
import { openStore } from '../../../src/intake/store/open-store.ts'
import { requestOf, token } from './intake.ts'

const child = fileURLToPath(new URL('child.ts', import.meta.url))

async function dataWithKeys(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'intake-stop-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const { recipients, team } = await makeTeam()
  const [recipient, recovery] = recipients
  const epochs = [{ epoch: 1, recipient, recovery, signer: team.signer, since: '2026-01-01' }]
  const keys = { v: 2, demo: true, recipients: [recipient, recovery], epochs, members: [] }
  await writeFile(join(dir, 'keys.json'), JSON.stringify(keys))
  return dir
}

type Started = {
  process: ChildProcess
  port: number
  lines: LogEntry[]
  ended: Promise<[number | null, string | null]>
}

/** Starts the program and waits until it says where it listens. */
async function startProcess(dataDir: string): Promise<Started> {
  const env = { PATH: process.env['PATH'], INTAKE_DATA: dataDir, PORT: '0', TRUST_PROXY: '1' }
  const started = spawn(process.execPath, ['--import', 'tsx', child], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void started.kill('SIGKILL'))
  const ended = once(started, 'exit') as Promise<[number | null, string | null]>
  const lines: LogEntry[] = []
  let text = ''
  await new Promise<void>((resolve, reject) => {
    void ended.then(([code]) => {
      reject(new Error(`it ended with ${code} before it listened`))
    })
    started.stdout.on('data', data => {
      text += String(data)
      const whole = text.split('\n')
      text = whole.pop() ?? ''
      for (const line of whole) lines.push(JSON.parse(line) as LogEntry)
      if (lines.some(line => line.event === 'started')) resolve()
    })
  })
  const { address } = lines.find(line => line.event === 'started')!
  return { process: started, port: Number(new URL(address).port), lines, ended }
}

test('kill -9 under load: every request answered with 201 is there, once', { timeout: 60_000 }, async () => {
  const dataDir = await dataWithKeys()
  const accepted: string[] = []
  const sent: string[] = []
  for (const [round, killAfter] of [15, 40, 70].entries()) {
    const intake = await startProcess(dataDir)
    let answers = 0
    const sender = async (n: number): Promise<void> => {
      for (let i = 0; i < 12; i++) {
        const body = requestOf(token())
        sent.push(body.id)
        // Each from a network of its own, as our proxy would say, so that no limit stands in the way.
        const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.${round}.${n}.${i}` }
        const init = { method: 'POST', headers, body: JSON.stringify(body) }
        const answer = await fetch(`http://127.0.0.1:${intake.port}/api/requests`, init).catch(() => null)
        if (answer === null) return // killed under our hands: the phone would try again
        expect(answer.status).toBe(201)
        accepted.push(body.id)
        if (++answers === killAfter) intake.process.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => sender(n)))
    expect((await intake.ended)[1]).toBe('SIGKILL')
  }
  expect(accepted.length).toBeGreaterThanOrEqual(15 + 40 + 70)

  const store = await openStore({ dataDir })
  onTestFinished(() => store.close())
  const there = (await everyRequest(store)).map(request => request.id)
  expect(new Set(there).size).toBe(there.length)
  expect(accepted.filter(id => !there.includes(id))).toEqual([])
  expect(there.filter(id => !sent.includes(id))).toEqual([])
})

test(
  'told to stop, it takes no more callers, answers the one under way, and ends well',
  { timeout: 30_000 },
  async () => {
    const dataDir = await dataWithKeys()
    const intake = await startProcess(dataDir)
    const request = requestOf(token())
    const body = JSON.stringify(request)

    let answer = ''
    const socket = connect(intake.port, '127.0.0.1')
    socket.on('data', data => (answer += data.toString()))
    await once(socket, 'connect')
    const head = `POST /api/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
    socket.write(head + body.slice(0, 1_000))
    await new Promise(resolve => setTimeout(resolve, 300)) // the headers have arrived, the body has not

    intake.process.kill('SIGTERM')
    await expect.poll(() => callable(intake.port), { timeout: 5_000 }).toBe(false)
    const closed = once(socket, 'close')
    socket.write(body.slice(1_000))
    await closed
    expect(answer).toMatch(/^HTTP\/1\.1 201 /)
    expect(answer.toLowerCase()).toContain('connection: close')
    expect(await intake.ended).toEqual([0, null])
    expect(intake.lines).toContainEqual(
      expect.objectContaining({ event: 'answers', route: '/api/requests', status: 201, count: 1 }),
    )
    expect(intake.lines.at(-1)).toMatchObject({ event: 'stopped', inTime: true })

    const store = await openStore({ dataDir })
    onTestFinished(() => store.close())
    expect((await everyRequest(store)).map(one => one.id)).toEqual([request.id])
  },
)

async function callable(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  )
}
