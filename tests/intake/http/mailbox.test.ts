import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { booking, mailboxAnswer } from '../../../src/core/contract/index.ts'
import {
  bearer,
  book,
  problemOf,
  published,
  requestOf,
  sealedText,
  slotOf,
  startTestIntake,
  token,
  type TestIntake,
} from './intake.ts'
import { everyRequest } from '../store/builders.ts'

async function withMailbox(intake: TestIntake): Promise<string> {
  const mailbox = token()
  await intake.app.inject({ method: 'POST', url: '/api/requests', body: requestOf(mailbox) })
  return mailbox
}

test('the holder of the token reads what is in the mailbox', async () => {
  const intake = await startTestIntake()
  const mailbox = await withMailbox(intake)
  const answer = await intake.app.inject({ url: '/api/mailbox', headers: bearer(mailbox) })
  expect(mailboxAnswer.parse(answer.json())).toMatchObject({
    messages: [],
    bookings: [],
    bookingsLeft: { 'youth-talk': 2 },
  })
})

test('no token, a mistyped one and an unknown one get the same answer on every call', async () => {
  const { app } = await startTestIntake()
  const bookingBody = { id: randomUUID(), slotIds: [randomUUID()] }
  const proven = await book(app, token(), bookingBody)
  expect([proven.statusCode, problemOf(proven)]).toEqual([404, 'unknown-mailbox'])

  for (const headers of [{}, bearer('short'), { authorization: 'Basic abc' }, bearer(token())]) {
    for (const call of [
      { method: 'GET', url: '/api/mailbox' },
      { method: 'DELETE', url: '/api/mailbox' },
      { method: 'POST', url: '/api/mailbox/messages', body: { id: randomUUID(), sealed: sealedText() } },
      { method: 'DELETE', url: `/api/mailbox/bookings/${randomUUID()}` },
    ] as const) {
      const answer = await app.inject({ ...call, headers })
      expect([answer.statusCode, answer.json().type, answer.json().detail]).toEqual([
        404,
        proven.json().type,
        proven.json().detail,
      ])
    }
  }
})

test('a message is accepted once, however often it is sent', async () => {
  const intake = await startTestIntake()
  const mailbox = await withMailbox(intake)
  const send = (body: object) =>
    intake.app.inject({ method: 'POST', url: '/api/mailbox/messages', headers: bearer(mailbox), body })
  const message = { id: randomUUID(), sealed: sealedText() }
  const [first, again] = [await send(message), await send(message)]
  expect([first.statusCode, again.statusCode]).toEqual([201, 200])
  expect(again.json()).toEqual(first.json())
  expect(problemOf(await send({ ...message, sealed: sealedText() }))).toBe('id-conflict')
  expect(problemOf(await send({ id: randomUUID(), sealed: 'AAAA' }))).toBe('unacceptable')
  const read = await intake.app.inject({ url: '/api/mailbox', headers: bearer(mailbox) })
  expect(read.json().messages).toEqual([{ ...message, on: first.json().on, from: 'citizen' }])
})

test('who has filled a mailbox is told to slow down, without a challenge that would not help', async () => {
  const intake = await startTestIntake()
  const mailbox = await withMailbox(intake)
  intake.store.addMessage = () => Promise.resolve({ kind: 'full' })
  const body = { id: randomUUID(), sealed: sealedText() }
  const call = { method: 'POST', url: '/api/mailbox/messages', headers: bearer(mailbox), body } as const
  const answer = await intake.app.inject(call)
  expect([problemOf(answer), answer.headers['retry-after'], answer.json().challenge]).toEqual([
    'slow-down',
    '3600',
    undefined,
  ])
})

test('a time is booked, moved and given back', async () => {
  const intake = await startTestIntake()
  const mailbox = await withMailbox(intake)
  const [one, two] = [slotOf(intake.clock), slotOf(intake.clock)]
  await intake.store.publishSlots([one, two], published(intake.clock))

  const id = randomUUID()
  const first = await book(intake.app, mailbox, { id, slotIds: [one.id] })
  expect([first.statusCode, booking.parse(first.json()).slotId]).toEqual([201, one.id])
  const again = await book(intake.app, mailbox, { id, slotIds: [one.id] })
  expect([again.statusCode, again.json()]).toEqual([200, first.json()])
  expect(problemOf(await book(intake.app, mailbox, { id, slotIds: [two.id] }))).toBe('id-conflict')

  const moved = await book(intake.app, mailbox, { id: randomUUID(), slotIds: [two.id], replaces: id })
  expect(moved.json().slotId).toBe(two.id)

  const url = `/api/mailbox/bookings/${moved.json().id}`
  const given = await intake.app.inject({ method: 'DELETE', url, headers: bearer(mailbox) })
  expect(given.statusCode).toBe(204)
  const nobodys = `/api/mailbox/bookings/${randomUUID()}`
  const unknown = await intake.app.inject({ method: 'DELETE', url: nobodys, headers: bearer(mailbox) })
  expect([unknown.statusCode, problemOf(unknown)]).toEqual([404, 'not-found'])
})

test('a taken time and a third talk are refused, each by its own name', async () => {
  const intake = await startTestIntake()
  const [mailbox, other] = [await withMailbox(intake), await withMailbox(intake)]
  const slots = [slotOf(intake.clock), slotOf(intake.clock), slotOf(intake.clock)]
  await intake.store.publishSlots(slots, published(intake.clock))
  const wish = (of: string, n: number) => book(intake.app, of, { id: randomUUID(), slotIds: [slots[n]!.id] })
  expect((await wish(mailbox, 0)).statusCode).toBe(201)
  const taken = await wish(other, 0)
  expect([taken.statusCode, problemOf(taken)]).toEqual([409, 'slot-taken'])
  expect((await wish(mailbox, 1)).statusCode).toBe(201)
  const third = await wish(mailbox, 2)
  expect([third.statusCode, problemOf(third)]).toEqual([409, 'no-booking-left'])
})

test('after withdrawing, the mailbox is unknown', async () => {
  const intake = await startTestIntake()
  const mailbox = await withMailbox(intake)
  const withdraw = () =>
    intake.app.inject({ method: 'DELETE', url: '/api/mailbox', headers: bearer(mailbox) })
  expect((await withdraw()).statusCode).toBe(204)
  expect(problemOf(await withdraw())).toBe('unknown-mailbox')
  expect(await everyRequest(intake.store)).toEqual([])
})
