import { expect, test, type Page, type Route } from '@playwright/test'
import { choose, expectAccessible, goOn, openFlow } from './people.ts'
import { dispose, startServer, type TestServer } from './server.ts'

// The worker's own sending in the background cannot be answered by a test; tests/journeys/offline.spec.ts has it.
test.use({ serviceWorkers: 'block' })

let server: TestServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await dispose(server)
})

const typed = 'Det her må ikke gå tabt.'

/** To the last screen, with something written. */
async function toReview(page: Page): Promise<void> {
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'Jeg er 18 år eller mere')
  await goOn(page, 'da')
  await choose(page, 'Tale med nogen først')
  await goOn(page, 'da')
  await choose(page, 'Hash, piller eller andre stoffer')
  await goOn(page, 'da')
  await choose(page, 'Kun et nummer')
  await goOn(page, 'da')
  await page.getByLabel('Telefonnummer').fill('12345678')
  await goOn(page, 'da')
  await page.getByLabel('Vil du skrive lidt?').fill(typed)
}

const problem = (name: string, status: number, more: object = {}) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `urn:foerste-snak:problem:${name}`, title: name, status, ...more }),
})

const refusals = [
  ['not-json', 400, 'Torvehuset kunne ikke tage imod beskeden.'],
  ['id-conflict', 409, 'Prøv at sende igen.'],
  ['too-large', 413, 'Beskeden er for stor.'],
  ['unacceptable', 422, 'Torvehuset kunne ikke tage imod beskeden.'],
] as const

for (const [name, status, sentence] of refusals) {
  test(`an answer of ${status} is told in a clear sentence, and nothing typed is lost`, async ({ page }) => {
    await page.route('**/api/requests', (route: Route) =>
      route.fulfill(problem(name, status, { field: 'sealed' })),
    )
    await toReview(page)
    await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
    await expect(page.getByRole('heading', { name: 'Beskeden er ikke sendt endnu' })).toBeVisible()
    await expect(page.locator('.notice', { hasText: 'Beskeden er ikke sendt endnu' })).toContainText(sentence)
    await expect(page.getByLabel('Vil du skrive lidt?')).toHaveValue(typed)
    await expectAccessible(page)
    await page.unroute('**/api/requests')
    await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  })
}

const waits = [
  ['429 without a challenge', problem('slow-down', 429)],
  ['500', problem('broken', 500)],
  ['something that is not ours', { status: 200, contentType: 'text/html', body: '<h1>Wi-Fi login</h1>' }],
] as const

for (const [name, answer] of waits) {
  test(`after ${name} the sealed request waits on the phone, and the page says so`, async ({ page }) => {
    await page.route('**/api/requests', (route: Route) => route.fulfill(answer))
    await toReview(page)
    await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ikke sendt endnu' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Send nu' })).toBeVisible()
    await expectAccessible(page)
  })
}

test('with no answer at all it waits, and goes by itself when the network is back', async ({
  page,
  context,
}) => {
  await toReview(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ikke sendt endnu' })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible({
    timeout: 20_000,
  })
})
