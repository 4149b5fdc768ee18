import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { browserArguments, findChromium } from '../tests/browser.ts'
import { startProgram } from './program.ts'

const paths = ['/', '/voksne', '/unge', '/paaroerende', '/kontakt', '/tjek', '/akut'] as const

/** First load over the wire, and a cold start without a network, in real Chromium on a slowed processor. */
export async function measurePages(keysDir: string, site: string): Promise<void> {
  const program = await startProgram(keysDir, site)
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArguments })
  try {
    const rows: Record<string, object> = {}
    for (const path of paths) rows[path] = await firstLoad(browser, program.url + path)
    console.log(
      'First load with an empty cache, before anything idle (goal: 25 kB and 5 requests for information pages)',
    )
    console.table(rows)
    console.log('Offline cold start, processor slowed 4 times, median of 5 (goal: first text within 400 ms)')
    console.table(await offlineStarts(browser, program.url))
  } finally {
    await browser.close()
    await program.stop()
  }
}

async function firstLoad(browser: Browser, url: string): Promise<{ requests: number; bytes: number }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  let requests = 0
  let bytes = 0
  cdp.on('Network.requestWillBeSent', () => {
    requests += 1
  })
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'load' })
  const seen = { requests, bytes }
  await context.close()
  return seen
}

async function offlineStarts(browser: Browser, url: string): Promise<Record<string, number>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(url)
  // Expressions as text: this program has no DOM to type them by.
  await page.evaluate('navigator.serviceWorker.ready.then(() => null)')
  await page.waitForTimeout(5000)
  await context.setOffline(true)
  const rows: Record<string, number> = {}
  for (const path of paths) {
    const times: number[] = []
    for (let n = 0; n < 5; n++)
      times.push(await coldStart(page, await context.newCDPSession(page), url + path))
    rows[path] = Math.round(times.sort((a, b) => a - b)[2] ?? NaN)
  }
  await context.close()
  return rows
}

const FIRST_TEXT = `new Promise(done => {
  new PerformanceObserver((list, observer) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) {
      observer.disconnect()
      done(entry.startTime)
    }
  }).observe({ type: 'paint', buffered: true })
})`

async function coldStart(page: Page, cdp: CDPSession, url: string): Promise<number> {
  await page.goto('about:blank')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(url)
  const time = await page.evaluate<number>(FIRST_TEXT)
  await cdp.detach()
  return time
}
