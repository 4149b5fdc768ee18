import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

/**
 * A test that leaves nobody behind: browsers of colleagues and citizens that it opened are closed with it. The program is
 * shared by all tests of a worker, and pages that stayed open would go on looking for what is new until the last one.
 */
export const test = base.extend<{ alone: undefined }>({
  alone: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map(context => context.close()))
    },
    { auto: true },
  ],
})
