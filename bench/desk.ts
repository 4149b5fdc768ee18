import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { browserArguments, findChromium } from '../tests/browser.ts'
import { inMs, measureDay, told, type Told } from './desk-day.ts'
import { seedDesk } from './desk-seed.ts'
import { ownTime } from './own-time.ts'
import { giveWay } from './give-way.ts'
import { startProgram } from './program.ts'

/** How much slower than this machine a desk's computer is taken to be: its main thread. */
const SLOWED = 2
/** Milliseconds between the page and the press that unlocks it. */
const UNLOCKING = 5_000

/**
 * The inbox with many requests, in real Chromium: sign-in to list, a refresh with nothing new, and the longest time in
 * which the page does not answer. Its worker runs at full speed: Chromium slows the main thread only.
 */
export async function measureDesk(keysDir: string, site: string, counts: readonly number[]): Promise<void> {
  const rows: Record<string, object> = {}
  const days: Record<string, Record<string, string>> = {}
  for (const count of counts) {
    const seeded = await mkdtemp(join(tmpdir(), 'bench-desk-'))
    await cp(keysDir, seeded, { recursive: true })
    await seedDesk(seeded, count)
    const name = `${count} requests`
    const { desk, day } = await measureOne(seeded, site)
    rows[name] = desk
    for (const [what, { own, clock }] of Object.entries(day))
      days[what] = { ...days[what], [`${name}, own time`]: own, [`${name}, by the clock`]: clock }
    await rm(seeded, { recursive: true, force: true })
  }
  console.log(
    `The inbox, main thread slowed ${SLOWED} times (goal at 1,000: list 1.5 s, refresh 50 ms and 30 kB, longest task 50 ms)`,
  )
  console.table(rows)
  console.log('The longest task of each act of a working day (goal: 50 ms; ✗ misses it)')
  console.table(days)
}

type Row = Record<string, string>
type Measured = { readonly desk: Row; readonly day: Readonly<Record<string, Told>> }

/** One run against the intake with this data folder. */
async function measureOne(dataDir: string, site: string): Promise<Measured> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArguments })
  // What the browser has begun keeps its turn; what this process begins from now on does not.
  const takeBack = await giveWay()
  const program = await startProgram(dataDir, site)
  try {
    return await measure(browser, `${program.url}/inbox`)
  } finally {
    await browser.close()
    await program.stop()
    await takeBack()
  }
}

// Expressions as text: this program has no DOM to type them by.
const WATCH = `
  globalThis.longest = 0
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
`
/** Resolves with the time since the click when the list stands, when all that is urgent is open, and when nothing is left. */
const SIGN_IN = `new Promise(done => {
  const began = performance.now()
  const times = {}
  const look = () => {
    const now = Math.round(performance.now() - began)
    if (document.querySelector('[data-opens]')) times.first ??= now
    if (times.first !== undefined && !document.querySelector('[data-opening]')) {
      times.all = now
      done(times)
    } else setTimeout(look, 50)
  }
  globalThis.longest = 0
  document.querySelector('.notice .button').click()
  look()
})`

async function measure(browser: Browser, url: string): Promise<Measured> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.addInitScript(WATCH)
  await page.goto(url)
  // Nobody types six words faster; meanwhile the page gets ready.
  await page.waitForTimeout(UNLOCKING)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  // The thread's own time: what else runs on the machine meanwhile does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  const own = await ownTime(page)
  await own.begin()
  const { first, all } = await page.evaluate<{ first: number; all: number }>(SIGN_IN)
  const loading = told(await own.end())
  const refresh = await measureRefresh(page, cdp)
  const heap = await metric(cdp, 'JSHeapUsedSize')
  const desk = {
    'first list': `${(first / 1000).toFixed(1)} s`,
    'all open': `${(all / 1000).toFixed(1)} s`,
    'longest task, loading, own time': loading.own,
    'longest task, loading, by the clock': loading.clock,
    'refresh, main thread': `${Math.round(refresh.ms)} ms`,
    'refresh, wire': `${(refresh.bytes / 1000).toFixed(1)} kB`,
    'longest task, refresh, by the clock': refresh.longest === 0 ? 'under 50 ms' : inMs(refresh.longest),
    'JS heap of the page': `${Math.round(heap / 1e6)} MB`,
  }
  return { desk, day: await measureDay(page) }
}

const longest = async (page: Page): Promise<number> =>
  Math.round(await page.evaluate<number>('(n => { globalThis.longest = 0; return n })(globalThis.longest)'))

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(one => one.name === name)?.value ?? NaN
}

/** How often a refresh is measured: the one in the middle is told. */
const REFRESHES = 5

/**
 * Main-thread time and bytes of one "fetch again" that finds nothing new, in a quiet second. What loading has left to be swept
 * is swept before: else the engine does it in some of these seconds, and no refresh has made it.
 */
async function measureRefresh(
  page: Page,
  cdp: CDPSession,
): Promise<{ ms: number; bytes: number; longest: number }> {
  await page.waitForTimeout(3_000)
  let bytes = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  page.on('request', request => {
    bytes += request.postDataBuffer()?.length ?? 0
  })
  const seconds = async (press: boolean): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(500)
    await longest(page)
    const before = await metric(cdp, 'TaskDuration')
    // What it costs to ask the page anything is in both, so that the difference is the refresh alone.
    await page.evaluate(press ? "document.querySelector('.inbox-bar .button').click()" : '0')
    await page.waitForTimeout(2_000)
    return (await metric(cdp, 'TaskDuration')) - before
  }
  const took: number[] = []
  const tasks: number[] = []
  for (let n = 0; n < REFRESHES; n++) {
    const idle = await seconds(false)
    bytes = 0
    took.push(Math.max(0, (await seconds(true)) - idle) * 1000)
    tasks.push(await longest(page))
  }
  const middle = took.sort((a, b) => a - b)[Math.floor(REFRESHES / 2)] ?? NaN
  return { ms: middle, bytes, longest: Math.max(...tasks) }
}
