import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { staffRequestsAnswer, staffSlotsAnswer } from '../../../src/core/contract/index.ts'
import {
  book,
  problemOf,
  requestOf,
  sealedText,
  signedIn,
  slotOf,
  startTestIntake,
  token,
  type TestIntake,
  wish,
} from './intake.ts'

const look = ({ app }: TestIntake, headers: Record<string, string>) =>
  app.inject({ url: '/api/staff/requests', headers })

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
