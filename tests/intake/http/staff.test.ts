import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { sessionAnswer, staffRequestsAnswer, staffSlotsAnswer } from '../../../src/core/contract/index.ts'
import { signIn, type KeyFile } from '../../../src/core/sealing/index.ts'
import { hashToken } from '../../../src/core/sealing/hash-token.ts'
import { fixedTeam, keptTeam } from '../../../src/intake/staff/team-book.ts'
import type { Member } from '../../../src/intake/staff/team.ts'
import { SQLITE_FILE } from '../../../src/intake/store/sqlite-open.ts'
import {
  book,
  calendarToken,
  cookieOf,
  fromInbox,
  ORIGIN,
  problemOf,
  published,
  requestOf,
  sealedText,
  signedIn,
  slotOf,
  startTestIntake,
  token,
  type TestIntake,
  wish,
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

test('staff read a request, answer it and say where it stands', async () => {
  const intake = await startTestIntake()
  const { app } = intake
  const headers = await signedIn(intake)
  const request = requestOf(token())
  await app.inject({ method: 'POST', url: '/api/requests', body: request })
  const listed = staffRequestsAnswer.parse((await look(intake, headers)).json())
  expect(listed.requests).toMatchObject([{ id: request.id, state: 'new', sealed: request.sealed }])

  const reply = { id: randomUUID(), sealed: sealedText() }
  const send = (body: object, id = request.id) =>
    app.inject({ method: 'POST', url: `/api/staff/requests/${id}/replies`, headers, body })
  expect([(await send(reply)).statusCode, (await send(reply)).statusCode]).toEqual([201, 200])
  expect(problemOf(await send({ ...reply, sealed: sealedText() }))).toBe('id-conflict')
  expect(problemOf(await send(reply, randomUUID()))).toBe('not-found')
  expect(problemOf(await send(reply, 'x'))).toBe('not-found')

  expect(problemOf(await send({ ...reply, answers: 'no' }))).toBe('unacceptable')

  const url = `/api/staff/requests/${request.id}/state`
  const move = (body: object) => app.inject({ method: 'POST', url, headers, body })
  expect((await move({ from: 'answered', state: 'handed-over' })).statusCode).toBe(204)
  expect((await move({ from: 'answered', state: 'handed-over' })).statusCode).toBe(204)
  expect(problemOf(await move({ from: 'answered', state: 'lost' }))).toBe('unacceptable')
  expect(problemOf(await move({ state: 'closed' }))).toBe('unacceptable')
  const late = await move({ from: 'new', state: 'opened' })
  expect([late.statusCode, problemOf(late), late.json().state]).toEqual([409, 'state-changed', 'handed-over'])
  const one = await app.inject({ url: `/api/staff/requests/${request.id}`, headers })
  expect(one.json()).toMatchObject({ state: 'handed-over', messages: [{ ...reply, from: 'staff' }] })
  expect(problemOf(await app.inject({ url: `/api/staff/requests/${randomUUID()}`, headers }))).toBe(
    'not-found',
  )
})

test('a reply that says it answers nothing leaves the request where it stands', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const request = requestOf(token())
  await intake.app.inject({ method: 'POST', url: '/api/requests', body: request })
  const url = `/api/staff/requests/${request.id}`
  const body = { id: randomUUID(), sealed: sealedText(), answers: false }
  const sent = await intake.app.inject({ method: 'POST', url: `${url}/replies`, headers, body })
  expect(sent.statusCode).toBe(201)
  const one = await intake.app.inject({ url, headers })
  expect(one.json()).toMatchObject({ state: 'new', messages: [{ id: body.id, sealed: body.sealed }] })
})

test('staff read on where a page ended', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  const posts = Array.from({ length: 201 }, () => requestOf(token()))
  const at = { today: '2026-01-01', now: intake.clock.now }
  await Promise.all(posts.map(post => intake.store.acceptRequest(post, at)))
  const page = async (query: string) =>
    staffRequestsAnswer.parse(
      (await intake.app.inject({ url: `/api/staff/requests${query}`, headers })).json(),
    )
  const first = await page('')
  expect([first.requests.length, first.next]).toEqual([200, first.requests.at(-1)!.id])
  const second = await page(`?after=${first.next}`)
  expect([second.requests.length, second.next]).toEqual([1, undefined])
  const wrong = await intake.app.inject({ url: '/api/staff/requests?after=x', headers })
  expect([problemOf(wrong), wrong.json().field]).toEqual(['unacceptable', 'after'])
})

test('staff publish times, see who booked, cancel, and withdraw only what is free', async () => {
  const intake = await startTestIntake()
  const { app, clock } = intake
  const headers = await signedIn(intake)
  const slot = slotOf(clock, { room: '2', counsellor: 'Alva' })
  const slots = (method: 'POST' | 'DELETE', body: object) =>
    app.inject({ method, url: '/api/staff/slots', headers, body })
  expect((await slots('POST', { slots: [slot] })).statusCode).toBe(204)
  expect((await slots('POST', { slots: [slot] })).statusCode).toBe(204)
  expect(problemOf(await slots('POST', { slots: [{ ...slot, seats: 2 }] }))).toBe('id-conflict')

  const mailbox = token()
  const request = requestOf(mailbox, { slotIds: [slot.id] })
  await wish(app, request)
  const seen = staffSlotsAnswer.parse((await app.inject({ url: '/api/staff/slots', headers })).json())
  const bookings = seen.times!.slots[0]!.bookings
  expect(bookings).toMatchObject([{ requestId: request.id, slotId: slot.id }])

  const refused = await slots('DELETE', { ids: [slot.id] })
  expect([refused.statusCode, problemOf(refused)]).toEqual([409, 'slot-booked'])
  const cancelled = await app.inject({
    method: 'POST',
    url: '/api/staff/bookings/cancel',
    headers,
    body: { ids: [bookings[0]!.id, randomUUID()] },
  })
  expect(cancelled.json()).toEqual({ cancelled: 1 })
  expect((await slots('DELETE', { ids: [slot.id] })).statusCode).toBe(204)
  expect((await book(app, mailbox, { id: randomUUID(), slotIds: [slot.id] })).statusCode).not.toBe(201)
})

test('a time in a year that cannot be meant is refused by its field', async () => {
  const intake = await startTestIntake()
  const headers = await signedIn(intake)
  for (const startsAt of [
    '9999-12-31T23:30:00Z',
    '0001-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '1999-12-31T23:30:00Z',
  ]) {
    const body = { slots: [slotOf(intake.clock, { dates: [{ startsAt, minutes: 30 }] })] }
    const answer = await intake.app.inject({ method: 'POST', url: '/api/staff/slots', headers, body })
    expect([startsAt, problemOf(answer), answer.json().field]).toEqual([
      startsAt,
      'unacceptable',
      'slots.0.dates.0.startsAt',
    ])
  }
})

test('the calendar feed tells when, to the holder of its address, and nothing else', async () => {
  const intake = await startTestIntake()
  const { app, clock, store } = intake
  const startsAt = new Date(clock.now + 86_400_000)
  const dates = [{ startsAt: startsAt.toISOString(), minutes: 50 }]
  const [booked, free] = [slotOf(clock, { dates, room: 'Rum 9', counsellor: 'Alva' }), slotOf(clock)]
  await store.publishSlots([booked, free], published(clock))
  await wish(app, requestOf(token(), { slotIds: [booked.id] }))

  const feed = await app.inject(`/api/staff/calendar/${calendarToken}.ics`)
  expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const compact = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')
  const [start, end] = [compact(startsAt.getTime()), compact(startsAt.getTime() + 50 * 60_000)]
  expect(feed.body).toContain(
    `DTSTART:${start}\r\nDTEND:${end}\r\nSUMMARY:Samtale\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n`,
  )
  // Made today at midnight, whenever it was booked.
  expect(feed.body).toMatch(/^DTSTAMP:\d{8}T000000Z\r$/m)
  expect(feed.body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(feed.body).not.toMatch(/Rum|Alva|youth/)
  // The last one has bits at its end that no token has: it names nothing, and breaks nothing.
  for (const file of [`${token()}.ics`, 'x.ics', calendarToken, `${'A'.repeat(42)}B.ics`]) {
    expect(problemOf(await app.inject(`/api/staff/calendar/${file}`))).toBe('not-found')
  }
})

test('a member puts their feed at a new address: the old one ends at once, also for a program that had seen it', async () => {
  const intake = await startTestIntake()
  const { app, store, list } = intake
  const headers = await signedIn(intake)
  const other = await keptTeam(store, {
    demo: false,
    members: [{ ...listedAlva(intake), calendar: hashToken(calendarToken) }],
    signed: { list, first: list[0]!.by },
  })
  expect(await other.feeds()).toEqual([hashToken(calendarToken)])
  const fresh = token()
  const renew = (body: object) => app.inject({ method: 'POST', url: '/api/staff/calendar', headers, body })
  expect(problemOf(await renew({ calendar: 'x' }))).toBe('unacceptable')
  expect((await renew({ calendar: hashToken(fresh) })).statusCode).toBe(204)
  expect((await app.inject(`/api/staff/calendar/${fresh}.ics`)).statusCode).toBe(200)
  expect(problemOf(await app.inject(`/api/staff/calendar/${calendarToken}.ics`))).toBe('not-found')
  expect(await other.feeds()).toEqual([hashToken(fresh)])

  // A start with the keys file of before does not bring the old one back.
  const started = await keptTeam(store, {
    demo: false,
    members: [{ ...listedAlva(intake), calendar: hashToken(calendarToken) }],
    signed: { list, first: list[0]!.by },
  })
  expect(await started.feeds()).toEqual([hashToken(fresh)])
})

test('a team of before there was a list keeps the address that its keys file names', async () => {
  const alva = { ...listedAlva(await startTestIntake()), calendar: hashToken(calendarToken) }
  const fixed = await startTestIntake({}, { team: fixedTeam([alva]) })
  const headers = await signedIn(fixed)
  const body = { calendar: hashToken(token()) }
  const answer = await fixed.app.inject({ method: 'POST', url: '/api/staff/calendar', headers, body })
  expect(problemOf(answer)).toBe('not-found')
  expect((await fixed.app.inject(`/api/staff/calendar/${calendarToken}.ics`)).statusCode).toBe(200)
})

/** The intake's one member as its list has her. */
function listedAlva({ list }: TestIntake): Member {
  const [entry] = list
  if (entry?.kind !== 'add') throw new Error('the list begins with a member')
  return { ...entry.member, wrapped: [] }
}
