import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { languages, pageIds, pages } from '../src/app/routes.ts'
import { browserArguments, findChromium } from '../tests/browser.ts'
import { startFront } from './front.ts'
import { others, startOthers } from './others.ts'
import { measureLighthouse } from './lighthouse.ts'
import { loadPage, middleOf, type PageLoad } from './page-load.ts'
import { giveWay } from './give-way.ts'
import { startProgram } from './program.ts'
import { measureSlowLine } from './slow-line.ts'
import { walkQuestions } from './questions.ts'

/** All pages, in every language: what a phone waits for on each is what it is for. */
const everyPage = pageIds.flatMap(id =>
  languages.map(lang => ({ path: pages[id][lang], id, kind: pages[id].kind })),
)

/** How often each page is loaded; the middle one counts. */
const TIMES = 5
/** A selector that is there once a page can be used. */
const usable = { document: 'body', interactive: 'main fieldset.form-body:not([disabled])' } as const

/** The same of the page beside. */
const USABLE_BESIDE = '[data-usable]'
/** What is looked at on a poor line: one of each kind, and where somebody goes at night. */
const SLOWLY: readonly string[] = [pages.home.da, pages.urgent.da, pages.contact.da, pages.check.da]

/** Most that a page may cost (issue: fast on a poor phone). A miss is marked in the tables. */
const goals = {
  document: { requests: Infinity, bytes: 25_000 },
  interactive: { requests: 8, bytes: 60_000 },
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
  // What the browser has begun keeps its turn: the intake is no part of a phone.
  const takeBack = await giveWay()
  try {
    const measure = async (url: string, until: string): Promise<PageLoad> => {
      const loads: PageLoad[] = []
      for (let n = 0; n < TIMES; n++) loads.push(await loadPage(browser, url, until))
      return middleOf(loads)
    }
    const floor = await measure(besideFront.url + others.floor, usable.document)
    const none = { requests: Infinity, bytes: Infinity }
    const rows: Record<string, object> = {
      floor: rowOf(floor, none, floor.painted),
      'govuk-frontend': rowOf(
        await measure(besideFront.url + others.question, USABLE_BESIDE),
        none,
        floor.painted,
      ),
    }
    for (const { path, id, kind } of everyPage) {
      const most = id === 'replies' ? none : goals[kind]
      rows[path] = rowOf(await measure(front.url + path, usable[kind]), most, floor.painted)
    }
    console.log(
      `Until a page can be used, empty cache, processor slowed 4 times, HTTPS and HTTP/2, middle of ${TIMES}; ✗ misses the goal`,
    )
    console.table(rows)
    console.log('From a press to what it changes, processor slowed 4 times')
    console.table(
      (await walkQuestions(browser, front.url)).map(({ step, press, longest, own }) => ({
        step,
        press: told(press, 'ms', Infinity),
        'longest task, own time': told(own, 'ms', goals.longest),
        'by the clock': told(longest, 'ms', goals.longest),
      })),
    )
    console.log('Offline cold start, processor slowed 4 times, middle of 5 (goal: first text within 400 ms)')
    console.table(await offlineStarts(browser, program.url))
    await measureSlowLine(browser, [
      { name: 'floor', url: besideFront.url + others.floor, usable: usable.document },
      { name: 'govuk-frontend', url: besideFront.url + others.question, usable: USABLE_BESIDE },
      ...everyPage
        .filter(({ path }) => SLOWLY.includes(path))
        .map(({ path, kind }) => ({ name: path, url: front.url + path, usable: usable[kind] })),
    ])
    // Lighthouse's own browser would be begun with this priority too.
    await takeBack()
    await measureLighthouse(
      [
        ...everyPage.map(({ path }) => ({ name: path, url: front.url + path })),
        { name: 'govuk-frontend', url: besideFront.url + others.question },
      ],
      besideFront.url + others.floor,
      TIMES,
    )
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
    'longest task, own time': told(load.own, 'ms', goals.longest),
    'by the clock': told(load.longest, 'ms', goals.longest),
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
  for (const { path } of everyPage) {
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
