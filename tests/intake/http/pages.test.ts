import { createHash } from 'node:crypto'
import { get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import type { AppSettings } from '../../../src/intake/http/parts.ts'
import { readSite } from '../../../src/intake/settings/site.ts'
import { builtSite, STYLE } from './built-site.ts'
import { fromInbox, problemOf, requestOf, startTestIntake, token, type TestIntake } from './intake.ts'

async function withSite(settings: Partial<AppSettings> = {}): Promise<TestIntake> {
  const site = await readSite(await builtSite({ fingerprint: 'ab'.repeat(32), demo: true }))
  return startTestIntake(settings, { site })
}

test.each([
  ['/', 200, 'forside'],
  ['/en', 200, 'front page'],
  ['/voksne', 200, 'voksne'],
  ['/voksne?utm=1', 200, 'voksne'],
  ['/voksne/index.html', 200, 'voksne'], // as the service worker fetches it
  ['/inbox', 200, 'indbakke'],
  ['/nothing', 404, 'findes ikke'],
  ['/en/nothing', 404, 'not here'],
  ['/english', 404, 'findes ikke'],
  ['/inbox.html', 404, 'findes ikke'],
  ['/404.html', 404, 'findes ikke'],
  ['/secret.key', 404, 'findes ikke'],
  ['/../package.json', 404, 'findes ikke'],
  ['/%2e%2e/package.json', 404, 'findes ikke'],
  ['/%zz', 404, 'findes ikke'],
  ['/assets/app-1a2b3c.js.br', 404, 'findes ikke'],
])('%s answers %i with its page', async (url, status, words) => {
  const { app } = await withSite()
  const answer = await app.inject(url)
  expect([answer.statusCode, answer.body.includes(words)]).toEqual([status, true])
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
})

test('a slash too many leads to the page, and never to another host', async () => {
  const { app } = await withSite()
  for (const [url, location] of [
    ['/voksne/', '/voksne'],
    ['/en//', '/en'],
    ['/inbox/', '/inbox'],
  ]) {
    const answer = await app.inject(url!)
    expect([url, answer.statusCode, answer.headers['location']]).toEqual([url, 308, location])
  }
  for (const url of ['//evil.example/', '/%2fevil.example/', '/nothing/']) {
    expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404])
  }
})

test('assets are kept for ever and compressed, pages are asked for each time', async () => {
  const { app } = await withSite()
  const get = (url: string, headers = {}) => app.inject({ url, headers })
  const asset = '/assets/app-1a2b3c.js'
  const br = await get(asset, { 'accept-encoding': 'gzip, br' })
  expect(br.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
  const gz = await get(asset, { 'accept-encoding': 'gzip;q=0.5, br;q=0' })
  expect(gz.headers['content-encoding']).toBe('gzip')
  const plain = await get(asset)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(brotliDecompressSync(br.rawPayload)).toEqual(plain.rawPayload)
  expect(gunzipSync(gz.rawPayload)).toEqual(plain.rawPayload)
  // One tag for three different bodies is a weak one.
  expect(br.headers['etag']).toMatch(/^W\/"[\w-]{43}"$/)
  expect([gz.headers['etag'], plain.headers['etag']]).toEqual([br.headers['etag'], br.headers['etag']])

  for (const url of ['/', '/sw.js', '/robots.txt']) {
    const first = await get(url)
    expect(first.headers['cache-control']).toBe('no-cache')
    const etag = String(first.headers['etag'])
    for (const kept of [etag, `"another", ${etag.replace('W/', '')}`]) {
      const again = await get(url, { 'if-none-match': kept })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
    }
  }
})

test('the inbox is not kept and not found by searching', async () => {
  const { app } = await withSite()
  const { headers } = await app.inject('/inbox')
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
})

test('a page may run our scripts and its own styles, and nothing else', async () => {
  const { app } = await withSite()
  const hash = createHash('sha256').update(STYLE).digest('base64')
  for (const url of ['/', '/inbox', '/nothing']) {
    expect((await app.inject(url)).headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'sha256-${hash}'; img-src 'self'; connect-src 'self'; manifest-src 'self'; ` +
        "worker-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types foerste-snak",
    )
  }
})

test('a passkey may be used in the inbox, and nowhere among the citizens’ pages', async () => {
  const { app } = await withSite({})
  const passkeys = async (url: string) =>
    /publickey-credentials-get=\((\w*)\)/.exec(
      String((await app.inject(url)).headers['permissions-policy']),
    )?.[1]
  expect(await passkeys('/inbox')).toBe('self')
  expect(await passkeys('/api/staff/slots')).toBe('self')
  expect(await passkeys('/')).toBe('')
  expect(await passkeys('/inboxes')).toBe('')
  expect(await passkeys('/api/recipients')).toBe('')
})

test('every kind of answer carries the headers that keep it apart from others', async () => {
  const { app, store } = await withSite({ https: true })
  store.slots = () => Promise.reject(new Error('gone'))
  const answers = {
    page: await app.inject('/'),
    asset: await app.inject('/assets/app-1a2b3c.js'),
    missing: await app.inject('/nothing'),
    malformed: await app.inject('/%zz'),
    redirect: await app.inject('/voksne/'),
    posted: await app.inject({ method: 'POST', url: '/' }),
    api: await app.inject('/api/recipients'),
    accepted: await app.inject({ method: 'POST', url: '/api/requests', body: requestOf(token()) }),
    refused: await app.inject({ method: 'POST', url: '/api/requests', body: {} }),
    notJson: await app.inject({ method: 'POST', url: '/api/requests', payload: 'x' }),
    nowhere: await app.inject('/api/nothing'),
    malformedApi: await app.inject('/api/%zz'),
    method: await app.inject({ method: 'PUT', url: '/api/requests' }),
    broken: await app.inject('/api/slots?kind=adult-talk'),
    health: await app.inject('/healthz'),
    staff: await app.inject('/api/staff/requests'),
  }
  for (const [kind, { headers }] of Object.entries(answers)) {
    expect({ kind, ...headers }).toMatchObject({
      kind,
      'content-security-policy': expect.stringMatching(/^default-src 'none'; /),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'strict-transport-security': expect.stringMatching(/^max-age=63072000/),
      'cache-control': expect.stringMatching(/^(no-store|no-cache|public, max-age=31536000, immutable)$/),
    })
    expect([kind, headers['set-cookie']]).toEqual([kind, undefined])
    expect(headers['server']).toBeUndefined()
  }
  expect([problemOf(answers.nowhere), problemOf(answers.malformedApi)]).toEqual(['not-found', 'not-found'])
  for (const kind of ['api', 'accepted', 'refused', 'nowhere', 'broken', 'staff', 'health'] as const) {
    expect([kind, answers[kind].headers['cache-control']]).toEqual([kind, 'no-store'])
  }
})

test('without TLS the browser is not told to insist on it', async () => {
  const { app } = await withSite()
  expect((await app.inject('/')).headers['strict-transport-security']).toBeUndefined()
})

test('a form cannot be sent to a page', async () => {
  const { app } = await withSite()
  const answer = await app.inject({ method: 'POST', url: '/voksne', payload: 'name=Ida' })
  expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
})

test('with a host of its own the inbox is there and nowhere else', async () => {
  const { app } = await withSite({ inboxHost: 'inbox.localhost' })
  const status = async (host: string, url: string) =>
    (await app.inject({ url, headers: { host } })).statusCode
  const [citizens, staffs] = ['snak.localhost:8080', 'INBOX.localhost:8080']
  for (const [url, there, here] of [
    ['/inbox', 200, 404],
    ['/api/staff/requests', 401, 404],
    ['/api/recipients', 200, 200],
    ['/assets/app-1a2b3c.js', 200, 200],
    ['/icons/icon.svg', 200, 200], // the inbox's icon is the app's
    ['/healthz', 200, 200],
    ['/voksne', 404, 200],
    ['/sw.js', 404, 200],
    ['/api/slots?kind=adult-talk', 404, 200],
    ['/', 302, 200],
  ] as const) {
    expect([url, await status(staffs, url), await status(citizens, url)]).toEqual([url, there, here])
  }
  // A forwarded host is the caller's own word: it opens nothing.
  const forged = await app.inject({ url: '/inbox', headers: { host: citizens, 'x-forwarded-host': staffs } })
  expect(forged.statusCode).toBe(404)
  const nowhere = await app.inject({
    url: '/api/staff/nothing',
    headers: { host: citizens, ...{ origin: fromInbox.origin } },
  })
  expect(problemOf(nowhere)).toBe('not-found')
})

test('another spelling of an address leads nowhere, so it cannot walk round the host of the inbox', async () => {
  const { app } = await withSite({ inboxHost: 'inbox.localhost' })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const [citizens, staffs] = ['snak.localhost', 'inbox.localhost']
  for (const [host, target] of [
    [citizens, '/%69nbox'],
    [citizens, '/%61pi/staff/requests'],
    [citizens, '/api/%73taff/requests'],
    [citizens, `http://${citizens}/inbox`],
    [citizens, `http://${citizens}/api/staff/requests`],
    [citizens, `http://${staffs}/inbox`],
    [citizens, '/inbox/'],
    [citizens, '/voksn%65'],
    [staffs, '/%61pi/slots?kind=youth-talk'],
    [staffs, `http://${staffs}/api/slots?kind=youth-talk`],
  ] as const) {
    expect([target, await statusOf(app, host, target)]).toEqual([target, 404])
  }
  // A query may be written as it likes.
  expect(await statusOf(app, citizens, '/voksne?utm=%C3%B8')).toBe(200)
  expect(await statusOf(app, staffs, '/inbox/')).toBe(308)
})

/** Calls with this very request target, which other clients would tidy up before sending. */
function statusOf(app: FastifyInstance, host: string, path: string): Promise<number | undefined> {
  const { port } = app.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const call = httpGet({ port, path, headers: { host }, agent: false }, answer => {
      answer.resume()
      resolve(answer.statusCode)
    })
    call.on('error', reject)
  })
}

test('who finds a weakness learns where to write, once somebody has said where', async () => {
  const url = '/.well-known/security.txt'
  expect((await (await withSite()).app.inject(url)).statusCode).toBe(404)
  const { app, clock } = await withSite({ securityContact: 'mailto:it@example.dk' })
  const [contact, expires] = (await app.inject(url)).body.split('\n')
  expect(contact).toBe('Contact: mailto:it@example.dk')
  const inDays = (Date.parse(expires!.replace('Expires: ', '')) - clock.now) / 86_400_000
  expect(inDays).toBeGreaterThan(29)
  expect(inDays).toBeLessThan(31)
})
