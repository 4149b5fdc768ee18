import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { citizenCalls, otherCalls, staffCalls } from '../../../src/core/contract/calls.ts'
import { problem } from '../../../src/core/contract/index.ts'
import { refuseMalformed } from '../../../src/intake/http/malformed.ts'
import { StoreFault } from '../../../src/intake/store/fault.ts'
import { bearer, problemOf, requestOf, startTestIntake, token } from './intake.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const json = { 'content-type': 'application/json' }

test.each([
  ['half a JSON object', '{"id":', json, 400, 'not-json'],
  ['nothing at all', '', {}, 400, 'not-json'],
  ['an empty JSON body', '', json, 400, 'not-json'],
  ['a form', 'id=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-type'],
  ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'wrong-type'],
  ['text of no type', '{}', { 'content-type': '' }, 415, 'wrong-type'],
  ['64 KiB and a byte', JSON.stringify('x'.repeat(64 * 1024 - 1)), json, 413, 'too-large'],
  ['a list', '[]', json, 400, 'not-json'],
  ['a number', '5', json, 400, 'not-json'],
  ['a word', '"x"', json, 400, 'not-json'],
  ['null', 'null', json, 400, 'not-json'],
  ['an empty object', '{}', json, 422, 'unacceptable'],
  ['a poisoned prototype', '{"__proto__":{"a":1}}', json, 400, 'not-json'],
  ['one written with escapes', '{"\\u005f_proto_\\u005f":{"a":1}}', json, 400, 'not-json'],
  ['a poisoned constructor', '{"constructor":{"prototype":{"a":1}}}', json, 400, 'not-json'],
] as const)('%s is refused in the form of RFC 9457', async (_what, payload, headers, status, name) => {
  const { app } = await startTestIntake()
  const answer = await app.inject({ method: 'POST', url: '/api/requests', headers, payload })
  expect([answer.statusCode, problemOf(answer)]).toEqual([status, name])
  expect(problem.parse(answer.json()).title).not.toBe('')
})

test('a body too large is refused also when it comes in chunks', async () => {
  const { app } = await startTestIntake()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const body = Readable.from(Array.from({ length: 70 }, () => Buffer.alloc(1024, 0x20)))
  const init = { method: 'POST', headers: json, body, duplex: 'half' } as unknown as RequestInit
  const answer = await fetch(`http://127.0.0.1:${port}/api/requests`, init)
  expect([answer.status, (await answer.json()).type]).toEqual([413, 'urn:foerste-snak:problem:too-large'])
})

test.each([
  ['GET', '/api', 404, 'not-found'],
  ['GET', '/api/nothing', 404, 'not-found'],
  ['POST', '/api/nothing', 404, 'not-found'],
  ['GET', '/api/%zz', 404, 'not-found'],
  ['GET', '/api/requests', 405, 'method-not-allowed'],
  ['PUT', '/api/requests', 405, 'method-not-allowed'],
  ['OPTIONS', '/api/mailbox', 405, 'method-not-allowed'],
  ['POST', '/healthz', 405, 'method-not-allowed'],
] as const)('%s %s answers %i', async (method, url, status, name) => {
  const { app } = await startTestIntake()
  const answer = await app.inject({ method, url, ...(method !== 'GET' && { payload: 'x' }) })
  expect([answer.statusCode, problemOf(answer)]).toEqual([status, name])
})

test('a method that is not of the web’s own is refused as such, too', async () => {
  const { app } = await startTestIntake()
  const answerOf = (target: string) =>
    answerTo(app, `PROPFIND ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  await app.listen({ port: 0, host: '127.0.0.1' })
  expect(await answerOf('/api/requests')).toMatch(
    /^HTTP\/1\.1 405 [\s\S]*\r\nallow: POST\r\n[\s\S]*method-not-allowed/,
  )
  expect(await answerOf('/api/nothing')).toMatch(/^HTTP\/1\.1 404 [\s\S]*not-found/)
  expect(await answerOf('/voksne')).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nallow: GET, HEAD\r\n/)
})

test('every address names what may be done there to all other methods, and is counted as itself', async () => {
  const { app, log } = await startTestIntake()
  const allowed = new Map<string, string[]>()
  for (const { method, path } of Object.values({ ...citizenCalls, ...staffCalls, ...otherCalls }))
    allowed.set(
      path,
      [...(allowed.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])].sort(),
    )
  const others = (methods: readonly string[]) =>
    ['GET', 'HEAD', 'POST', 'DELETE', 'PUT', 'OPTIONS', 'PROPFIND'].filter(one => !methods.includes(one))
  for (const [path, methods] of allowed)
    for (const method of others(methods)) {
      // An id that no other address has for a word.
      const url = path.replace(/:\w+/, 'mine')
      const answer = await app.inject({ method: method as 'GET', url }) // its type knows fewer methods than Node
      expect([method, path, answer.statusCode, answer.headers['allow']]).toEqual([
        method,
        path,
        405,
        methods.join(', '),
      ])
    }
  await app.close()
  const counted = log.flatMap(entry => (entry.event === 'answers' && 'route' in entry ? [entry.route] : []))
  expect(new Set(counted)).toEqual(new Set(allowed.keys()))
})

test('what may be done is named where something else was tried', async () => {
  const { app } = await startTestIntake()
  const answer = await app.inject({ method: 'PATCH', url: '/api/mailbox' })
  expect(answer.headers['allow']).toBe('DELETE, GET, HEAD')
})

test('a fault of ours is one fixed sentence, and the log has its place but not its words', async () => {
  const secret = 'row 17 held "Ida Hansen"'
  const { app, store, log } = await startTestIntake()
  store.acceptRequest = () => Promise.reject(new RangeError(secret))
  const answer = await app.inject({ method: 'POST', url: '/api/requests', body: requestOf(token()) })
  expect([answer.statusCode, problemOf(answer)]).toEqual([500, 'broken'])
  expect(answer.body).not.toContain('Ida')
  expect(log).toMatchObject([
    { event: 'broken', method: 'POST', route: '/api/requests', error: 'RangeError' },
  ])
  expect(JSON.stringify(log)).not.toContain('Ida')
})

test('readiness follows the store, liveness does not', async () => {
  const since = vi.spyOn(performance, 'now').mockReturnValue(0)
  const { app, store, clock, log } = await startTestIntake()
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' })
  store.ready = () => Promise.reject(new Error('gone'))
  clock.now -= 3_600_000 // a wall clock that is put back keeps no old answer
  since.mockReturnValue(1_000)
  const answer = await app.inject('/readyz')
  expect([answer.statusCode, problemOf(answer)]).toEqual([503, 'not-ready'])
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' })
  // A proxy sends nobody here now: this line is all that the operator gets.
  // (Just after midnight the clock that is put back also ends a day, and what was counted on it is told.)
  const broken = log.filter(({ event }) => event === 'broken')
  expect(broken).toMatchObject([{ method: 'GET', route: '/readyz', error: 'Error' }])
})

test('a store that cannot is no fault of ours: 503, when to come again, and one line for the operator a minute', async () => {
  const { app, store, log } = await startTestIntake()
  const cause = Object.assign(new Error('sentinel'), { code: 'ECONNREFUSED' })
  vi.spyOn(store, 'acceptRequest').mockRejectedValueOnce(new StoreFault('DATABASE_AWAY', { cause }))
  vi.spyOn(store, 'mailbox').mockRejectedValue(new StoreFault('DATABASE_AWAY', { cause }))
  const body = requestOf(token())
  const refused = await app.inject({ method: 'POST', url: '/api/requests', body })
  expect([refused.statusCode, problemOf(refused)]).toEqual([503, 'not-ready'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await app.inject({ url: '/api/mailbox', headers: bearer(token()) })).statusCode).toBe(503)
  expect((await app.inject({ method: 'POST', url: '/api/requests', body })).statusCode).toBe(201)
  expect(log).toMatchObject([{ event: 'broken', route: '/api/requests', error: 'StoreFault DATABASE_AWAY' }])
  expect(log[0]).toHaveProperty('says', expect.stringContaining('the database does not answer'))
  expect(JSON.stringify(log)).not.toContain('sentinel')
})

test('a store that hangs is not ready within two seconds, and is asked no second time meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const since = vi.spyOn(performance, 'now').mockReturnValue(0)
  const { app, store } = await startTestIntake()
  let answer: () => void = () => undefined
  const ready = vi.spyOn(store, 'ready').mockImplementation(() => new Promise(resolve => (answer = resolve)))
  const asking = app.inject('/readyz')
  await expect.poll(() => ready.mock.calls.length).toBe(1)
  vi.advanceTimersByTime(2_000)
  expect((await asking).statusCode).toBe(503)
  since.mockReturnValue(5_000)
  expect((await app.inject('/readyz')).statusCode).toBe(503)
  expect(ready).toHaveBeenCalledTimes(1)
  answer()
  ready.mockImplementation(() => Promise.resolve())
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' })
})

/** What the intake answers on the socket to these very bytes. */
async function answerTo(app: FastifyInstance, bytes: string): Promise<string> {
  const { port } = app.server.address() as AddressInfo
  return new Promise(resolve => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket
      .on('data', data => (text += data.toString()))
      .on('close', () => {
        resolve(text)
      })
  })
}

test.each([
  ['HELLO sentinel-bytes\r\n\r\n', 400, 'not-http'],
  [`GET / HTTP/1.1\r\nX: sentinel${'x'.repeat(9_000)}\r\n\r\n`, 431, 'headers-too-large'],
])(
  'what is not HTTP is refused on the socket and counted without a word of it (%#)',
  async (bytes, status, name) => {
    const { app, log } = await startTestIntake()
    await app.listen({ port: 0, host: '127.0.0.1' })
    const answer = await answerTo(app, bytes)
    const [head, body] = answer.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(head).toContain('Content-Type: application/problem+json')
    for (const header of [
      "Content-Security-Policy: default-src 'none'",
      'Referrer-Policy: no-referrer',
      'no-store',
    ])
      expect(head).toContain(header)
    const told = problem.parse(JSON.parse(body!))
    expect(told).toMatchObject({ type: `urn:foerste-snak:problem:${name}`, status })
    expect([told.title, told.detail]).not.toContain('')
    await app.close()
    expect(log).toMatchObject([{ event: 'answers', route: 'malformed request', status, count: 1 }])
    expect(JSON.stringify(log)).not.toContain('sentinel')
  },
)

test.each([
  ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: inbox.localhost\r\nHost: citizens\r\n\r\n', 400, 'one-host'],
  ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'one-host'],
  [
    'an unknown expectation',
    'POST /api/requests HTTP/1.1\r\nHost: a\r\nExpect: a-coffee\r\nContent-Length: 0\r\n\r\n',
    417,
    'expectation',
  ],
])('%s is refused with our headers', async (_what, bytes, status, name) => {
  const { app } = await startTestIntake({ inboxHost: 'inbox.localhost' })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const answer = await answerTo(app, bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  expect(answer).toContain(`urn:foerste-snak:problem:${name}`)
})

test('who sends too slowly is told so', () => {
  const counted: number[] = []
  const tally = {
    count: (_method: string, _route: string, status: number) => counted.push(status),
    write() {},
  }
  let written = ''
  const socket = {
    writable: true,
    destroyed: false,
    write: (text: string) => (written = text),
    destroySoon() {},
  }
  const error = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  refuseMalformed(tally, {})(error, socket as unknown as Socket)
  expect(written).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  expect(JSON.parse(written.split('\r\n\r\n')[1]!)).toMatchObject({
    type: 'urn:foerste-snak:problem:too-slow',
  })
  expect(counted).toEqual([408])
})
