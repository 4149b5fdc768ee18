import { randomBytes } from 'node:crypto'
import dns from 'node:dns'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { signIn } from '../../src/core/sealing/index.ts'
import { made, names, post, start } from './two-municipalities.ts'
import { openStore } from '../../src/intake/store/open-store.ts'
import { builtLimits } from '../../src/intake/store/limits.ts'
import { freePort } from '../free-port.ts'

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

// Fastify opens a server for each address of the name, and only the first one answers by the name that is called.
test('where HOST is localhost, no other address answers than the one that tells municipalities apart', async () => {
  const { lookup } = dns
  const spy = vi.spyOn(dns, 'lookup')
  onTestFinished(() => {
    spy.mockRestore()
  })
  // Two, as most machines have (127.0.0.1 and ::1); the second is one that a machine without IPv6 has as well.
  const both = ['127.0.0.1', '127.0.0.2'].map(address => ({ address, family: 4 }))
  spy.mockImplementation((...asked: Parameters<typeof dns.lookup>) => {
    const [name, options, done] = asked as unknown as [string, unknown, (fault: null, found: object) => void]
    const isForAll =
      typeof options === 'object' && options !== null && 'all' in options && options.all === true
    if (name === 'localhost' && isForAll) process.nextTick(done, null, both)
    else Reflect.apply(lookup, dns, asked)
  })
  const { call, running } = await start(undefined, { HOST: 'localhost' })
  const addresses = running.app.addresses().map(one => (typeof one === 'string' ? one : one.address))
  expect(addresses).toEqual(['127.0.0.1'])
  expect((await call('mikkelborg.example.dk', '/')).status).toBe(200)
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
