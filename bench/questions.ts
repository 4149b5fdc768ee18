import type { Browser, Page } from '@playwright/test'

/** One screen of the request: how long a press takes until what it changes is drawn, and the longest task meanwhile. */
export type Question = { readonly step: string; readonly press: number; readonly longest: number }

const ROAD = [
  ['audience', 'adult'],
  ['wish', 'advice'],
  ['substance', 'alcohol'],
  ['identity', 'anonymous'],
] as const

/** Milliseconds in which a screen is left alone, so that what it does after a press counts to it. */
const PAUSE = 700

const WATCH = `
  globalThis.tasks = []
  globalThis.presses = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries())
      if (name === 'click' || name === 'keydown' || name === 'pointerup') presses.push(duration)
  }).observe({ type: 'event', durationThreshold: 16 })
`
const TAKE = `[Math.max(0, ...presses.splice(0)), Math.max(0, ...tasks.splice(0))]`

/** Walks through the request as an adult without a name, on a processor slowed four times. */
export async function walkQuestions(browser: Browser, url: string): Promise<readonly Question[]> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
  })
  const page = await context.newPage()
  await page.addInitScript(WATCH)
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(`${url}/kontakt`)
  const found: Question[] = []
  for (const [name, value] of ROAD) {
    const input = page.locator(`.form-body:not([disabled]) input[name="${name}"][value="${value}"]`)
    await input.waitFor({ state: 'attached' })
    await page.waitForTimeout(PAUSE)
    await page.evaluate(TAKE)
    await input.check({ force: true })
    await page.locator('main button[type=submit]').click()
    await page.waitForTimeout(PAUSE)
    found.push({ step: name, ...(await take(page)) })
  }
  await context.close()
  return found
}

async function take(page: Page): Promise<Pick<Question, 'press' | 'longest'>> {
  const [press, longest] = await page.evaluate<[number, number]>(TAKE)
  return { press, longest }
}
