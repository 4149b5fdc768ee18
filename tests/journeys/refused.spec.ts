import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { choose, goOn, openFlow } from './people.ts'
import { afterTimes, comeToForget, whatSealsIsThere } from './phone.ts'
import { serverForAll } from './served.ts'

// A browser with all site data blocked. Chromium's own setting is not read by the headless program that the tests use,
// so its parts throw as they do under that setting. Every part by itself is tests/app/phone/refusals.test.ts.

const server = serverForAll()
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const throwing = (holder: object, name: string): void => {
      Object.defineProperty(holder, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    }
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches', 'BroadcastChannel'])
      throwing(globalThis, name)
    throwing(Navigator.prototype, 'locks')
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))
  })
})

const notKept = 'Telefonen gemmer ikke det, du skriver her.'

async function toReview(page: Page): Promise<void> {
  await choose(page, 'Jeg er 18 år eller ældre')
  await goOn(page, 'da')
  await choose(page, 'Tale med nogen først')
  await goOn(page, 'da')
  await choose(page, 'Hash, piller eller andre stoffer')
  await goOn(page, 'da')
  await choose(page, 'Kun et nummer')
  await goOn(page, 'da')
  await page.getByLabel('Telefonnummer').fill('28456712')
  await goOn(page, 'da')
  await afterTimes(page)
}

test('with a network it is sent at once, and the page says that it keeps no draft', async ({ page }) => {
  const faults: Error[] = []
  page.on('pageerror', error => faults.push(error))
  await openFlow(page, `${server.url}/kontakt`)
  await toReview(page)
  await expect(page.getByText(notKept)).toBeVisible()
  await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  await page.goto(`${server.url}/om/privatliv`)
  await comeToForget(page)
  await expect(page.getByText('Browseren viser ikke appen det hele')).toBeVisible()
  expect(faults).toEqual([])
})

test('without one it waits in the page, says so, and goes when the network is back', async ({
  page,
  context,
}) => {
  await openFlow(page, `${server.url}/kontakt`)
  await toReview(page)
  await whatSealsIsThere(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ikke sendt endnu' })).toBeVisible()
  await expect(page.getByText('Lad siden stå åben, til beskeden er sendt')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
})

test('leaving goes to the clock, and neither Back nor Forward shows anything', async ({ page }) => {
  await page.goto(`${server.url}/`)
  await page.goto(`${server.url}/voksne`)
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'Jeg er 18 år eller ældre')
  await goOn(page, 'da')
  await page.getByRole('link', { name: 'Luk siden' }).click()
  await page.waitForURL('**/ude.html')
  await expect(page.getByRole('heading', { name: /\d/ })).toBeVisible()
  await page.goBack()
  await page.waitForURL(/ude\.html|about:blank/)
  await page.goForward()
  await page.waitForURL(/ude\.html|about:blank/)
})
