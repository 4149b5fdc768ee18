import type { Browser, CDPSession, Page } from '@playwright/test'
import { ownTime } from './own-time.ts'

/** What one load of a page costs on a phone whose processor is four times slower than this machine's. */
export type PageLoad = {
  /** Until the page can be used. */
  readonly requests: number
  readonly bytes: number
  /** Milliseconds from the start of the navigation. */
  readonly usable: number
  /** The first text or picture, and the largest. */
  readonly first: number
  readonly painted: number
  /** Milliseconds over 50 of each task until two seconds after it can be used, added up; and the longest task by the clock. */
  readonly blocked: number
  readonly longest: number
  /** The longest task in the thread's own time: what else runs on the machine meanwhile does not count. */
  readonly own: number
}

const SLOWER = 4
const AFTER_MS = 2_000

/** Notes what the page itself sees, from its first moment on. As text: this program has no DOM to type it by. */
const watch = (usable: string): string => `
  const seen = { tasks: [], first: 0, painted: 0, usable: 0 }
  globalThis.seen = seen
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver(list => {
    for (const { startTime } of list.getEntries()) seen.painted = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver(list => {
    for (const { startTime } of list.getEntriesByName('first-contentful-paint')) seen.first = startTime
  }).observe({ type: 'paint', buffered: true })
  const look = () => {
    if (seen.usable || !document.querySelector(${JSON.stringify(usable)})) return
    seen.usable = performance.now()
    seen.usableAt = Date.now()
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
  addEventListener('load', look)
`

type Seen = {
  readonly tasks: readonly { readonly startTime: number; readonly duration: number }[]
  readonly first: number
  readonly painted: number
  readonly usable: number
  readonly usableAt: number
}

/** @param usable a selector that is there once the page can be used */
export async function loadPage(browser: Browser, url: string, usable: string): Promise<PageLoad> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
  })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  page.setDefaultTimeout(MOST_MS)
  const counted = count(cdp)
  const own = await ownTime(page)
  await page.addInitScript(watch(usable))
  await own.begin()
  await page.goto(url, { waitUntil: 'load' })
  await isUsable(page)
  await page.waitForTimeout(AFTER_MS)
  const longest = await own.end()
  const { tasks, first, painted, usable: at, usableAt } = await page.evaluate<Seen>('globalThis.seen')
  await context.close()
  const within = tasks.filter(({ startTime }) => startTime < at + AFTER_MS)
  return {
    ...counted(usableAt / 1000),
    usable: at,
    first,
    painted,
    blocked: within.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    longest: Math.max(0, ...within.map(({ duration }) => duration)),
    own: longest?.own ?? NaN,
  }
}

const MOST_MS = 60_000

/** Waits until the page can be used. Asked from outside: the pages' own policy forbids to make code of a text. */
async function isUsable(page: Page): Promise<void> {
  for (let waited = 0; !(await page.evaluate<boolean>('globalThis.seen.usable > 0')); waited += 50) {
    if (waited > MOST_MS) throw new Error(`${page.url()} cannot be used after ${MOST_MS / 1000} s`)
    await page.waitForTimeout(50)
  }
}

/** Counts what travels, headers included. Returns what had by a moment (seconds since 1970). */
function count(cdp: CDPSession): (until: number) => { requests: number; bytes: number } {
  const asked: number[] = []
  const came: { readonly at: number; readonly bytes: number }[] = []
  /** Seconds from the browser's own count to 1970: its events tell both only when something is asked for. */
  let ahead = 0
  cdp.on('Network.requestWillBeSent', ({ timestamp, wallTime }) => {
    ahead = wallTime - timestamp
    asked.push(wallTime)
  })
  cdp.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) => {
    came.push({ at: timestamp + ahead, bytes: encodedDataLength })
  })
  return until => ({
    requests: asked.filter(at => at <= until).length,
    bytes: came.filter(({ at }) => at <= until).reduce((sum, { bytes }) => sum + bytes, 0),
  })
}

/** The middle one of several loads, each figure by itself. */
export function middleOf(loads: readonly PageLoad[]): PageLoad {
  const middle = (of: keyof PageLoad): number =>
    loads.map(load => load[of]).sort((a, b) => a - b)[Math.floor(loads.length / 2)] ?? NaN
  return {
    requests: middle('requests'),
    bytes: middle('bytes'),
    usable: middle('usable'),
    first: middle('first'),
    painted: middle('painted'),
    blocked: middle('blocked'),
    longest: middle('longest'),
    own: middle('own'),
  }
}
