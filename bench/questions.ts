import type { Browser, Locator, Page } from '@playwright/test'
import { ownTime } from './own-time.ts'

/**
 * One step: how long a press takes until what it changes is drawn, and the longest task meanwhile, by the clock and in the
 * thread's own time.
 */
export type Question = {
  readonly step: string
  readonly press: number
  readonly longest: number
  readonly own: number
}

/** Milliseconds in which a screen is left alone, so that what it does after a press counts to it. */
const PAUSE = 700
/** Milliseconds between two letters, as somebody types who is quick. */
const LETTER = 80

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

/** The request's questions, and what is chosen on each. */
const REQUEST = [
  ['audience', 'adult'],
  ['wish', 'advice'],
  ['substance', 'alcohol'],
  ['identity', 'anonymous'],
] as const
/** What is answered in the check; what else it asks is left open. */
const CHECK = [
  ['subject', 'self'],
  ['age', 'adult'],
  ['resident', 'yes'],
  ['substance', 'alcohol'],
  ['use', 'problematic'],
  ['wishes', 'treatment'],
] as const
const MESSAGE = 'Jeg vil gerne tale med nogen om mit forbrug'

const NEXT = 'main button[type=submit]'
const OPEN = 'main .form-body:not([disabled])'
const RESULT = '#next-step'
const CODE = 'main .code-value'

/**
 * Walks as an adult without a name, on a processor slowed four times: through the request to its receipt, through the check
 * to its result, and with the code into the thread, where a message is written.
 *
 * @param url of a program that takes requests
 */
export async function walkQuestions(browser: Browser, url: string): Promise<readonly Question[]> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
  })
  const page = await context.newPage()
  await page.addInitScript(WATCH)
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const own = await ownTime(page)
  const found: Question[] = []
  const step = async (name: string, act: () => Promise<void>, until?: Locator): Promise<void> => {
    await page.waitForTimeout(PAUSE)
    await page.evaluate(TAKE)
    await own.begin()
    await act()
    await until?.waitFor()
    await page.waitForTimeout(PAUSE)
    const longest = await own.end()
    found.push({ step: name, ...(await take(page)), own: longest?.own ?? NaN })
  }
  const press = async (selector: string): Promise<void> => page.locator(selector).click()

  // They are asked for as soon as that question is shown, or when it is answered.
  const times = page.waitForResponse(/\/api\/slots/)
  await page.goto(`${url}/kontakt`)
  for (const [name, value] of REQUEST)
    await step(name, async () => {
      await choose(page, name, value)
      // Pressed before the answer that there are no times, the next screen would be that of times.
      if (name === 'identity') await times
      await press(NEXT)
    })
  const message = page.locator('textarea[name=message]')
  await step('message', async () => message.pressSequentially(MESSAGE, { delay: LETTER }))
  await step('send', async () => press(NEXT), page.locator(CODE))
  const code = (await page.locator(CODE).innerText()).replaceAll(/\s/g, '')

  await page.goto(`${url}/tjek`)
  await page.locator(OPEN).waitFor({ state: 'attached' })
  for (let screen = 1; (await page.locator(RESULT).count()) === 0; screen++)
    await step(`check, screen ${screen}`, async () => {
      for (const [name, value] of CHECK)
        if ((await page.locator(`${OPEN} input[name="${name}"]`).count()) > 0) await choose(page, name, value)
      await press(NEXT)
    })

  const answer = page.locator('textarea[name=message]')
  for (const time of ['first', 'again'] as const) {
    await page.goto(`${url}/svar`)
    await page.locator(OPEN).waitFor({ state: 'attached' })
    const field = page.locator('input[name=code]')
    await step(`code, ${time}`, async () => field.pressSequentially(code, { delay: LETTER }))
    await step(`open, ${time}`, async () => press(NEXT), answer)
    if (time === 'again') break
    await step('answer', async () => answer.pressSequentially(MESSAGE, { delay: LETTER }))
    await step('send answer', async () => press(NEXT), page.locator('main .thread-item'))
  }
  await context.close()
  return found
}

async function choose(page: Page, name: string, value: string): Promise<void> {
  const input = page.locator(`${OPEN} input[name="${name}"][value="${value}"]`)
  await input.waitFor({ state: 'attached' })
  await input.check({ force: true })
}

async function take(page: Page): Promise<Pick<Question, 'press' | 'longest'>> {
  const [press, longest] = await page.evaluate<[number, number]>(TAKE)
  return { press, longest }
}
