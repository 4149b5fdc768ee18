import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { recipientsAnswer, requestAnswer, slotsAnswer } from '../../../src/core/contract/index.ts'
import { bearer, problemOf, published, requestOf, slotOf, startTestIntake, token, wish } from './intake.ts'
import { everyRequest } from '../store/builders.ts'

const post = (body: object) => ({ method: 'POST', url: '/api/requests', body }) as const

test('the recipients and their fingerprint can be compared', async () => {
  const { app, recipients, fingerprint } = await startTestIntake()
  const answer = await app.inject('/api/recipients')
  expect(recipientsAnswer.parse(answer.json())).toEqual({ recipients, fingerprint })
})

test('a request is accepted with a day and no finer time', async () => {
  const { app, clock } = await startTestIntake()
  const request = requestOf(token())
  const answer = await app.inject(post(request))
  expect(answer.statusCode).toBe(201)
  expect(requestAnswer.parse(answer.json())).toMatchObject({ id: request.id, slot: null })
  expect(answer.json().receivedOn).toBe(
    new Date(clock.now).toLocaleDateString('sv', { timeZone: 'Europe/Copenhagen' }),
  )
})

test('the same request again gets the same answer and is there once', async () => {
  const { app, store } = await startTestIntake()
  const request = requestOf(token())
  const first = await app.inject(post(request))
  const again = await app.inject(post(request))
  expect(again.statusCode).toBe(200)
  expect(again.json()).toEqual(first.json())
  expect(await everyRequest(store)).toHaveLength(1)
})

test('the same id with other content is refused', async () => {
  const { app } = await startTestIntake()
  const request = requestOf(token())
  await app.inject(post(request))
  const answer = await app.inject(post({ ...requestOf(token()), id: request.id }))
  expect([answer.statusCode, problemOf(answer)]).toEqual([409, 'id-conflict'])
})

test('a withdrawn request that comes again is told that it is erased', async () => {
  const { app } = await startTestIntake()
  const mailbox = token()
  const request = requestOf(mailbox)
  await app.inject(post(request))
  const withdrawn = await app.inject({ method: 'DELETE', url: '/api/mailbox', headers: bearer(mailbox) })
  expect(withdrawn.statusCode).toBe(204)
  const answer = await app.inject(post(request))
  expect([answer.statusCode, problemOf(answer)]).toEqual([410, 'erased'])
})

test('free times are told, and the first free wish is given', async () => {
  const { app, store, clock } = await startTestIntake()
  const [taken, free] = [slotOf(clock), slotOf(clock)]
  await store.publishSlots([taken, free], published(clock))
  const first = await wish(app, requestOf(token(), { slotIds: [taken.id] }))
  expect(first.json().slot.id).toBe(taken.id)

  const slots = slotsAnswer.parse((await app.inject('/api/slots?kind=youth-talk')).json()).slots
  expect(slots.filter(slot => slot.seatsLeft > 0).map(slot => slot.id)).toEqual([free.id])

  const second = await wish(app, requestOf(token(), { slotIds: [taken.id, free.id] }))
  expect(second.json().slot.id).toBe(free.id)
  const third = await wish(app, requestOf(token(), { slotIds: [taken.id] }))
  expect([third.statusCode, third.json().slot]).toEqual([201, null]) // a taken time never loses the request
})

test('an unknown kind of time is refused by its field', async () => {
  const { app } = await startTestIntake()
  for (const url of ['/api/slots', '/api/slots?kind=dinner', '/api/slots?kind=youth-talk&kind=adult-talk']) {
    const answer = await app.inject(url)
    expect([answer.statusCode, problemOf(answer), answer.json().field]).toEqual([422, 'unacceptable', 'kind'])
  }
})

test.each([
  ['id', { id: 'x' }],
  ['sealed', { sealed: 'AAAA' }],
  ['mailbox', { mailbox: 'short' }],
  ['slotIds.0', { slotIds: ['x'] }],
  ['slotIds', { slotIds: Array.from({ length: 4 }, () => randomUUID()) }],
  ['name', { name: 'Ida' }],
])('a request whose %s is wrong is refused by that field and kept nowhere', async (field, wrong) => {
  const { app, store } = await startTestIntake()
  const answer = await app.inject(post({ ...requestOf(token()), ...wrong }))
  expect([answer.statusCode, problemOf(answer), answer.json().field]).toEqual([422, 'unacceptable', field])
  expect(await everyRequest(store)).toEqual([])
})
