import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { languages, pageIds, pages } from '../src/app/routes.ts'
import { browserArguments, findChromium } from '../tests/browser.ts'
import { startFront } from './front.ts'
import { others, startOthers } from './others.ts'
import { measureLighthouse } from './lighthouse.ts'
import { loadPage, middleOf, type PageLoad } from './page-load.ts'
import { startProgram } from './program.ts'
import { walkQuestions } from './questions.ts'

const read = ['/', '/voksne', '/unge', '/paaroerende', '/akut', '/en', '/en/adults'] as const
const asked = ['/kontakt', '/tjek', '/en/contact', '/en/check'] as const
/** Lighthouse looks at all pages, in every language. */
const everyPage = pageIds.flatMap(page => languages.map(lang => pages[page][lang]))

/** How often each page is loaded; the middle one counts. */
const TIMES = 5
const LOADED = 'body'
const ANSWERS = 'main fieldset.form-body:not([disabled])'

/** Most that a page may cost (issue: fast on a poor phone). A miss is marked in the tables. */
const goals = {
  read: { requests: Infinity, bytes: 25_000 },
  asked: { requests: 8, bytes: 60_000 },
  blocked: 50,
  longest: 50,
  /** Times the floor's, in the same run. */
  painted: 1.4,
  coldStart: 400,
} as const

/**
 * Loads in real Chromium on a slowed processor over HTTPS and HTTP/2, until a page can be used and not only until it is
 * loaded, beside a page of the GOV.UK Design System and one of a single file; then cold starts without a network.
 *
 * @param port of the address on this machine that the site was built for
 */
export async function measurePages(keysDir: string, site: string, port: number): Promise<void> {
  const program = await startProgram(keysDir, site)
  const beside = await startOthers()
  const [front, besideFront] = [await startFront(program.url, port), await startFront(beside.url)]
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArguments })
  try {
    const measure = async (url: string, usable: string): Promise<PageLoad> => {
      const loads: PageLoad[] = []
      for (let n = 0; n < TIMES; n++) loads.push(await loadPage(browser, url, usable))
      return middleOf(loads)
    }
    const floor = await measure(besideFront.url + others.floor, LOADED)
    const rows: Record<string, object> = {}
    for (const path of asked)
      rows[path] = rowOf(await measure(front.url + path, ANSWERS), goals.asked, floor.painted)
    for (const path of read)
      rows[path] = rowOf(await measure(front.url + path, LOADED), goals.read, floor.painted)
    const none = { requests: Infinity, bytes: Infinity }
    rows['govuk-frontend'] = rowOf(
      await measure(besideFront.url + others.question, '[data-usable]'),
      none,
      floor.painted,
    )
    rows['floor'] = rowOf(floor, none, floor.painted)
    console.log(
      `Until a page can be used, empty cache, processor slowed 4 times, HTTPS and HTTP/2, middle of ${TIMES}; ✗ misses the goal`,
    )
    console.table(rows)
    console.log('From a press to what it changes, processor slowed 4 times')
    console.table(
      (await walkQuestions(browser, front.url)).map(({ step, press, longest }) => ({
        step,
        press: told(press, 'ms', Infinity),
        'longest task': told(longest, 'ms', goals.longest),
      })),
    )
    await measureLighthouse(
      [
        ...everyPage.map(path => ({ name: path, url: front.url + path })),
        { name: 'govuk-frontend', url: besideFront.url + others.question },
      ],
      besideFront.url + others.floor,
      TIMES,
    )
    console.log('Offline cold start, processor slowed 4 times, middle of 5 (goal: first text within 400 ms)')
    console.table(await offlineStarts(browser, program.url))
  } finally {
    await browser.close()
    for (const one of [front, besideFront, beside]) one.stop()
    await program.stop()
  }
}

/** Marks what is more than it may be. */
const told = (value: number, unit: string, most: number): string =>
  `${Math.round(value)} ${unit}${value > most ? ' ✗' : ''}`

function rowOf(
  load: PageLoad,
  most: { readonly requests: number; readonly bytes: number },
  floor: number,
): object {
  return {
    requests: told(load.requests, '', most.requests),
    bytes: told(load.bytes, 'B', most.bytes),
    'largest text': told(load.painted, 'ms', goals.painted * floor),
    usable: told(load.usable, 'ms', Infinity),
    blocked: told(load.blocked, 'ms', goals.blocked),
    'longest task': told(load.longest, 'ms', goals.longest),
  }
}

async function offlineStarts(browser: Browser, url: string): Promise<Record<string, string>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(url)
  // Expressions as text: this program has no DOM to type them by.
  await page.evaluate('navigator.serviceWorker.ready.then(() => null)')
  await page.waitForTimeout(5000)
  await context.setOffline(true)
  const rows: Record<string, string> = {}
  for (const path of [...read, ...asked]) {
    const times: number[] = []
    for (let n = 0; n < 5; n++)
      times.push(await coldStart(page, await context.newCDPSession(page), url + path))
    rows[path] = told(times.sort((a, b) => a - b)[2] ?? NaN, 'ms', goals.coldStart)
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
