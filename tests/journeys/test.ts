import { test as base, type Browser, type BrowserContext, type Page, type TestInfo } from '@playwright/test'
import { STOOD } from '../../src/commands/test-reports.ts'

export { expect } from '@playwright/test'

/**
 * A test that leaves nobody behind: browsers of colleagues and citizens that it opened are closed with it. The program is
 * shared by all tests of a worker, and pages that stayed open would go on looking for what is new until the last one.
 *
 * One that failed notes what stood on each page: the record of a run says what was looked for, and not what was there.
 */
export const test = base.extend<{ alone: undefined }>({
  alone: [
    async ({ browser }, use, info) => {
      await use(undefined)
      await noteWhatStood(browser, info)
      await Promise.all(browser.contexts().map(endRoutes))
      await Promise.all(browser.contexts().map(context => context.close()))
    },
    { auto: true },
  ],
  // Playwright closes the test's own pages right after this.
  context: async ({ context, browser }, use, info) => {
    await use(context)
    await noteWhatStood(browser, info)
    await endRoutes(context)
  },
})

/** What a test answers for the intake may be asked for once more as its page closes: that is no fault of anybody. */
async function endRoutes(context: BrowserContext): Promise<void> {
  const ends = { behavior: 'ignoreErrors' } as const
  await Promise.all([context, ...context.pages()].map(one => one.unrouteAll(ends)))
}

async function noteWhatStood(browser: Browser, info: TestInfo): Promise<void> {
  const isNoted = info.annotations.some(({ type }) => type === STOOD)
  if (isNoted || info.status === info.expectedStatus) return
  for (const description of await standingPages(browser)) info.annotations.push({ type: STOOD, description })
}

/** Milliseconds: a page that hangs is a result too. */
const PATIENCE = 5_000

async function standingPages(browser: Browser): Promise<string[]> {
  const pages = browser.contexts().flatMap(context => context.pages())
  return Promise.all(pages.map(async page => `${new URL(page.url()).pathname}: ${await wordsOn(page)}`))
}

async function wordsOn(page: Page): Promise<string> {
  const said = page.locator('h1:visible, .notice-title:visible, [role=status]:visible, [role=alert]:visible')
  const late = new Promise<string[]>(done => setTimeout(done, PATIENCE, ['(does not answer)']))
  const words = await Promise.race([said.allInnerTexts(), late]).catch(String)
  const faults = (await page.pageErrors()).map(fault => `threw ${fault.message}`)
  return [words, faults]
    .flat()
    .map(text => text.replaceAll(/\s+/g, ' ').trim())
    .filter(text => text !== '')
    .join(' / ')
}
