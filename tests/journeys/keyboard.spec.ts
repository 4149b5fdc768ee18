import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { pageIds, pages, type PageId } from '../../src/app/routes.ts'
import { faultsByKeyboard } from './checks/keyboard.ts'
import { openFlow, type Lang } from './people.ts'
import { comeToForget } from './phone.ts'
import { serverForAll } from './served.ts'

// No test here is about what is kept for use without a network.
test.use({ serviceWorkers: 'block' })

const server = serverForAll()

/** Opens a page and waits for what its script brings. */
async function open(page: Page, id: PageId, lang: Lang): Promise<void> {
  const address = server.url + pages[id][lang]
  if (pages[id].kind === 'interactive') await openFlow(page, address)
  else await page.goto(address)
  if (id === 'privacy') await comeToForget(page)
}

// The second is a window of 1280 px at 400 %: hardly more than the bar that stays at the top. Every state is walked through
// in both languages by `npm run test:all`.
for (const [lang, size] of [
  ['da', { width: 360, height: 740 }],
  ['en', { width: 320, height: 256 }],
] as const) {
  test(`the keyboard goes through every page and out, its focus in sight, at ${size.width} x ${size.height} (${lang})`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    for (const id of pageIds) {
      await open(page, id, lang)
      expect(await faultsByKeyboard(page), id).toEqual([])
    }
  })
}

test('what comes once somebody is near comes for the keyboard too, however far down', async ({ page }) => {
  await page.goto(server.url + pages.privacy.da)
  await page.waitForLoadState('networkidle')
  const button = page.locator('[data-forget] button')
  await expect(button).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(button).toHaveCount(1)
})

test('choosing an answer changes nothing but the answer', async ({ page }) => {
  for (const id of ['contact', 'check', 'adults'] as const) {
    const address = pages[id].da
    await open(page, id, 'da')
    // What is folded can be chosen once it is open.
    await page.locator('main details').evaluateAll(folds => {
      for (const fold of folds) fold.setAttribute('open', '')
    })
    const fields = await page.locator('main :is([type=radio], [type=checkbox])').all()
    expect(fields.length, address).toBeGreaterThan(1)
    const before = { heading: await page.locator('main h1').innerText(), title: await page.title() }
    for (const field of fields) {
      await field.press(' ')
      await expect(field).toBeChecked()
      await expect(field).toBeFocused()
      expect({ heading: await page.locator('main h1').innerText(), title: await page.title() }).toEqual(
        before,
      )
      expect(new URL(page.url()).pathname).toBe(address)
    }
  }
})
