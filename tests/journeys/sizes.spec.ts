import { expect, test, type Page } from '@playwright/test'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { partOf } from '../../src/app/service-worker/addresses.ts'
import { languages, pageIds, pages } from '../../src/app/routes.ts'
import { builtDir, dispose, startServer, type TestServer } from './server.ts'

// What a phone has to fetch, as it goes over the wire (Brotli). Bytes and requests are the same on every machine; times
// are not, and belong to the bench.

test.use({ serviceWorkers: 'block' })

let server: TestServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await dispose(server)
})

type Carried = { requests: number; bytes: number; names: string[] }

/** Counts what comes until `usable` holds, with an empty cache. */
async function carried(page: Page, url: string, usable: () => Promise<void>): Promise<Carried> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const seen: Carried = { requests: 0, bytes: 0, names: [] }
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    seen.requests += 1
    seen.names.push(new URL(request.url).pathname)
  })
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    seen.bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'commit' })
  await usable()
  return { ...seen, names: [...seen.names] }
}

const BUDGET = {
  contact: { kB: 80, requests: 10 },
  check: { kB: 90, requests: 11 },
} as const

for (const id of ['contact', 'check'] as const) {
  test(`until the first question of ${pages[id].da} answers, ${BUDGET[id].kB} kB and ${BUDGET[id].requests} requests are enough`, async ({
    page,
  }) => {
    const { bytes, requests, names } = await carried(page, server.url + pages[id].da, () =>
      page.locator('main fieldset.form-body:not([disabled])').waitFor({ state: 'attached' }),
    )
    expect(bytes / 1000, names.join(' ')).toBeLessThanOrEqual(BUDGET[id].kB)
    expect(requests, names.join(' ')).toBeLessThanOrEqual(BUDGET[id].requests)
  })
}

for (const id of ['home', 'adults', 'urgent'] as const) {
  test(`${pages[id].da}, which is only read, takes 60 kB in all until somebody goes on`, async ({ page }) => {
    const { bytes, names } = await carried(page, server.url + pages[id].da, () =>
      page.waitForLoadState('networkidle'),
    )
    expect(bytes / 1000, names.join(' ')).toBeLessThanOrEqual(60)
  })
}

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

test('all that is kept for use without a network is 240 kB in both languages, 200 kB in one', async () => {
  const worker = await readFile(join(builtDir, 'site/sw.js'), 'utf8')
  const urls = [...worker.matchAll(/\burl:\s*"(\/[^"]+)"|"url":"(\/[^"]+)"/g)].map(([, a, b]) => a ?? b ?? '')
  expect(urls.length).toBeGreaterThan(30)
  const parts = { common: 0, da: 0, en: 0 }
  for (const url of urls) {
    const file = join(builtDir, 'site', url)
    const { size } = await stat(`${file}.br`).catch(() => stat(file))
    parts[partOf(url)] += size
  }
  expect((parts.common + parts.da + parts.en) / 1000).toBeLessThanOrEqual(260)
  expect((parts.common + parts.da) / 1000).toBeLessThanOrEqual(220)
})
