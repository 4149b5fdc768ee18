import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { challenge, PROOF_HEADER } from '../../../src/core/contract/index.ts'
import { createClientNames, networks } from '../../../src/intake/limits/client.ts'
import { Buckets, Pressure } from '../../../src/intake/limits/limits.ts'
import { createProofs } from '../../../src/intake/limits/proofs.ts'
import { bearer, problemOf, proofFor, requestOf, startTestIntake, token } from './intake.ts'

const post = (headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
  ({ method: 'POST', url: '/api/requests', body: requestOf(token()), headers, remoteAddress }) as const

/** An intake that takes two requests from each network before it asks for work. */
const tight = () => startTestIntake({ rates: { requests: { burst: 2, perSecond: 1 / 60 } } })

test('too many requests are asked for a proof of work, and told when to come without', async () => {
  const { app, clock } = await tight()
  await app.inject(post())
  await app.inject(post())
  const answer = await app.inject(post())
  expect([answer.statusCode, problemOf(answer)]).toEqual([429, 'slow-down'])
  expect(answer.headers['retry-after']).toBe('60')
  expect(challenge.parse(answer.json())).toMatchObject({
    cost: 100_000,
    expires: Math.floor(clock.now / 1000) + 600,
  })
  clock.now += 60_000
  expect((await app.inject(post())).statusCode).toBe(201)
})

test('a solved proof gets past the limit, once', async () => {
  const { app } = await tight()
  await app.inject(post())
  await app.inject(post())
  const proof = await proofFor(await app.inject(post()))
  expect((await app.inject(post(proof))).statusCode).toBe(201)
  const spent = await app.inject(post(proof))
  expect([spent.statusCode, problemOf(spent)]).toEqual([429, 'slow-down'])
  expect((await app.inject(post(await proofFor(spent)))).statusCode).toBe(201)
})

test('a proof also gets past somebody else using up everything from the same address', async () => {
  const { app } = await startTestIntake({ rates: { everything: { burst: 1, perSecond: 1 / 3600 } } })
  await app.inject({ url: '/api/recipients', remoteAddress: '192.0.2.1' })
  const answer = await app.inject(post())
  expect(problemOf(answer)).toBe('slow-down')
  expect((await app.inject(post(await proofFor(answer)))).statusCode).toBe(201)
})

test('a proof that is wrong, altered, or out of time is asked for anew', async () => {
  const { app, clock } = await tight()
  await app.inject(post())
  await app.inject(post())
  const asked = await app.inject(post())
  const solved = await proofFor(asked)
  const parts = JSON.parse(Buffer.from(solved[PROOF_HEADER]!, 'base64url').toString())
  const sent = (value: unknown) => ({
    [PROOF_HEADER]: Buffer.from(JSON.stringify(value)).toString('base64url'),
  })
  const { parameters, signature } = parts.challenge
  for (const wrong of [
    { [PROOF_HEADER]: 'not-json' },
    sent({}),
    sent({ ...parts, solution: { ...parts.solution, derivedKey: '00'.repeat(32) } }),
    sent({ ...parts, challenge: { signature, parameters: { ...parameters, keyPrefix: '00' } } }),
    sent({
      ...parts,
      challenge: { signature, parameters: { ...parameters, expiresAt: 4_000_000_000 } },
    }),
  ]) {
    expect(problemOf(await app.inject(post(wrong)))).toBe('slow-down')
  }
  clock.now += 601_000
  const remoteAddress = '192.0.2.9' // has used up nothing, yet a late proof alone buys nothing
  for (let i = 0; i < 2; i++) await app.inject(post({}, remoteAddress))
  expect(problemOf(await app.inject(post(solved, remoteAddress)))).toBe('slow-down')
})

test('one network may not use up what another has', async () => {
  const { app } = await tight()
  for (let i = 0; i < 5; i++) await app.inject(post())
  expect((await app.inject(post({}, '192.0.2.2'))).statusCode).toBe(201)
})

test('a flood from everywhere asks strangers for a proof and lets them in with it', async () => {
  const { app } = await startTestIntake({ together: { burst: 3, perSecond: 1 / 60 } })
  for (let i = 0; i < 3; i++) await app.inject(post({}, `192.0.2.${i}`))
  const stranger = await app.inject(post({}, '198.51.100.7'))
  expect(problemOf(stranger)).toBe('slow-down')
  expect((await app.inject(post(await proofFor(stranger), '198.51.100.7'))).statusCode).toBe(201)
})

test('one caller knocking in vain does not use up what all have together', async () => {
  const { app } = await startTestIntake({
    rates: { requests: { burst: 1, perSecond: 1 / 60 } },
    together: { burst: 3, perSecond: 1 / 60 },
  })
  for (let i = 0; i < 20; i++) await app.inject(post())
  expect((await app.inject(post({}, '192.0.2.2'))).statusCode).toBe(201)
})

test('a booking always costs a proof, and one for a request does not buy it', async () => {
  const { app } = await tight()
  await app.inject(post())
  await app.inject(post())
  const cheap = await proofFor(await app.inject(post()))
  const body = { id: randomUUID(), slotIds: [randomUUID()] }
  const booking = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/api/mailbox/bookings',
      body,
      headers: { ...bearer(token()), ...headers },
    })
  const asked = await booking({})
  expect([asked.statusCode, asked.headers['retry-after'], asked.json().cost]).toEqual([429, '1', 200_000])
  expect((await booking(cheap)).statusCode).toBe(429)
  expect(problemOf(await booking(await proofFor(asked)))).toBe('unknown-mailbox') // it got past the gate
})

test('guessing at mailboxes soon costs work, and asking for help does not', async () => {
  const { app } = await startTestIntake()
  const guess = () => app.inject({ url: '/api/mailbox', headers: bearer(token()) })
  const answers = []
  for (let i = 0; i < 30; i++) answers.push((await guess()).statusCode)
  expect(answers.filter(status => status === 404)).toHaveLength(12)
  expect(answers.at(-1)).toBe(429)
  expect((await app.inject(post({}, '127.0.0.1'))).statusCode).toBe(201)
})

test('searching for addresses in the API is limited, and the pages are not', async () => {
  const { app } = await startTestIntake({ rates: { other: { burst: 3, perSecond: 1 } } })
  const statuses = []
  for (let i = 0; i < 5; i++) statuses.push((await app.inject(`/api/x${i}`)).statusCode)
  expect(statuses).toEqual([404, 404, 404, 429, 429])
  expect((await app.inject('/akut')).statusCode).toBe(404) // no site in this test; never 429
})

test('health and readiness are never limited', async () => {
  const { app } = await startTestIntake({ rates: { everything: { burst: 1, perSecond: 1 } } })
  const statuses = await Promise.all(Array.from({ length: 5 }, () => app.inject('/readyz')))
  expect(statuses.map(answer => answer.statusCode)).toEqual([200, 200, 200, 200, 200])
})

test('a caller behind our proxy is counted by the address the proxy wrote, others by their own', async () => {
  const forwarded = (address: string) => ({ 'x-forwarded-for': address })
  const direct = await tight()
  for (const n of [1, 2]) await direct.app.inject(post(forwarded(`198.51.100.${n}`)))
  expect((await direct.app.inject(post(forwarded('198.51.100.3')))).statusCode).toBe(429)

  const behind = await startTestIntake({
    trustProxy: 1,
    rates: { requests: { burst: 2, perSecond: 1 / 60 } },
  })
  for (const n of [1, 2, 3]) {
    expect((await behind.app.inject(post(forwarded(`198.51.100.${n}`)))).statusCode).toBe(201)
  }
  // What the caller put there before the proxy did is not believed.
  for (const n of [1, 2]) await behind.app.inject(post(forwarded(`203.0.113.${n}, 198.51.100.9`)))
  expect((await behind.app.inject(post(forwarded('203.0.113.3, 198.51.100.9')))).statusCode).toBe(429)
})

test('a proxy that writes the port too does not make each connection a new caller', async () => {
  const { app } = await startTestIntake({
    trustProxy: 1,
    rates: { requests: { burst: 2, perSecond: 1 / 60 } },
  })
  const from = (address: string) => app.inject(post({ 'x-forwarded-for': address }))
  for (const port of [50_001, 50_002]) await from(`198.51.100.9:${port}`)
  expect((await from('198.51.100.9:50003')).statusCode).toBe(429)
  for (const port of [50_001, 50_002]) await from(`[2001:db8::1]:${port}`)
  expect((await from('[2001:db8::2]:50003')).statusCode).toBe(429)
})

test('proofs get dearer under pressure, up to what a poor phone can still do', async () => {
  const proofs = createProofs({ spendProof: () => Promise.resolve(true) }, Date.now)
  const costs = []
  for (const level of [0, 1, 2, 6, 40]) costs.push((await proofs.pose('call', level)).cost)
  expect(costs).toEqual([100_000, 200_000, 400_000, 6_400_000, 6_400_000])
})

test('pressure rises with use and falls with time', () => {
  let now = 0
  const pressure = new Pressure({ calm: 2, halfLifeMs: 1000 }, () => now)
  const doublings = Array.from({ length: 8 }, () => (pressure.add('a'), pressure.doublings('a')))
  expect(doublings.map(Math.floor)).toEqual([0, 0, 0, 1, 1, 1, 1, 2])
  expect([doublings[2], doublings[5]]).toEqual([Math.log2(1.5), Math.log2(3)])
  expect(pressure.doublings('b')).toBe(0)
  expect(pressure.doublings('a', 2)).toBe(1)
  now = 2000
  expect(pressure.doublings('a')).toBe(0)
})

test('a bucket fills up again and never beyond its rim', () => {
  let now = 0
  const buckets = new Buckets({ burst: 2, perSecond: 0.5 }, () => now)
  expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 2])
  now = 1000
  expect(buckets.take('a')).toBe(1)
  now = 3_600_000
  expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 2])
})

test.each([
  ['192.0.2.1', ['192.0.2.1']],
  ['::ffff:192.0.2.1', ['192.0.2.1']],
  ['2001:db8:1:2:3:4:5:6', ['20010db800010002/64', '20010db8000100/56', '20010db80001/48']],
  ['2001:db8:1:2::9', ['20010db800010002/64', '20010db8000100/56', '20010db80001/48']],
  ['2001:DB8:0:aBcD::1', ['20010db80000abcd/64', '20010db80000ab/56', '20010db80000/48']],
  ['::1', ['0000000000000000/64', '00000000000000/56', '000000000000/48']],
  ['fe80::1%eth0', ['fe80000000000000/64', 'fe800000000000/56', 'fe8000000000/48']],
  ['192.0.2.1:5678', ['192.0.2.1']],
  ['[2001:db8:1:2::9]:443', ['20010db800010002/64', '20010db8000100/56', '20010db80001/48']],
  ['[2001:db8:1:2::9]', ['20010db800010002/64', '20010db8000100/56', '20010db80001/48']],
  ['::ffff:c000:201', ['192.0.2.1']],
  ['[::ffff:192.0.2.1]:80', ['192.0.2.1']],
  ['unknown', ['unknown']],
])('%s belongs to %s', (address, expected) => {
  expect(networks(address).map(({ name }) => name)).toEqual(expected)
})

test('the name of a caller is not the address and changes each day', () => {
  let now = 0
  const namesOf = createClientNames(() => now)
  const first = namesOf('192.0.2.1')
  expect(JSON.stringify(first)).not.toContain('192.0')
  expect(namesOf('192.0.2.1')).toEqual(first)
  expect(namesOf('192.0.2.2')).not.toEqual(first)
  expect(createClientNames(() => now)('192.0.2.1')).not.toEqual(first)
  now = 86_400_000
  expect(namesOf('192.0.2.1')).not.toEqual(first)
})

test('of callers who are as strangers again nothing is kept: a flood of addresses takes no memory for good', () => {
  let now = 0
  const buckets = new Buckets({ burst: 2, perSecond: 0.5 }, () => now)
  const pressure = new Pressure({ calm: 2, halfLifeMs: 1000 }, () => now)
  for (let n = 0; n < 1000; n++) {
    buckets.take(`address ${n}`)
    pressure.add(`address ${n}`)
  }
  expect([buckets.size, pressure.size]).toEqual([1000, 1000])
  now = 1_900 // a bucket is full again after 2 s; a count is next to nothing after three half-lives
  buckets.take('another')
  pressure.add('another')
  expect([buckets.size, pressure.size]).toEqual([1001, 1001])
  now = 3_500
  for (let n = 0; n < 600; n++) {
    buckets.take('another')
    pressure.add('another')
  }
  expect([buckets.size, pressure.size]).toEqual([1, 1])
  expect(buckets.take('address 1', 3)).toBeGreaterThan(0) // and gets no more than a stranger does
})
