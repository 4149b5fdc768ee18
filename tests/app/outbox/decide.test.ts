import { describe, expect, test } from 'vitest'
import { canBeOpened, decide, waitUntil, type Reply } from '../../../src/app/outbox/decide.ts'

const id = '3f0c8f9e-6a53-4f0e-9a35-0d5a6cfb7a11'
const now = Date.parse('2026-11-22T20:00:00Z')
const request = { id, purpose: 'request' as const }
const message = { id, purpose: 'message' as const }
const slot = {
  id: '8a51bd0e-2c0f-4ad0-9c58-5f8a26dd1d21',
  kind: 'adult-talk',
  dates: [{ startsAt: '2026-11-24T09:00:00Z', minutes: 45 }],
  place: 'house',
  seatsLeft: 0,
}

const reply = (status: number, body?: unknown, retryAfter: string | null = null): Reply => ({
  status,
  body,
  retryAfter,
})
const problem = (status: number, name: string, more: object = {}): Reply =>
  reply(status, { type: `urn:foerste-snak:problem:${name}`, title: 't', status, ...more })

describe('a request ends its waiting only on an answer of the intake', () => {
  test.each([200, 201])('%i with or without the wished time says it was sent', status => {
    for (const got of [slot, null]) {
      const answer = { id, receivedOn: '2026-11-22', slot: got }
      expect(decide(request, reply(status, answer), now)).toEqual({ kind: 'sent', answer })
    }
  })

  test.each([
    ['the page of a café that wants a click', reply(200, undefined)],
    ['an answer for somebody else', reply(201, { id: slot.id, receivedOn: '2026-11-22', slot: null })],
    ['an answer without its day', reply(201, { id, slot: null })],
    [
      'an answer with something unknown in it',
      reply(200, { id, receivedOn: '2026-11-22', slot: null, more: 1 }),
    ],
    ['a conflict that somebody else reports', reply(409, { error: 'conflict' })],
    ['a page that is gone, says a proxy', reply(410)],
    ['a refusal by a proxy', reply(422, { type: 'about:blank', title: 't', status: 422 })],
    ['a server that broke', problem(500, 'broken')],
    ['a server that is starting', problem(503, 'not-ready')],
    ['a gateway without a server behind it', reply(502)],
    ['an address that is not there yet', problem(404, 'not-found')],
    ['a taken time, which can never be the answer to a request', problem(409, 'slot-taken')],
  ])('%s leaves it waiting', (_, answer) => {
    expect(decide(request, answer, now)).toEqual({ kind: 'waiting', why: 'server' })
  })

  test.each([
    [problem(409, 'id-conflict'), 'conflict'],
    [problem(410, 'erased'), 'erased'],
    [problem(413, 'too-large'), 'too-large'],
    [reply(413), 'too-large'],
    [problem(422, 'unacceptable'), 'unacceptable'],
    [problem(400, 'not-json'), 'unacceptable'],
    [problem(415, 'wrong-type'), 'unacceptable'],
  ])('what trying again cannot change needs the person: %o', (answer, why) => {
    expect(decide(request, answer, now)).toEqual({ kind: 'needs-you', why })
  })
})

describe('a busy intake', () => {
  test('is asked again at the time it names', () => {
    expect(decide(request, problem(429, 'slow-down', {}), now)).toEqual({ kind: 'waiting', why: 'busy' })
    const named = { ...problem(429, 'slow-down'), retryAfter: '7' }
    expect(decide(request, named, now)).toEqual({ kind: 'waiting', why: 'busy', retryAt: now + 7_000 })
    expect(decide(request, reply(429, undefined, '3'), now)).toEqual({
      kind: 'waiting',
      why: 'busy',
      retryAt: now + 3_000,
    })
  })

  test('may pose a challenge, which is solved, whatever the phone’s clock says', () => {
    const posed = { challenge: { parameters: {} }, cost: 5, expires: now / 1000 + 60 }
    for (const clock of [now, Date.parse('2020-01-01'), Date.parse('2031-01-01')])
      expect(decide(request, problem(429, 'slow-down', posed), clock)).toEqual({
        kind: 'prove',
        challenge: posed.challenge,
      })
  })

  test.each([
    [null, undefined],
    ['0', now],
    ['90', now + 90_000],
    ['999999', now + 3_600_000],
    ['Sun, 22 Nov 2026 20:00:30 GMT', now + 30_000],
    ['Sun, 22 Nov 2026 19:00:00 GMT', now],
    ['soon', undefined],
  ])('reads Retry-After %s', (header, when) => {
    expect(waitUntil(header, now)).toBe(when)
  })
})

describe('a message', () => {
  test('is sent when the intake names its day', () => {
    expect(decide(message, reply(201, { id, on: '2026-11-22' }), now)).toEqual({
      kind: 'sent',
      answer: { id, receivedOn: '2026-11-22', slot: null },
    })
  })

  test('needs the person when its mailbox is gone', () => {
    expect(decide(message, problem(404, 'unknown-mailbox'), now)).toEqual({
      kind: 'needs-you',
      why: 'erased',
    })
  })
})

describe('before sending, the keys of the intake are compared', () => {
  const fingerprint = 'a'.repeat(64)
  const sealedTo = ['age1pq1team', 'age1pq1recovery'] as const

  test('the same keys, or a new team key in a later epoch, let it go', () => {
    expect(canBeOpened(sealedTo, { recipients: [...sealedTo], fingerprint })).toBe(true)
    expect(canBeOpened(sealedTo, { recipients: ['age1pq1later', sealedTo[1]], fingerprint })).toBe(true)
  })

  test('another recovery key means another house: it stays', () => {
    expect(canBeOpened(sealedTo, { recipients: [sealedTo[0], 'age1pq1other'], fingerprint })).toBe(false)
  })

  test('what is no answer of the intake stops nothing', () => {
    for (const served of [undefined, {}, { recipients: ['x'] }])
      expect(canBeOpened(sealedTo, served)).toBe(true)
  })
})
