import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { sessionAnswer } from '../../../src/core/contract/index.ts'
import { signIn, type KeyFile } from '../../../src/core/sealing/index.ts'
import { SQLITE_FILE } from '../../../src/intake/store/sqlite-open.ts'
import {
  cookieOf,
  fromInbox,
  ORIGIN,
  problemOf,
  signedIn,
  startTestIntake,
  token,
  type TestIntake,
} from './intake.ts'

const HOUR = 3_600_000

async function statement(
  intake: TestIntake,
  key: KeyFile,
  origin = ORIGIN,
): Promise<ReturnType<typeof signIn>> {
  const asked = await intake.app.inject({ method: 'POST', url: '/api/staff/challenge', headers: fromInbox })
  const { nonce, expires } = asked.json()
  return signIn({ key, origin, nonce, expires })
}
const enter = ({ app }: TestIntake, body: object, headers: Record<string, string> = fromInbox) =>
  app.inject({ method: 'POST', url: '/api/staff/session', headers, body })
const look = ({ app }: TestIntake, headers: Record<string, string>) =>
  app.inject({ url: '/api/staff/requests', headers })

test('a member signs in with the key file and gets the wrapped team keys and a session', async () => {
  const intake = await startTestIntake()
  const answer = await enter(intake, await statement(intake, intake.keys.alva))
  expect(answer.statusCode).toBe(201)
  expect(sessionAnswer.parse(answer.json())).toEqual({
    name: 'Alva',
    wrapped: [{ epoch: 1, sealed: 'AAAA' }],
  })
  expect(answer.headers['set-cookie']).toMatch(
    /^staff-session=[\w-]{43}\.\d+; Path=\/api\/staff; Max-Age=1800; HttpOnly; SameSite=Strict$/,
  )
  expect((await look(intake, { cookie: cookieOf(answer) })).statusCode).toBe(200)
})

test('on https the session cookie is Secure', async () => {
  const origin = 'https://inbox.example'
  const intake = await startTestIntake({ staffOrigin: origin, https: true })
  const asked = await intake.app.inject({ method: 'POST', url: '/api/staff/challenge', headers: { origin } })
  const body = signIn({ ...asked.json(), key: intake.keys.alva, origin })
  const answer = await enter(intake, body, { origin })
  // Another name of the municipality's can neither set nor shadow a cookie with this prefix.
  expect(answer.headers['set-cookie']).toMatch(
    /^__Host-staff-session=[\w-]{43}\.\d+; Path=\/; .*; SameSite=Strict; Secure$/,
  )
  const cookie = cookieOf(answer)
  expect((await look(intake, { cookie })).statusCode).toBe(200)
  expect((await look(intake, { cookie: cookie.replace('__Host-', '') })).statusCode).toBe(401)
})

test('a desk that is locked ends the session of its browser, and none of another', async () => {
  const intake = await startTestIntake()
  const [here, elsewhere] = [await signedIn(intake), await signedIn(intake)]
  const lock = (headers: Record<string, string>) =>
    intake.app.inject({ method: 'DELETE', url: '/api/staff/session/here', headers })
  expect(problemOf(await lock({ ...here, origin: 'https://evil.example' }))).toBe('sign-in-refused')
  expect((await look(intake, here)).statusCode).toBe(200)

  const locked = await lock(here)
  expect(locked.statusCode).toBe(204)
  expect(locked.headers['set-cookie']).toMatch(/^staff-session=; .*Max-Age=0/)
  expect((await look(intake, here)).statusCode).toBe(401)
  expect((await look(intake, elsewhere)).statusCode).toBe(200)
  // Locked once more, and by who has no session: nothing is there to end.
  expect((await lock(here)).statusCode).toBe(204)
  expect((await lock(fromInbox)).statusCode).toBe(204)
  expect((await look(intake, elsewhere)).statusCode).toBe(200)
})

test('the same sign-in a second time is refused', async () => {
  const intake = await startTestIntake()
  const body = await statement(intake, intake.keys.alva)
  expect((await enter(intake, body)).statusCode).toBe(201)
  const replayed = await enter(intake, body)
  expect([replayed.statusCode, problemOf(replayed)]).toEqual([403, 'sign-in-refused'])
})

test('a stranger, another origin, an own nonce, a late or altered statement: all get the same answer', async () => {
  const intake = await startTestIntake()
  const { alva, stranger } = intake.keys
  const good = await statement(intake, alva)
  const expires = Math.floor(intake.clock.now / 1000) + 60
  const tries = [
    await enter(intake, await statement(intake, stranger)),
    await enter(intake, await statement(intake, alva, 'http://localhost:81')),
    await enter(intake, signIn({ key: alva, origin: ORIGIN, nonce: token(), expires })),
    await enter(intake, { ...good, signature: good.signature.replace(/^./, c => (c === 'A' ? 'B' : 'A')) }),
    await enter(intake, { ...good, member: (await statement(intake, stranger)).member }),
  ]
  intake.clock.now += 121_000
  tries.push(await enter(intake, good))
  expect(tries.map(answer => [answer.statusCode, answer.body])).toEqual(
    tries.map(() => [403, tries[0]!.body]),
  )
})

test('asking for a challenge writes nothing, however often', async () => {
  const intake = await startTestIntake({ rates: { 'sign-in': { burst: 1000, perSecond: 1000 } } })
  for (let n = 0; n < 50; n++) await statement(intake, intake.keys.alva)
  expect(rowsOf(intake, 'nonces')).toEqual([])
  expect((await enter(intake, await statement(intake, intake.keys.alva))).statusCode).toBe(201)
  expect(rowsOf(intake, 'nonces')).toHaveLength(1)
})

test('a nonce is ours to the letter, and another process takes it only with the same secret', async () => {
  const proofSecret = 'a secret of more than thirty-two characters'
  const [one, two] = [await startTestIntake({ proofSecret }), await startTestIntake({ proofSecret })]
  const stranger = await startTestIntake()
  const body = await statement(one, one.keys.alva)
  expect((await enter(stranger, body)).statusCode).toBe(403)
  expect((await enter(two, body)).statusCode).toBe(201)

  const asked = await one.app.inject({ method: 'POST', url: '/api/staff/challenge', headers: fromInbox })
  const bytes = Buffer.from(String(asked.json().nonce), 'base64url')
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes)
    changed[index]! ^= 1
    const nonce = changed.toString('base64url')
    const { expires } = asked.json()
    const answer = await enter(one, signIn({ key: one.keys.alva, origin: ORIGIN, nonce, expires }))
    expect([index, answer.statusCode === 201]).toEqual([index, false])
  }
})

/** What stands in a table, read past the store. */
function rowsOf({ dataDir }: TestIntake, table: string): unknown[] {
  const connection = new DatabaseSync(join(dataDir, SQLITE_FILE), { readOnly: true })
  const rows = connection.prepare(`select * from ${table}`).all()
  connection.close()
  return rows
}

test('a page from elsewhere can neither sign in nor change anything', async () => {
  const intake = await startTestIntake()
  const mine = await signedIn(intake)
  const body = { state: 'closed' }
  for (const origin of ['https://evil.example', 'null', 'http://localhost:81', 'http://127.0.0.1:80']) {
    const elsewhere = { ...mine, origin }
    for (const url of [
      '/api/staff/challenge',
      '/api/staff/session',
      `/api/staff/requests/${randomUUID()}/state`,
    ]) {
      const answer = await intake.app.inject({ method: 'POST', url, headers: elsewhere, body })
      expect([url, problemOf(answer)]).toEqual([url, 'sign-in-refused'])
    }
  }
  // A name that leads here but is not ours (DNS rebinding) is not the inbox either.
  const rebound = { ...mine, origin: 'http://evil.example', host: 'evil.example' }
  expect(problemOf(await enter(intake, {}, rebound))).toBe('sign-in-refused')
  const form = { ...mine, 'content-type': 'text/plain' }
  const posted = await intake.app.inject({
    method: 'POST',
    url: `/api/staff/requests/${randomUUID()}/state`,
    headers: form,
    payload: JSON.stringify(body),
  })
  expect(problemOf(posted)).toBe('wrong-type')
})

test('without a session every call of staff is refused, whatever it asks for', async () => {
  const { app } = await startTestIntake()
  const cookies = ['', 'staff-session=', `staff-session=${token()}.1`, 'staff-session=x; staff-session=y']
  for (const cookie of cookies) {
    for (const [method, url] of [
      ['GET', '/api/staff/requests'],
      ['GET', `/api/staff/requests/${randomUUID()}`],
      ['POST', `/api/staff/requests/${randomUUID()}/replies`],
      ['POST', `/api/staff/requests/${randomUUID()}/state`],
      ['POST', `/api/staff/requests/${randomUUID()}/notes`],
      ['POST', '/api/staff/requests/state'],
      ['POST', '/api/staff/requests/changes'],
      ['GET', '/api/staff/slots'],
      ['POST', '/api/staff/slots'],
      ['DELETE', '/api/staff/slots'],
      ['POST', '/api/staff/bookings/cancel'],
    ] as const) {
      const answer = await app.inject({ method, url, headers: { ...fromInbox, cookie } })
      expect([url, answer.statusCode, problemOf(answer)]).toEqual([url, 401, 'not-signed-in'])
    }
  }
})

test('a session ends after half an hour without a call', async () => {
  const intake = await startTestIntake()
  const mine = await signedIn(intake)
  intake.clock.now += HOUR / 2
  expect((await look(intake, mine)).statusCode).toBe(401)
})

test('a session in use is renewed, but not past ten hours', async () => {
  const intake = await startTestIntake()
  let mine = await signedIn(intake)
  const begun = intake.clock.now
  let answer = await look(intake, mine)
  while (answer.statusCode === 200 && intake.clock.now - begun < 24 * HOUR) {
    intake.clock.now += HOUR / 3
    answer = await look(intake, mine)
    if (answer.headers['set-cookie'] !== undefined) mine = { ...mine, cookie: cookieOf(answer) }
  }
  expect((intake.clock.now - begun) / HOUR).toBe(10)
})

test('the cookie cannot be given another beginning', async () => {
  const intake = await startTestIntake()
  const mine = await signedIn(intake)
  const younger = mine['cookie']!.replace(/\d+$/, started => String(Number(started) + 3600))
  expect((await look(intake, { cookie: younger })).statusCode).toBe(401)
})

test('signing out ends all sessions of the member', async () => {
  const intake = await startTestIntake()
  const [here, there] = [await signedIn(intake), await signedIn(intake)]
  const out = await intake.app.inject({ method: 'DELETE', url: '/api/staff/session', headers: here })
  expect([out.statusCode, out.headers['set-cookie']]).toEqual([204, expect.stringContaining('Max-Age=0')])
  expect((await look(intake, here)).statusCode).toBe(401)
  expect((await look(intake, there)).statusCode).toBe(401)
})
