import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { SEALED_BYTES } from '../../src/core/contract/index.ts'
import { readKeyFile, signIn } from '../../src/core/sealing/index.ts'
import { makeKeys } from '../../src/commands/team-keys.ts'
import { hashToken } from '../../src/core/sealing/hash-token.ts'
import { readMunicipalities } from '../../src/intake/settings/municipalities.ts'
import { readTeam } from '../../src/intake/staff/team.ts'
import { startSeveral } from '../../src/intake/start-several.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { builtLimits } from '../../src/intake/store/limits.ts'
import { builtSite } from './http/built-site.ts'
import { query, startPostgres } from './postgres.ts'
import { freePort } from '../free-port.ts'

const made = Promise.all(['Alva', 'Bo'].map(keysOf))
const names = ['lyngby', 'mikkelborg'] as const

/** A keys file as `npm run keys` makes it, its fingerprint, and the leader's key. */
async function keysOf(leader: string) {
  const dir = await mkdtemp(join(tmpdir(), 'several-keys-'))
  try {
    const { keyFile } = await makeKeys(dir, leader, false)
    const file = join(dir, 'keys.json')
    const key = readKeyFile(await readFile(keyFile, 'utf8'))
    return { key, text: await readFile(file, 'utf8'), fingerprint: (await readTeam(file)).fingerprint }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type Change = (entries: Record<string, string | undefined>[], dir: string) => void | Promise<void>

/** Two municipalities as an operator would set them up: folders, keys, pages and one list. */
async function setUp(change: Change = () => undefined) {
  const dir = await mkdtemp(join(tmpdir(), 'several-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const keys = await made
  const entries: Record<string, string>[] = []
  for (const [n, name] of names.entries()) {
    const { text, fingerprint } = keys[n] ?? { text: '', fingerprint: '' }
    await mkdir(join(dir, name))
    await writeFile(join(dir, `${name}.json`), text)
    entries.push({
      name,
      origin: `https://${name}.example.dk`,
      inboxHost: `inbox.${name}.example.dk`,
      keysFile: `${name}.json`,
      siteDir: await builtSite({ fingerprint, demo: false, origin: `https://${name}.example.dk` }),
      data: name,
    })
  }
  await change(entries, dir)
  const file = join(dir, 'municipalities.json')
  await writeFile(file, JSON.stringify(entries))
  return { dir, file, entries, env: { PORT: '0', TRUST_PROXY: '1', NODE_ENV: 'test' } }
}

async function start(change?: Change, more: Record<string, string> = {}) {
  const { dir, file, env } = await setUp(change)
  const log: object[] = []
  const running = await startSeveral(await readMunicipalities(file, { ...env, ...more }), {
    log: entry => log.push(entry),
    againMs: 50,
  })
  onTestFinished(() => running.stop())
  const port = Number(new URL(running.address).port)
  /** A call to a name; `fetch` would not let the test choose `Host`. */
  const call = (
    host: string,
    path: string,
    options: { body?: object; headers?: Record<string, string> } = {},
  ) =>
    new Promise<{ status: number; text: string }>((done, fail) => {
      const sent = httpRequest(
        {
          port,
          path,
          method: options.body ? 'POST' : 'GET',
          headers: {
            host,
            'x-forwarded-for': '192.0.2.1',
            ...(options.body && { 'content-type': 'application/json' }),
            ...options.headers,
          },
        },
        answer => {
          let text = ''
          answer.on('data', (part: Buffer) => (text += part.toString()))
          answer.on('end', () => {
            done({ status: answer.statusCode ?? 0, text })
          })
        },
      )
      sent.on('error', fail)
      sent.end(options.body && JSON.stringify(options.body))
    })
  return { call, log, dir, running }
}

const post = (token: string) => ({
  id: randomUUID(),
  sealed: randomBytes(SEALED_BYTES).toString('base64url'),
  mailbox: hashToken(token),
})

test('each name has its own recipients, store and inbox, and no other name is answered', async () => {
  const { call, log } = await start()
  const [a, b] = names.map(name => `${name}.example.dk`) as [string, string]
  const recipients = await Promise.all([a, b].map(host => call(host, '/api/recipients')))
  expect(recipients.map(answer => answer.status)).toEqual([200, 200])
  expect(recipients[0]?.text).not.toBe(recipients[1]?.text)

  const token = randomBytes(32).toString('base64url')
  expect((await call(a, '/api/requests', { body: post(token) })).status).toBe(201)
  const headers = { authorization: `Bearer ${token}` }
  expect((await call(a, '/api/mailbox', { headers })).status).toBe(200)
  expect((await call(b, '/api/mailbox', { headers })).status).toBe(404)

  expect((await call(`inbox.${a}`, '/inbox')).status).toBe(200)
  expect((await call(a, '/inbox')).status).toBe(404)
  expect((await call(`inbox.${b}`, '/api/slots?kind=youth-talk')).status).toBe(404)
  for (const host of ['example.dk', `x.${a}`, 'localhost', `${a}.evil.dk`]) {
    expect(await call(host, '/')).toMatchObject({ status: 421 })
  }
  expect((await call(`${a.toUpperCase()}:443`, '/')).status).toBe(200)
  expect(log).toContainEqual(expect.objectContaining({ event: 'started', municipality: 'mikkelborg' }))
})

test('one that cannot start is told and not served; the other is', async () => {
  const { call, log } = await start(entries => {
    if (entries[0]) entries[0]['keysFile'] = 'mikkelborg-copy.json'
  })
  expect(log).toContainEqual(
    expect.objectContaining({ event: 'refused', municipality: 'lyngby', setting: 'KEYS_FILE' }),
  )
  expect((await call('lyngby.example.dk', '/')).status).toBe(421)
  expect((await call('mikkelborg.example.dk', '/')).status).toBe(200)
})

test('one that could not start is served as soon as it can, and told of no oftener than it changes', async () => {
  const { call, log, dir } = await start(async (_entries, dir) => {
    await rename(join(dir, 'lyngby.json'), join(dir, 'away.json'))
  })
  expect((await call('lyngby.example.dk', '/')).status).toBe(421)
  const told = () => log.filter(entry => 'event' in entry && entry.event === 'refused')
  await wait(200) // some tries
  expect(told()).toHaveLength(1)
  await writeFile(join(dir, 'lyngby.json'), '{')
  await expect.poll(() => told().length).toBe(2)

  await rename(join(dir, 'away.json'), join(dir, 'lyngby.json'))
  await expect.poll(async () => (await call('lyngby.example.dk', '/')).status).toBe(200)
  const body = post(randomBytes(32).toString('base64url'))
  expect((await call('lyngby.example.dk', '/api/requests', { body })).status).toBe(201)
  await expect
    .poll(() => log)
    .toContainEqual(expect.objectContaining({ event: 'swept', municipality: 'lyngby' }))
  expect(log).toContainEqual(expect.objectContaining({ event: 'started', municipality: 'lyngby' }))
})

test('a fault that is no setting’s keeps one from starting, and not the others', async () => {
  const { call, log } = await start(async (_entries, dir) => {
    const store = await openStore({ dataDir: join(dir, 'lyngby') })
    await store.close()
    const { DatabaseSync } = await import('@photostructure/sqlite')
    const database = new DatabaseSync(join(dir, 'lyngby', 'intake.sqlite'))
    database.exec('drop table team_entries')
    database.close()
  })
  expect(log).toContainEqual(
    expect.objectContaining({
      event: 'refused',
      municipality: 'lyngby',
      setting: 'none',
      why: expect.stringContaining('src/intake/store/') as string,
    }),
  )
  expect((await call('lyngby.example.dk', '/')).status).toBe(421)
  expect((await call('mikkelborg.example.dk', '/')).status).toBe(200)
})

test('one that is not served counts as not ready, and whoever calls it is counted', async () => {
  const port = await freePort()
  const { call } = await start(
    async (_entries, dir) => {
      await rm(join(dir, 'lyngby.json'))
    },
    { METRICS_PORT: String(port) },
  )
  await call('lyngby.example.dk', '/')
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  expect(text).toContain('foerste_snak_ready{municipality="lyngby"} 0')
  expect(text).toContain('foerste_snak_ready{municipality="mikkelborg"} 1')
  expect(text).toContain('foerste_snak_answers_total{municipality="",method="",route="",status="421"} 1')
})

test('a nonce of one is worth nothing at another, with one PROOF_SECRET for all', async () => {
  const { call } = await start(undefined, { PROOF_SECRET: 'x'.repeat(32) })
  const key = (await made)[1]?.key
  const [lyngby = '', mikkelborg = ''] = names.map(name => `inbox.${name}.example.dk`)
  const signedWith = async (from: string) => {
    const headers = { origin: `https://${mikkelborg}` }
    const asked = await call(from, '/api/staff/challenge', {
      body: {},
      headers: { origin: `https://${from}` },
    })
    const { nonce, expires } = JSON.parse(asked.text) as { nonce: string; expires: number }
    if (key === undefined) throw new Error('no key')
    const body = signIn({ key, origin: headers.origin, nonce, expires })
    return (await call(mikkelborg, '/api/staff/session', { body, headers })).status
  }
  expect(await signedWith(lyngby)).toBe(403)
  expect(await signedWith(mikkelborg)).toBeLessThan(300)
})

test('stores changed over in the list are not taken: each has its own team, and keeps it', async () => {
  const { dir, file, entries, env } = await setUp()
  const log: object[] = []
  const begin = async () =>
    startSeveral(await readMunicipalities(file, env), { log: entry => log.push(entry) })
  await (await begin()).stop()
  const teams = () =>
    Promise.all(
      names.map(async name => {
        const store = await openStore({ dataDir: join(dir, name) })
        const team = await store.team()
        await store.close()
        return team
      }),
    )
  const before = await teams()
  expect(before[0]?.wrapped).toHaveLength(1)

  const [first, second] = entries
  if (first && second) [first['data'], second['data']] = [second['data'] ?? '', first['data'] ?? '']
  await writeFile(file, JSON.stringify(entries))
  await expect(begin()).rejects.toThrow('names none that can start')
  for (const municipality of names)
    expect(log).toContainEqual(
      expect.objectContaining({
        event: 'refused',
        municipality,
        setting: 'KEYS_FILE',
        why: expect.stringContaining('another team than the store') as string,
      }),
    )
  expect(await teams()).toEqual(before)
})

test("pages built for one municipality's keys are not served with another's", async () => {
  const { call, log } = await start(entries => {
    const [first, second] = entries
    if (first && second) [first['siteDir'], second['siteDir']] = [second['siteDir'], first['siteDir']]
  }).catch((error: unknown) => ({ call: null, log: [error] }))
  expect(call).toBeNull()
  expect(String(log[0])).toContain('names none that can start')
})

test('names changed over in the list are not taken: nobody is shown the pages of another municipality', async () => {
  const { file, entries, env } = await setUp()
  const [first, second] = entries
  if (first && second) [first['origin'], second['origin']] = [second['origin'] ?? '', first['origin'] ?? '']
  await writeFile(file, JSON.stringify(entries))
  const log: object[] = []
  const started = startSeveral(await readMunicipalities(file, env), { log: entry => log.push(entry) })
  await expect(started).rejects.toThrow('names none that can start')
  expect(log).toContainEqual(
    expect.objectContaining({
      municipality: 'lyngby',
      setting: 'SITE_DIR',
      why: expect.stringContaining(
        'built for https://lyngby.example.dk, and ORIGIN is https://mikk',
      ) as string,
    }),
  )
})

test.each([
  ['name', 'name lyngby'],
  ['origin', 'host lyngby.example.dk'],
  ['inboxHost', 'host inbox.lyngby.example.dk'],
  ['data', 'data '],
  ['keysFile', 'keysFile '],
  ['siteDir', 'siteDir '],
])('two with one %s are refused', async (field, sentence) => {
  const { file, env } = await setUp(entries => {
    if (entries[0] && entries[1]) entries[1][field] = entries[0][field]
  })
  await expect(readMunicipalities(file, env)).rejects.toThrow(sentence)
})

test('two whose addresses differ and lead to one store: the second is told and not served', async () => {
  const { call, log } = await start(async (entries, dir) => {
    await symlink(join(dir, 'lyngby'), join(dir, 'another-name'))
    if (entries[1]) entries[1]['data'] = 'another-name'
  })
  const refused = { event: 'refused', municipality: 'mikkelborg', setting: expect.any(String) as string }
  expect(log).toContainEqual(expect.objectContaining(refused))
  expect((await call('lyngby.example.dk', '/')).status).toBe(200)
  expect((await call('mikkelborg.example.dk', '/')).status).toBe(421)
})

test('one server of PostgreSQL serves each in a schema of its own, where no other user gets in', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  for (const name of names)
    await query(server.url, `create role ${name} login; create schema ${name} authorization ${name}`)
  const own = (name: string) => server.url.replace('test@', `${name}@`)
  const { call } = await start(entries => {
    for (const [n, name] of names.entries()) {
      delete entries[n]?.['data']
      if (entries[n]) entries[n]['databaseUrl'] = own(name)
    }
  })
  const token = randomBytes(32).toString('base64url')
  expect((await call('lyngby.example.dk', '/api/requests', { body: post(token) })).status).toBe(201)
  const headers = { authorization: `Bearer ${token}` }
  expect((await call('lyngby.example.dk', '/api/mailbox', { headers })).status).toBe(200)
  expect((await call('mikkelborg.example.dk', '/api/mailbox', { headers })).status).toBe(404)
  const count = (schema: string) => `select count(*)::int as n from ${schema}.requests`
  expect(await query(own('lyngby'), count('lyngby'))).toEqual([{ n: 1 }])
  expect(await query(own('mikkelborg'), count('mikkelborg'))).toEqual([{ n: 0 }])
  await expect(query(own('mikkelborg'), count('lyngby'))).rejects.toThrow('permission denied')
})

test('two users without a schema of their own would share one: the second is told and not served', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  const { log } = await start(entries => {
    for (const [n, entry] of entries.entries()) {
      delete entry['data']
      entry['databaseUrl'] = `${server.url}?application_name=${n}`
    }
  })
  expect(log).toContainEqual(
    expect.objectContaining({
      municipality: 'mikkelborg',
      why: expect.stringContaining('same store') as string,
    }),
  )
})

test("each is held to the figures that its own pages were built with, not to the program's", async () => {
  const limits = {
    most: { 'youth-talk': 5, 'adult-talk': 4, 'relatives-course': 3 },
    missedTalkCounts: true,
    firstTalkDays: 21,
  }
  const { call } = await start(async entries => {
    const file = join(entries[1]?.['siteDir'] ?? '', 'build.json')
    await writeFile(file, JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), limits }))
  })
  const left = await Promise.all(
    names.map(async name => {
      const token = randomBytes(32).toString('base64url')
      await call(`${name}.example.dk`, '/api/requests', { body: post(token) })
      const { text } = await call(`${name}.example.dk`, '/api/mailbox', {
        headers: { authorization: `Bearer ${token}` },
      })
      return (JSON.parse(text) as { bookingsLeft: object }).bookingsLeft
    }),
  )
  expect(left).toEqual([builtLimits.most, limits.most])
})

test.each([
  ['', 'MUNICIPALITIES must name a readable JSON file'],
  ['[]', 'is not a list'],
  ['[{"name":"A B"}]', 'look at "0.name"'],
])('a list that reads %j is refused', async (text, sentence) => {
  const { file, env } = await setUp()
  await writeFile(file, text)
  await expect(readMunicipalities(file, env)).rejects.toThrow(sentence)
})
