import { expect, test, vi } from 'vitest'
import { packed, unpacked, unpackInto } from '../../../src/app/service-worker/packs.ts'

const texts = new Map([
  ['/lean/index.html', '<h1>Første snak</h1>\n'],
  ['/lean/unge/index.html', '<h1>Er du under 18? 💛</h1>'],
])
const pack = '/lean/pages-1a2b.html'
const keys = new Map([
  ['https://snak.test/lean/index.html', 'https://snak.test/lean/index.html?v=1'],
  ['https://snak.test/lean/unge/index.html', 'https://snak.test/lean/unge/index.html?v=1'],
  ['https://snak.test/assets/base.js', 'https://snak.test/assets/base.js'],
])

/** A cache that holds these, and what is put into it. */
function cacheWith(...held: string[]): { cache: Cache; put: Map<string, Response> } {
  const put = new Map<string, Response>()
  const cache = {
    keys: async () => Promise.resolve(held.map(url => ({ url }))),
    put: async (key: string, response: Response) => Promise.resolve(void put.set(key, response)),
  }
  // Sound: nothing else of it is called.
  return { cache: cache as unknown as Cache, put }
}

/** Stands in for the network. */
function answering(text: string, headers: Record<string, string> = {}): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(async () => Promise.resolve(new Response(text, { headers })))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('what is packed comes out as it went in, also beyond the first plane of Unicode', () => {
  expect(unpacked(packed(texts))).toEqual(texts)
})

test('a pack whose lengths are not those of its text is refused', () => {
  expect(() => unpacked(packed(texts).slice(0, -1))).toThrow('code units')
  expect(() => unpacked(`${packed(texts)} `)).toThrow('code units')
})

test('every file is put under its key, with what the server says of its kind', async () => {
  const fetched = answering(packed(texts), {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    'Content-Encoding': 'br',
    'Content-Length': '17',
    ETag: '"of-the-pack"',
  })
  const { cache, put } = cacheWith()
  await unpackInto(cache, pack, 'sha256-x', keys)
  expect(fetched).toHaveBeenCalledExactlyOnceWith(pack, { integrity: 'sha256-x', cache: 'no-store' })
  expect([...put.keys()]).toEqual([
    'https://snak.test/lean/index.html?v=1',
    'https://snak.test/lean/unge/index.html?v=1',
  ])
  const youth = put.get('https://snak.test/lean/unge/index.html?v=1')
  expect(await youth?.text()).toBe('<h1>Er du under 18? 💛</h1>')
  expect(Object.fromEntries(youth?.headers ?? [])).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
  })
})

const all = '/lean/all-1a2b.txt'
const both = new Map([...texts, ['/assets/da-more.js', 'export{}'], ['/assets/da-result.js', 'export{}']])
const keysOfBoth = new Map(
  [...both.keys()].map(path => [`https://snak.test${path}`, `https://snak.test${path}?v=1`]),
)

test('a pack of pages and words gives each file the type of its kind', async () => {
  answering(packed(both), { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' })
  const { cache, put } = cacheWith()
  await unpackInto(cache, all, 'sha256-x', keysOfBoth)
  expect([...put].map(([key, { headers }]) => [key, headers.get('content-type')])).toEqual([
    ['https://snak.test/lean/index.html?v=1', 'text/html; charset=utf-8'],
    ['https://snak.test/lean/unge/index.html?v=1', 'text/html; charset=utf-8'],
    ['https://snak.test/assets/da-more.js?v=1', 'text/javascript; charset=utf-8'],
    ['https://snak.test/assets/da-result.js?v=1', 'text/javascript; charset=utf-8'],
  ])
  for (const { headers } of put.values()) expect(headers.get('cache-control')).toBe('no-cache')
})

test('a pack of pages and words is not asked for where the words are there', async () => {
  const fetched = answering(packed(both))
  const words = [...keysOfBoth.values()].filter(key => key.includes('.js'))
  const { cache } = cacheWith(...words)
  await unpackInto(cache, all, 'sha256-x', keysOfBoth)
  expect(fetched).not.toHaveBeenCalled()
  await unpackInto(cache, pack, 'sha256-x', keysOfBoth)
  expect(fetched).toHaveBeenCalledOnce()
})

test('where little is missing no pack is asked for', async () => {
  const fetched = answering(packed(texts))
  const { cache, put } = cacheWith('https://snak.test/lean/index.html?v=1')
  await unpackInto(cache, pack, 'sha256-x', keys)
  expect(fetched).not.toHaveBeenCalled()
  expect(put.size).toBe(0)
})

test('a file that is nobody’s to keep is left, and what is held is not written again', async () => {
  const more = new Map([...texts, ['/lean/third/index.html', 'a'], ['/lean/old/index.html', 'b']])
  answering(packed(more))
  const three = new Map([
    ...keys,
    ['https://snak.test/lean/third/index.html', 'https://snak.test/lean/third/index.html?v=1'],
  ])
  const { cache, put } = cacheWith('https://snak.test/lean/index.html?v=1')
  await unpackInto(cache, pack, 'sha256-x', three)
  expect([...put.keys()]).toEqual([
    'https://snak.test/lean/unge/index.html?v=1',
    'https://snak.test/lean/third/index.html?v=1',
  ])
})
