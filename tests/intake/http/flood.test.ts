import type * as Crypto from 'node:crypto'
import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { makeMember, signIn, type KeyFile } from '../../../src/core/sealing/index.ts'
import {
  fromInbox,
  ORIGIN,
  problemOf,
  published,
  proofFor,
  requestOf,
  signedIn,
  slotOf,
  startTestIntake,
  token,
  wish,
  type TestIntake,
} from './intake.ts'

const soon = { perSecond: 1 / 3600 }

/** Publishes `count` times with a seat each. */
async function timesIn({ store, clock }: TestIntake, count: number): Promise<string[]> {
  const slots = Array.from({ length: count }, () => slotOf(clock, { kind: 'adult-talk' }))
  await store.publishSlots(slots, published(clock))
  return slots.map(slot => slot.id)
}

const enter = (intake: TestIntake, body: object, more: { headers?: object; remoteAddress?: string } = {}) =>
  intake.app.inject({
    method: 'POST',
    url: '/api/staff/session',
    headers: { ...fromInbox, ...more.headers },
    body,
    ...(more.remoteAddress !== undefined && { remoteAddress: more.remoteAddress }),
  })
async function statement(intake: TestIntake, key: KeyFile): Promise<ReturnType<typeof signIn>> {
  const asked = await intake.app.inject({ method: 'POST', url: '/api/staff/challenge', headers: fromInbox })
  return signIn({ ...asked.json(), key, origin: ORIGIN })
}

test('a stranger’s sign-in costs no signature check, and neither does a made-up nonce', async () => {
  const verify = vi.hoisted(() => vi.fn())
  vi.doMock('node:crypto', async original => {
    const crypto = await original<typeof Crypto>()
    return {
      ...crypto,
      verify: (...[algorithm, data, key, signature]: Parameters<typeof Crypto.verify>): boolean => {
        verify()
        return crypto.verify(algorithm, data, key, signature)
      },
    }
  })
  vi.resetModules()
  const { checkSignIn } = await import('../../../src/intake/staff/check-sign-in.ts')
  const { createNonces } = await import('../../../src/intake/staff/nonces.ts')
  const at = { today: '2026-01-01', now: Date.now() }
  const nonces = createNonces({ spendNonce: () => Promise.resolve(true) }, () => at.now)
  const [alva, stranger] = [await makeMember('Alva'), await makeMember('Eve')]
  const { member: signing, recipient } = alva.member
  const members = [{ name: 'Alva', signing, recipient, wrapped: [] }]
  const attempt = (key: KeyFile, nonce: string, expires: number) =>
    checkSignIn(signIn({ key, origin: ORIGIN, nonce, expires }), { members, nonces, origin: ORIGIN, at })

  const ours = nonces.make()
  expect(await attempt(stranger.key, ours.nonce, ours.expires)).toBeNull()
  expect(await attempt(alva.key, token(), ours.expires)).toBeNull()
  expect(verify).not.toHaveBeenCalled()
  expect(await attempt(alva.key, ours.nonce, ours.expires)).toMatchObject({ name: 'Alva' })
  expect(verify).toHaveBeenCalledTimes(1)
  vi.doUnmock('node:crypto')
})

test('sign-ins from everywhere ask for a proof, and a member gets in with one', async () => {
  const intake = await startTestIntake({ signIns: { burst: 3, ...soon } })
  const { alva, stranger } = intake.keys
  for (let n = 0; n < 3; n++)
    await enter(intake, await statementOnce(intake, stranger), { remoteAddress: `192.0.2.${n}` })
  const body = await statementOnce(intake, alva)
  const asked = await enter(intake, body)
  expect(problemOf(asked)).toBe('slow-down')
  expect((await enter(intake, body, { headers: await proofFor(asked) })).statusCode).toBe(201)
})

/** As `statement`, with a proof where one is asked for, so that only the sign-in itself is counted on. */
async function statementOnce(intake: TestIntake, key: KeyFile): Promise<ReturnType<typeof signIn>> {
  const call = { method: 'POST', url: '/api/staff/challenge', headers: fromInbox } as const
  let asked = await intake.app.inject(call)
  if (asked.statusCode === 429)
    asked = await intake.app.inject({ ...call, headers: { ...fromInbox, ...(await proofFor(asked)) } })
  return signIn({ ...asked.json(), key, origin: ORIGIN })
}

test('who shares an address with staff cannot shut out a member who is signed in', async () => {
  const intake = await startTestIntake({
    rates: { everything: { burst: 20, ...soon }, other: { burst: 20, ...soon } },
  })
  const headers = await signedIn(intake)
  const statuses = []
  for (let n = 0; n < 40; n++)
    statuses.push((await intake.app.inject('/api/slots?kind=youth-talk')).statusCode)
  expect(statuses.at(-1)).toBe(429)
  expect((await intake.app.inject({ url: '/api/staff/requests', headers })).statusCode).toBe(200)
  const out = await intake.app.inject({ method: 'DELETE', url: '/api/staff/session', headers })
  expect(out.statusCode).toBe(204)
})

test('nor can they be kept from signing in: a proof gets past', async () => {
  const intake = await startTestIntake({ rates: { 'sign-in': { burst: 2, ...soon } } })
  const body = await statement(intake, intake.keys.alva)
  await intake.app.inject({ method: 'POST', url: '/api/staff/challenge', headers: fromInbox })
  const asked = await enter(intake, body)
  expect(asked.statusCode).toBe(429)
  expect((await enter(intake, body, { headers: await proofFor(asked) })).statusCode).toBe(201)
})

test('a member has a rate of their own, which a made-up cookie does not give', async () => {
  const intake = await startTestIntake({
    rates: { member: { burst: 2, ...soon }, other: { burst: 3, ...soon } },
  })
  const headers = await signedIn(intake)
  const look = async (more: object) =>
    (await intake.app.inject({ url: '/api/staff/slots', headers: { ...headers, ...more } })).statusCode
  expect([await look({}), await look({}), await look({})]).toEqual([200, 200, 429])
  const made = { cookie: `staff-session=${token()}.1` }
  expect([await look(made), await look(made), await look(made), await look(made)]).toEqual([
    401, 401, 401, 429,
  ])
})

test('a request that wishes for a time costs a booking’s proof, and one without does not', async () => {
  const intake = await startTestIntake()
  const [slot] = await timesIn(intake, 1)
  const body = requestOf(token(), { slotIds: [slot!] })
  const asked = await intake.app.inject({ method: 'POST', url: '/api/requests', body })
  expect([asked.statusCode, asked.json().cost]).toEqual([429, 200_000])
  expect(await intake.store.slots('adult-talk', { today: '2026-01-01', now: intake.clock.now })).toHaveLength(
    1,
  )
  const got = await wish(intake.app, body)
  expect([got.statusCode, got.json().slot.id]).toEqual([201, slot])
  const plain = await intake.app.inject({ method: 'POST', url: '/api/requests', body: requestOf(token()) })
  expect(plain.statusCode).toBe(201)
})

test('times get dearer with those booked in the last hour, and cheaper again', async () => {
  const intake = await startTestIntake()
  const slots = await timesIn(intake, 8)
  const costOf = async () => {
    const body = requestOf(token(), { slotIds: [slots.at(-1)!] })
    return (await intake.app.inject({ method: 'POST', url: '/api/requests', body })).json().cost as number
  }
  for (const id of slots.slice(0, 6))
    expect((await wish(intake.app, requestOf(token(), { slotIds: [id] }))).statusCode).toBe(201)
  expect(await costOf()).toBeGreaterThanOrEqual(400_000)
  intake.clock.now += 12 * 3_600_000
  expect(await costOf()).toBe(200_000)
})

test('a challenge bought in the calm is not enough in a storm', async () => {
  const intake = await startTestIntake({ rates: { requests: { burst: 1, ...soon } } })
  const remoteAddress = '198.51.100.1'
  const call = (headers: Record<string, string> = {}, from = remoteAddress) =>
    intake.app.inject({
      method: 'POST',
      url: '/api/requests',
      body: requestOf(token()),
      headers,
      remoteAddress: from,
    })
  await call()
  const calm = await Promise.all(Array.from({ length: 20 }, async () => proofFor(await call())))
  const statuses = []
  for (const proof of calm) statuses.push((await call(proof)).statusCode)
  // The price doubles at 8 proofs, and again at 16: what was solved for a quarter of it buys nothing.
  expect(statuses.filter(status => status === 201).length).toBeLessThan(18)
  const asked = await call(calm.at(-1))
  expect(asked.json().cost).toBeGreaterThanOrEqual(400_000)
  expect((await call(await proofFor(asked))).statusCode).toBe(201)
})

test('one IPv6 line has no more than its share, from however many of its networks it calls', async () => {
  const intake = await startTestIntake({ rates: { requests: { burst: 4, ...soon } } })
  const from = async (remoteAddress: string) =>
    (
      await intake.app.inject({
        method: 'POST',
        url: '/api/requests',
        body: requestOf(token()),
        remoteAddress,
      })
    ).statusCode
  const within = []
  for (let n = 0; n < 40; n++) within.push(await from(`2001:db8:0:${n.toString(16)}::1`))
  expect(within.filter(status => status === 201)).toHaveLength(16)
  // A /48 that is not theirs.
  expect(await from('2001:db8:7::1')).toBe(201)
})

test('a time booked through the mailbox counts as well', async () => {
  const intake = await startTestIntake()
  const slots = await timesIn(intake, 8)
  const { app } = intake
  for (const id of slots.slice(0, 6)) {
    const mailbox = token()
    await app.inject({ method: 'POST', url: '/api/requests', body: requestOf(mailbox) })
    const headers = { authorization: `Bearer ${mailbox}` }
    const call = {
      method: 'POST',
      url: '/api/mailbox/bookings',
      body: { id: randomUUID(), slotIds: [id] },
    } as const
    const asked = await app.inject({ ...call, headers })
    await app.inject({ ...call, headers: { ...headers, ...(await proofFor(asked)) } })
  }
  const body = requestOf(token(), { slotIds: [slots.at(-1)!] })
  const asked = await app.inject({ method: 'POST', url: '/api/requests', body })
  expect(asked.json().cost).toBeGreaterThanOrEqual(400_000)
})
