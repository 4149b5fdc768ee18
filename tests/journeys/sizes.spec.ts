import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { partOf } from '../../src/app/service-worker/addresses.ts'
import { unpacked } from '../../src/app/service-worker/packs.ts'
import { languages, pageIds, pages } from '../../src/app/routes.ts'
import { COMPILED_AHEAD, runAtOnce } from '../../src/commands/compiled-ahead.ts'
import { serverForAll } from './served.ts'
import { builtDir } from './server.ts'

// What a phone has to fetch, as it goes over the wire (Brotli). Bytes and requests are the same on every machine; times
// are not, and belong to the bench.

test.use({ serviceWorkers: 'block' })

const server = serverForAll()

type Carried = { requests: number; bytes: number; names: string[] }

/**
 * Counts what comes with an empty cache: all of it until `done`, or only until the browser itself saw `usable` attached.
 * When the test hears of it is too late on a busy machine: by then the page fetches what comes in idle time.
 */
async function carried(
  page: Page,
  url: string,
  until: { readonly usable: string } | { readonly done: () => Promise<void> },
): Promise<Carried> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const asked: { name: string; at: number }[] = []
  const came: { at: number; bytes: number }[] = []
  /** Seconds from the browser's own count to 1970: its events tell both only when something is asked for. */
  let ahead = 0
  cdp.on('Network.requestWillBeSent', ({ request, timestamp, wallTime }) => {
    ahead = wallTime - timestamp
    asked.push({ name: new URL(request.url).pathname, at: wallTime })
  })
  cdp.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) => {
    came.push({ at: timestamp + ahead, bytes: encodedDataLength })
  })
  let end = Infinity
  if ('usable' in until) {
    await page.addInitScript(wanted => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector(wanted)) return
        seen.disconnect()
        Object.assign(globalThis, { usableAt: Date.now() })
      })
      seen.observe(document, { subtree: true, childList: true, attributes: true })
    }, until.usable)
    await page.goto(url, { waitUntil: 'commit' })
    const found = await page.waitForFunction(() => (globalThis as { usableAt?: number }).usableAt)
    end = ((await found.jsonValue()) ?? NaN) / 1000
  } else {
    await page.goto(url, { waitUntil: 'commit' })
    await until.done()
  }
  const names = asked.filter(({ at }) => at <= end).map(({ name }) => name)
  const bytes = came.filter(({ at }) => at <= end).reduce((sum, one) => sum + one.bytes, 0)
  expect(bytes).toBeGreaterThan(0)
  return { requests: names.length, bytes, names }
}

// As the test's own server sends them, over HTTP/1.1: 10 kB of it are headers, which HTTP/2 packs. There it is 36 to 37 kB, and with
// 43.8 two windows of a new connection are full. The issue asks for 60 kB of the first two; these limits are our own.
const BUDGET = {
  contact: { kB: 46.2, requests: 8 },
  check: { kB: 47.5, requests: 8 },
  replies: { kB: 47.6, requests: 9 },
} as const

for (const id of ['contact', 'check', 'replies'] as const) {
  test(`until the first question of ${pages[id].da} answers, ${BUDGET[id].kB} kB and ${BUDGET[id].requests} requests are enough`, async ({
    page,
  }) => {
    const { bytes, requests, names } = await carried(page, server.url + pages[id].da, {
      usable: 'main fieldset.form-body:not([disabled])',
    })
    expect(bytes / 1000, names.join(' ')).toBeLessThanOrEqual(BUDGET[id].kB)
    expect(requests, names.join(' ')).toBeLessThanOrEqual(BUDGET[id].requests)
  })
}

const documents = pageIds.filter(id => pages[id].kind === 'document')

test('a page that is only read takes 60 kB in all until somebody goes on', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  const took: string[] = []
  for (const id of documents)
    for (const lang of languages) {
      const { bytes, names } = await carried(page, server.url + pages[id][lang], {
        done: async () => page.waitForLoadState('networkidle'),
      })
      expect(names.length).toBeGreaterThan(5)
      if (bytes > 60_000) took.push(`${pages[id][lang]}: ${bytes}, ${names.join(' ')}`)
    }
  expect(took).toEqual([])
})

test('a page that is only read asks for 25 kB at most before the phone is idle', async () => {
  const large: string[] = []
  for (const id of documents)
    for (const lang of languages) {
      const path = join('site', pages[id][lang], 'index.html')
      const html = await readFile(join(builtDir, path), 'utf8')
      const asked = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(\/assets\/[^"]+)"/g)]
      expect(asked.length).toBeGreaterThan(0)
      const files = [path, ...asked.map(([, file = '']) => join('site', file))]
      const sizes = await Promise.all(files.map(async file => stat(join(builtDir, `${file}.br`))))
      const kB = sizes.reduce((sum, { size }) => sum + size, 0) / 1000
      if (kB > 25) large.push(`${path}: ${kB}`)
    }
  expect(large).toEqual([])
})

// What the first window of TCP carries (14.6 kB), with the headers and room to grow.
test('no page is larger than 13 kB', async () => {
  const sizes: Record<string, number> = {}
  for (const id of pageIds)
    for (const lang of languages) {
      const path = pages[id][lang]
      const { size } = await stat(join(builtDir, 'site', path, 'index.html.br'))
      if (size > 13_000) sizes[path] = size
    }
  expect(sizes).toEqual({})
})

// The goal is 240 and 150 kB; why the second is missed stands in docs/decisions/0055, and what was left out for the first in 0057.
// The worker's own script is not among it: the first was set with it, and is missed by that count (0063). A
// build's own keys press up to 0.15 kB more or less.
test('all that is kept for use without a network is 240 kB in both languages, 200 kB in one, in 16 requests', async () => {
  const worker = await readFile(join(builtDir, 'site/sw.js'), 'utf8')
  const files = [...worker.matchAll(/"url":"(\/[^"]+)"/g)].map(([, url = '']) => url)
  const packs = [...worker.matchAll(/"(\/[\w/-]+\.(?:js|html|txt))":[`"]sha256-/g)].map(([, url = '']) => url)
  const inPacks = new Set<string>()
  const asked: string[] = []
  // In the order in which the worker tries them: one whose files have all come is not asked for.
  for (const pack of packs) {
    const held = [...unpacked(await readFile(join(builtDir, 'site', pack), 'utf8')).keys()]
    if (held.some(url => !inPacks.has(url))) asked.push(pack)
    for (const url of held) inPacks.add(url)
  }
  expect(inPacks.size).toBeGreaterThan(40)
  asked.push(...files.filter(url => !inPacks.has(url)))
  expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(16)
  const parts = { common: 0, da: 0, en: 0 }
  for (const url of asked) {
    const file = join(builtDir, 'site', url)
    const { size } = await stat(`${file}.br`).catch(() => stat(file))
    parts[partOf(url)] += size
  }
  const told = JSON.stringify(parts)
  expect((parts.common + parts.da + parts.en) / 1000, told).toBeLessThanOrEqual(240)
  expect((parts.common + parts.da) / 1000, told).toBeLessThanOrEqual(200)
})

test('what a page runs at once is compiled before it is run: each file says so before anything else', async () => {
  const files = await readdir(join(builtDir, 'site/assets'))
  const without: string[] = []
  for (const name of runAtOnce) {
    const [file] = files.filter(one => one.replace(/-.{8}\.js$/, '') === name && one.endsWith('.js'))
    const code = file === undefined ? '' : await readFile(join(builtDir, 'site/assets', file), 'utf8')
    if (!code.startsWith(COMPILED_AHEAD)) without.push(name)
  }
  expect(without).toEqual([])
})

test('what the first question waits for is asked for by its page, and nothing of it in a second round', async () => {
  const later: string[] = []
  for (const id of pageIds.filter(one => pages[one].kind === 'interactive'))
    for (const lang of languages) {
      const html = await readFile(join(builtDir, 'site', pages[id][lang], 'index.html'), 'utf8')
      const asked = new Set(
        [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, file = '']) => file),
      )
      expect(asked.size).toBeGreaterThan(4)
      for (const file of asked) {
        const code = await readFile(join(builtDir, 'site', file), 'utf8')
        for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+\.js)"/g))
          if (!asked.has(`/assets/${name}`)) later.push(`${pages[id][lang]}: ${name}`)
      }
    }
  expect(later).toEqual([])
})

test('what runs beside a page or below one that is only read waits for nothing that draws', async () => {
  const assets = join(builtDir, 'site/assets')
  const files = await readdir(assets)
  const fetched = new Set<string>()
  const fetchAll = async (name: string): Promise<void> => {
    if (fetched.has(name)) return
    fetched.add(name)
    const code = await readFile(join(assets, name), 'utf8')
    for (const [, next = ''] of code.matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+\.js)"/g)) await fetchAll(next)
  }
  for (const name of files.filter(file => /^(?:sealing-worker|background)-.{8}\.js$/.test(file)))
    await fetchAll(name)
  expect([...fetched].map(name => name.replace(/-.{8}\.js$/, ''))).toContain('kept')
  expect([...fetched].filter(name => name.startsWith('base-'))).toEqual([])
})
