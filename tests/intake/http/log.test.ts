import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTally, describeError, type LogEntry } from '../../../src/intake/log.ts'
import { bearer, book, fromInbox, requestOf, sealedText, signedIn, startTestIntake, token } from './intake.ts'

test('no byte, address, agent, header, id or token of any call gets into the log', async () => {
  const intake = await startTestIntake()
  const { app, store, log } = intake
  const [mailbox, unknown, id, slotId] = [token(), token(), randomUUID(), randomUUID()]
  const request = requestOf(mailbox)
  const agent = 'Sentinel-Agent/1.0'
  const remoteAddress = '203.0.113.77'
  const headers = {
    'user-agent': agent,
    'x-forwarded-for': '198.51.100.88',
    referer: 'https://sentinel.example/',
  }
  const all = { remoteAddress, headers }
  const staff = await signedIn(intake)

  await app.inject({ ...all, method: 'POST', url: '/api/requests', body: request })
  await app.inject({
    ...all,
    method: 'POST',
    url: '/api/requests',
    body: { ...request, sealed: sealedText() },
  })
  await app.inject({ ...all, method: 'POST', url: '/api/requests', payload: 'sentinel-body' })
  await app.inject({ ...all, method: 'POST', url: '/api/requests', body: { sentinelField: 1 } })
  await app.inject({
    ...all,
    url: '/api/mailbox?query=sentinel-query',
    headers: { ...headers, ...bearer(mailbox) },
  })
  await app.inject({ ...all, url: '/api/mailbox', headers: { ...headers, ...bearer(unknown) } })
  await app.inject({ ...all, url: `/api/${mailbox}` })
  await app.inject({ ...all, url: '/sentinel-page%zz' })
  await app.inject({ ...all, method: 'DELETE', url: `/api/mailbox/bookings/${id}`, headers: bearer(mailbox) })
  await book(app, mailbox, { id, slotIds: [slotId] })
  await app.inject({ ...all, url: `/api/staff/requests/${request.id}`, headers: staff })
  store.addMessage = (_mailbox, message) => {
    const fault = new TypeError(
      `sentinel ${message.id} ${message.sealed}\n    at sentinel (/app/src/sentinel.ts:1:1)`,
    )
    return Promise.reject(Object.assign(fault, { detail: 'sentinel' }))
  }
  const message = { id, sealed: sealedText() }
  const post = {
    method: 'POST',
    url: '/api/mailbox/messages',
    headers: bearer(mailbox),
    body: message,
  } as const
  expect((await app.inject({ ...all, ...post })).statusCode).toBe(500)
  await app.close()

  const written = log.map(entry => JSON.stringify(entry)).join('\n')
  for (const secret of [
    ...[mailbox, unknown, id, slotId, request.id, request.mailbox, request.sealed, message.sealed],
    ...[
      agent,
      remoteAddress,
      '198.51.100.88',
      '127.0.0.1',
      'sentinel',
      'Alva',
      staff['cookie']!.slice(14, 57),
    ],
    ...['origin', fromInbox.origin],
  ]) {
    expect(written.toLowerCase()).not.toContain(secret.toLowerCase())
  }
  expect(written).toContain('"route":"/api/mailbox/bookings/:id","status":404,"count":1')
  expect(written).toContain('"event":"broken"')
  expect(written).not.toMatch(/\d\d:\d\d:\d\d|\dT\d/) // no time of day
  expect(written).not.toMatch(/1[67]\d{8}/) // nor in seconds
})

test('answers are counted and written when the day is over, in no order of arrival', () => {
  const log: LogEntry[] = []
  let today = '2026-03-01'
  const tally = createTally(
    entry => log.push(entry),
    () => today,
  )
  tally.count('POST', '/api/requests', 201)
  tally.count('GET', '/api/mailbox', 404)
  tally.count('POST', '/api/requests', 201)
  expect(log).toEqual([])
  today = '2026-03-02'
  tally.count('GET', '/api/slots', 200)
  expect(log).toEqual([
    { event: 'answers', on: '2026-03-01', method: 'GET', route: '/api/mailbox', status: 404, count: 1 },
    { event: 'answers', on: '2026-03-01', method: 'POST', route: '/api/requests', status: 201, count: 2 },
  ])
  tally.write()
  expect(log.at(-1)).toMatchObject({ on: '2026-03-02', route: '/api/slots', count: 1 })
})

test('of an error its name, code and our own places are told', () => {
  const error = Object.assign(new Error('sentinel'), { code: 'SQLITE_FULL' })
  error.stack =
    'Error: sentinel\n    at Db.run (/srv/foerste-snak/node_modules/x/y.js:1:2)\n' +
    '    at acceptRequest (/srv/foerste-snak/src/intake/store/requests.ts:30:11)\n' +
    '    at file:///srv/foerste-snak/src/intake/http/routes/requests.ts:44:5'
  expect(describeError(error)).toEqual({
    error: 'Error SQLITE_FULL',
    at: ['src/intake/store/requests.ts:30:11', 'src/intake/http/routes/requests.ts:44:5'],
  })
  const refused = Object.assign(new Error('sentinel'), { code: '55P03' }) // PostgreSQL's way
  expect(describeError(refused).error).toBe('Error 55P03')
  expect(describeError('sentinel')).toEqual({ error: 'string', at: [] })
})
