// The country, simulated: 98 made-up municipalities with a year of requests, replayed in minutes against two processes on
// one PostgreSQL, a schema each. Assumed (docs/operations.md): 416 requests a year each, one message to a request, closed
// after a week. `npm run test:all` runs a few weeks; `tsx tests/drills/country.ts 98 52` the year.
import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request as call } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SEALED_BYTES } from '../../src/core/contract/index.ts'
import { fingerprint, makeMember, makeTeam } from '../../src/core/sealing/index.ts'
import { dayOf } from '../../src/core/calendar/days.ts'
import { hashToken } from '../../src/core/sealing/hash-token.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import type { Store } from '../../src/intake/store/store.ts'
import { query, startPostgres } from '../intake/postgres.ts'
import { alva, kept } from '../intake/store/builders.ts'

const [municipalities = 12, weeks = 6] = process.argv.slice(2).map(Number)
const A_WEEK_EACH = 8
const CALLERS = 4
/** As many are looked after at once: a process takes one after another, and there are two. */
const LANES = 2
const WEEK_MS = 7 * 86_400_000

type One = { readonly name: string; readonly store: Store; ids: string[]; before: string[] }
type Said = { readonly address?: string; readonly rss: number }

// Ended early, it tells what it has measured until then.
let isStopped = false
process.once('SIGTERM', () => {
  isStopped = true
})

const dir = await mkdtemp(join(tmpdir(), 'country-'))
const server = await startPostgres(undefined, ['max_connections=800'])
const children: ChildProcess[] = []
function own(name: string): string {
  return server.url.replace('test@', `${name}@`)
}

/** Schemas, keys and pages: one team's keys for all would be refused, so each has its own. */
async function setUp(names: readonly string[]): Promise<string> {
  const entries = []
  for (const name of names) {
    await query(server.url, `create role ${name} login; create schema ${name} authorization ${name}`)
    const [team, { member }] = [await makeTeam(), await makeMember('Alva')]
    const [recipient, recovery] = team.recipients
    const epoch = { epoch: 1, recipient, recovery, signer: team.team.signer, since: '2026-01-01' }
    const members = [{ name: 'Alva', signing: member.member, recipient: member.recipient, wrapped: [] }]
    const keys = { v: 2, demo: false, recipients: team.recipients, epochs: [epoch], members }
    await writeFile(join(dir, `${name}.json`), JSON.stringify(keys))
    await mkdir(join(dir, `${name}-site`))
    const build = { fingerprint: fingerprint(team.recipients, team.signers), demo: false }
    await writeFile(join(dir, `${name}-site`, 'build.json'), JSON.stringify(build))
    await writeFile(join(dir, `${name}-site`, 'index.html'), '<!doctype html>')
    entries.push({
      name,
      origin: `https://${name}.example.dk`,
      inboxHost: `inbox.${name}.example.dk`,
      keysFile: `${name}.json`,
      siteDir: `${name}-site`,
      databaseUrl: own(name),
    })
  }
  await writeFile(join(dir, 'list.json'), JSON.stringify(entries))
  return join(dir, 'list.json')
}

async function startOne(list: string): Promise<{ address: string; rss: number }> {
  const env = { ...process.env, PORT: '0', TRUST_PROXY: '1', NODE_ENV: 'test', PROOF_SECRET: 'x'.repeat(32) }
  const child = fork(join(import.meta.dirname, 'country-process.ts'), [list], {
    env,
    execArgv: ['--import', 'tsx'],
  })
  children.push(child)
  const [{ address = '', rss }] = (await once(child, 'message')) as [Said]
  return { address, rss }
}

async function ask(child: ChildProcess, message: { ahead?: number }): Promise<Said> {
  const answer = once(child, 'message') as Promise<[Said]>
  child.send(message)
  return (await answer)[0]
}

/** Week after week: its requests and messages, those of the week before closed, what is out of its time erased. */
async function year(ones: readonly One[], addresses: readonly string[]): Promise<void> {
  const waits: number[] = []
  const during: number[] = []
  const upkeep: number[] = []
  let refused = 0
  let erased = 0
  let week = 0
  for (; week < weeks && !isStopped; week++) {
    const ahead = week * WEEK_MS
    for (const child of children) await ask(child, { ahead })
    const at = { today: dayOf(Date.now() + ahead), now: Date.now() + ahead, by: alva }
    const posts = ones.flatMap(one => Array.from({ length: A_WEEK_EACH }, () => one))
    refused += await send(shuffled(posts), addresses, waits)
    await inLanes(ones, async one => {
      const requests = one.before.map(id => ({ id, from: 'new' as const }))
      if (requests.length > 0) await one.store.setStates({ state: 'closed', requests }, at)
      ;[one.before, one.ids] = [one.ids, []]
    })
    const from = performance.now()
    const trickle = { isOver: false }
    const meanwhile = trickleTo(ones, addresses, during, trickle)
    await inLanes(ones, async ({ store }) => {
      const { requests } = await store.sweep(kept, at)
      erased += requests
    })
    upkeep.push(performance.now() - from)
    trickle.isOver = true
    await meanwhile
  }
  const last = { today: dayOf(Date.now() + week * WEEK_MS), now: Date.now() + week * WEEK_MS }
  const from = performance.now()
  await inLanes(ones, ({ store }) => store.mix(last))
  const mixed = performance.now() - from
  const [{ size }] = (await query(
    server.url,
    'select round(pg_database_size(current_database()) / 1e6)::int as size',
  )) as [{ size: number }]
  console.log(
    `${week} of ${weeks} weeks: ${waits.length} requests with a message each, ${refused} calls refused, ${erased} erased, ${size} MB`,
  )
  console.log(`a call: p50 ${p(waits, 0.5)} ms, p99 ${p(waits, 0.99)} ms, worst ${p(waits, 1)} ms`)
  console.log(`a call while it is swept: p50 ${p(during, 0.5)} ms, p99 ${p(during, 0.99)} ms`)
  console.log(`sweeping all, ${LANES} at once: ${p(upkeep, 0.5)} ms, the longest ${p(upkeep, 1)} ms`)
  console.log(`changing places in all, ${LANES} at once: ${Math.round(mixed)} ms`)
  if (refused > 0) throw new Error(`${refused} calls were refused`)
}

/** Sends a request and a message for each, by some callers at once. @returns how many calls were refused */
async function send(to: readonly One[], addresses: readonly string[], waits: number[]): Promise<number> {
  const left = [...to]
  let refused = 0
  async function caller(): Promise<void> {
    for (let one = left.pop(); one !== undefined; one = left.pop()) {
      const address = addresses[left.length % addresses.length] ?? ''
      const token = randomBytes(32).toString('base64url')
      const from = performance.now()
      const post = { id: randomUUID(), sealed: sealed(), mailbox: hashToken(token) }
      if ((await postTo(address, one.name, '/api/requests', post)) !== 201) refused++
      waits.push(performance.now() - from)
      one.ids.push(post.id)
      const message = { id: randomUUID(), sealed: sealed() }
      if ((await postTo(address, one.name, '/api/mailbox/messages', message, token)) !== 201) refused++
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
  return refused
}

/** One call after another while something else goes on. */
async function trickleTo(
  ones: readonly One[],
  addresses: readonly string[],
  waits: number[],
  until: { readonly isOver: boolean },
): Promise<void> {
  for (let n = 0; !until.isOver; n++) {
    const one = ones[n % ones.length]
    if (one) await send([one], addresses, waits)
  }
}

/** The same for each municipality, some at once. */
async function inLanes(ones: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  const left = [...ones]
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one)
    }),
  )
}

const agent = new Agent({ keepAlive: true, maxSockets: CALLERS })
const texts = Array.from({ length: 100 }, () => randomBytes(SEALED_BYTES).toString('base64url'))
const sealed = (): string => texts[Math.floor(Math.random() * texts.length)] ?? ''

function postTo(address: string, name: string, path: string, body: object, token?: string): Promise<number> {
  return new Promise((done, fail) => {
    const sent = call(
      new URL(path, address),
      {
        agent,
        method: 'POST',
        headers: {
          host: `${name}.example.dk`,
          'content-type': 'application/json',
          'x-forwarded-for': `10.${[...randomBytes(3)].join('.')}`,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
      },
      answer => {
        answer.resume()
        answer.on('end', () => {
          done(answer.statusCode ?? 0)
        })
      },
    )
    sent.on('error', fail)
    sent.end(JSON.stringify(body))
  })
}

const p = (of: readonly number[], share: number): number =>
  Math.round([...of].sort((a, b) => a - b)[Math.floor((of.length - 1) * share)] ?? NaN)
const mb = (bytes: number): number => Math.round(bytes / 1e6)
const shuffled = <T>(of: readonly T[]): T[] =>
  of
    .map(one => ({ one, by: Math.random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one)

async function main(): Promise<void> {
  try {
    const names = Array.from({ length: municipalities }, (_, n) => `kommune${n}`)
    const list = await setUp(names)
    const began = performance.now()
    const first = await startOne(list)
    const firstMs = performance.now() - began
    const second = await startOne(list)
    console.log(
      `${municipalities} municipalities: first start ${Math.round(firstMs)} ms (tables made), ` +
        `second ${Math.round(performance.now() - began - firstMs)} ms; ${mb(first.rss)} and ${mb(second.rss)} MB`,
    )
    const ones: One[] = []
    for (const name of names) {
      const store = await openStore({ databaseUrl: own(name) }, { connections: 1 })
      ones.push({ name, store, ids: [], before: [] })
    }
    await year(ones, [first.address, second.address])
    const memory = await Promise.all(children.map(child => ask(child, {})))
    console.log(`memory at the end: ${memory.map(said => mb(said.rss)).join(' and ')} MB`)
    for (const { store } of ones) await store.close()
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

await main()
