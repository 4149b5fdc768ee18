import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SEALED_BYTES, type RequestPost } from '../src/core/contract/index.ts'
import { createApp } from '../src/intake/http/app.ts'
import { dayOf } from '../src/core/calendar/days.ts'
import { fixedTeam } from '../src/intake/staff/team-book.ts'
import { openStore } from '../src/intake/store/open-store.ts'
import { createToday } from '../src/intake/today.ts'
import { readTeam } from '../src/intake/staff/team.ts'

const SECONDS = 4
const CONNECTIONS = 32

/** Durable accepted requests a second: the intake against a bare `node:http` over the same store, in turns. */
export async function measureLoad(keysDir: string): Promise<void> {
  const runs: Record<'bare' | 'intake', Run[]> = { bare: [], intake: [] }
  for (let turn = 0; turn < 3; turn++) {
    runs.bare.push(await perSecond(startBare))
    runs.intake.push(await perSecond(url => startReal(keysDir, url)))
  }
  const middle = (of: readonly Run[], part: keyof Run): number =>
    of.map(run => run[part]).sort((a, b) => a - b)[1] ?? NaN
  const row = (of: readonly Run[]) => ({
    'a second': Math.round(middle(of, 'perSecond')),
    'p50 ms': middle(of, 'p50').toFixed(1),
    'p99 ms': middle(of, 'p99').toFixed(1),
    'CPU ms a request, caller included': middle(of, 'cpuMs').toFixed(2),
  })
  console.log(
    `Durable accepted requests a second, ${CONNECTIONS} connections, middle of 3 (goal: 0.9 of the bare one)`,
  )
  console.table({
    'bare node:http, same store': row(runs.bare),
    intake: row(runs.intake),
    ratio: { 'a second': (middle(runs.intake, 'perSecond') / middle(runs.bare, 'perSecond')).toFixed(2) },
  })
}

type Started = { port: number; stop: () => Promise<void> }

async function startBare(dataDir: string): Promise<Started> {
  const store = await openStore({ dataDir })
  const server = createServer((incoming, answer) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const post = JSON.parse(Buffer.concat(parts).toString()) as RequestPost
      void store.acceptRequest(post, { today: dayOf(Date.now()), now: Date.now() }).then(() => {
        answer.writeHead(201).end()
      })
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
      await store.close()
    },
  }
}

async function startReal(keysDir: string, dataDir: string): Promise<Started> {
  const store = await openStore({ dataDir })
  const team = await readTeam(join(keysDir, 'keys.json'))
  const app = createApp({
    store,
    now: Date.now,
    today: createToday(Date.now),
    log: () => undefined,
    // Neither the limits of one caller nor those of all together are what is measured here.
    settings: {
      trustProxy: 1,
      inboxHost: null,
      https: false,
      staffOrigin: null,
      together: { burst: 1e9, perSecond: 1e9 },
    },
    recipients: team.recipients,
    fingerprint: team.fingerprint,
    team: fixedTeam(team.members),
    site: null,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    port: (app.server.address() as AddressInfo).port,
    stop: async () => {
      app.server.closeAllConnections()
      await app.close()
      await store.close()
    },
  }
}

/** One run: accepted requests a second, how long one waited (ms), and the CPU time of one, with the caller's (ms). */
type Run = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly cpuMs: number }

async function perSecond(start: (dataDir: string) => Promise<Started>): Promise<Run> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-load-'))
  const { port, stop } = await start(dataDir)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const until = Date.now() + SECONDS * 1000
  const cpu = process.cpuUsage()
  const waits: number[] = []
  const caller = async (): Promise<void> => {
    while (Date.now() < until) {
      const from = performance.now()
      if ((await postOne(port, agent)) === 201) waits.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, caller))
  const { user, system } = process.cpuUsage(cpu)
  agent.destroy()
  await stop()
  await rm(dataDir, { recursive: true, force: true })
  waits.sort((a, b) => a - b)
  const at = (share: number): number => waits[Math.floor((waits.length - 1) * share)] ?? NaN
  const cpuMs = (user + system) / 1000 / waits.length
  return { perSecond: waits.length / SECONDS, p50: at(0.5), p99: at(0.99), cpuMs }
}

function postOne(port: number, agent: Agent): Promise<number | undefined> {
  const body = JSON.stringify({
    id: randomUUID(),
    sealed: randomBytes(SEALED_BYTES).toString('base64url'),
    mailbox: randomBytes(32).toString('base64url'),
  } satisfies RequestPost)
  const from = randomBytes(3)
  return new Promise((done, fail) => {
    const call = request(
      {
        port,
        agent,
        method: 'POST',
        path: '/api/requests',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-forwarded-for': `10.${from.join('.')}`,
        },
      },
      answer => {
        answer.resume()
        answer.on('end', () => {
          done(answer.statusCode)
        })
      },
    )
    call.on('error', fail)
    call.end(body)
  })
}
