import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { compareSite, placesOf, type Hosts } from '../../../src/commands/server/compare-site.ts'

const texts: Readonly<Record<string, string>> = {
  'index.html': 'home',
  'en/adults/index.html': 'adults',
  'inbox.html': 'inbox',
  '404.html': 'gone',
  'en/404.html': 'gone, in English',
  'assets/inbox.js': 'a script',
}
const assets = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]),
)

type Site = (
  host: 'citizens' | 'inbox',
  path: string,
  encoding: string,
) => { status: number; text: string } | null

/** As our server answers. */
const honest: Site = (host, path) => {
  if (path === '/inbox') return host === 'inbox' ? { status: 200, text: 'inbox' } : null
  const file = path.replace(/^\//, '')
  if (host === 'inbox' && !file.startsWith('assets/')) return { status: 404, text: 'not here' }
  const found = texts[file] ?? texts[file === '' ? 'index.html' : `${file}/index.html`]
  if (found !== undefined) return { status: 200, text: found }
  return { status: 404, text: path.startsWith('/en/') ? 'gone, in English' : 'gone' }
}

/** Two hosts that answer so, compressed as they are asked. */
async function serve(site: Site): Promise<Hosts> {
  const listen = async (host: 'citizens' | 'inbox'): Promise<string> => {
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const encoding = String(request.headers['accept-encoding'])
      const { status, text } = site(host, request.url ?? '', encoding) ?? { status: 404, text: 'gone' }
      const packed = { gzip: gzipSync, br: brotliCompressSync }[encoding]
      response.writeHead(status, { ...(packed && { 'content-encoding': encoding }), 'retry-after': '0' })
      response.end(packed ? packed(text) : text)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  return { citizens: await listen('citizens'), inbox: await listen('inbox') }
}

/** The differences as `host path encoding what`. */
async function differences(site: Site): Promise<string[]> {
  const hosts = await serve(site)
  const found = await compareSite(assets, hosts)
  return found.differences.map(({ url, encoding, what, path }) =>
    [url.startsWith(hosts.inbox) ? 'inbox' : 'citizens', path, encoding, what].join(' '),
  )
}

test('a site that serves what was released has no difference', async () => {
  const hosts = await serve(honest)
  expect(await compareSite(assets, hosts)).toEqual({ compared: 6, answers: 21, differences: [] })
})

test('a script that is changed on the inbox host alone is seen', async () => {
  const found = await differences((host, path, encoding) =>
    host === 'inbox' && path === '/assets/inbox.js'
      ? { status: 200, text: 'a script and a stranger' }
      : honest(host, path, encoding),
  )
  expect(found).toEqual(
    ['identity', 'gzip', 'br'].map(encoding => `inbox assets/inbox.js ${encoding} other content`),
  )
})

test('a file that is changed only as browsers fetch it is seen', async () => {
  const found = await differences((host, path, encoding) =>
    encoding === 'br' && path === '/'
      ? { status: 200, text: 'home and a stranger' }
      : honest(host, path, encoding),
  )
  expect(found).toEqual(['citizens index.html br other content'])
})

test('the page for what is not there is compared, in each language, at an address nobody can know before', async () => {
  const found = await differences((host, path, encoding) => {
    const answer = honest(host, path, encoding)
    return answer?.text === 'gone, in English' ? { status: 404, text: 'gone; call me' } : answer
  })
  expect(found).toHaveLength(3)
  expect(found[0]).toBe('citizens en/404.html identity other content')
  const hosts = { citizens: 'https://a', inbox: 'https://b' }
  expect(placesOf('404.html', hosts)[0]?.url).not.toBe(placesOf('404.html', hosts)[0]?.url)
})

test('one that is missing is named', async () => {
  const found = await differences((host, path, encoding) =>
    path === '/inbox' ? { status: 404, text: '' } : honest(host, path, encoding),
  )
  expect(found[0]).toBe('inbox inbox.html identity missing')
})

test('a limit is waited for', async () => {
  let turned = 0
  const found = await differences((host, path, encoding) =>
    turned++ % 2 === 0 ? { status: 429, text: '' } : honest(host, path, encoding),
  )
  expect(found).toEqual([])
})

test('a host that is away is a sentence', async () => {
  const hosts = { ...(await serve(honest)), citizens: 'http://127.0.0.1:1' }
  await expect(compareSite(assets, hosts)).rejects.toThrow('http://127.0.0.1:1/ cannot be reached')
})
