import { expect, test, type Page } from '@playwright/test'
import { codeShown, wordsIn, writeAsAdult } from './replies-people.ts'
import { storageOf } from './phone.ts'
import { dispose, startServer, type TestServer } from './server.ts'

// The only copy of the code stands on the receipt, until somebody says that it is saved.
let server: TestServer
test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(async () => {
  await dispose(server)
})

const firstHeading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

/** What the tab has put away is the receipt of a request that has arrived: it is not written again after that. */
async function putAway(page: Page): Promise<void> {
  let before = ''
  await expect
    .poll(async () => {
      const now = await page.evaluate(() => sessionStorage.getItem('d') ?? '')
      const same = now !== '' && now === before
      before = now
      return same
    })
    .toBe(true)
}

test('a reload, Back and the address typed again come back to the receipt; a saved code does not', async ({
  page,
}) => {
  const say = await wordsIn('da')
  const there = (): Promise<void> => expect(firstHeading(page, say('request:receipt.sent'))).toBeVisible()
  await page.goto(`${server.url}/voksne`)
  const code = await writeAsAdult(page, server, 'da', { message: 'Hej' })
  await putAway(page)
  expect(await storageOf(page)).not.toContain(code)
  expect(await storageOf(page)).not.toContain(code.slice(0, 4))

  await page.reload()
  await there()
  expect(await codeShown(page)).toBe(code)

  // One press leads out of the flow, and not through screens that have nothing to show.
  await page.goBack()
  await expect(page).toHaveURL(`${server.url}/voksne`)
  await page.goForward()
  await there()
  expect(await codeShown(page)).toBe(code)

  await page.goto(`${server.url}/en/contact`)
  await expect(firstHeading(page, (await wordsIn('en'))('request:receipt.sent'))).toBeVisible()
  await page.goto(`${server.url}/paaroerende`)
  await page.locator('main a[data-audience=relative]').first().click()
  await there()

  await page.getByRole('button', { name: say('request:receipt.saved') }).click()
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).toBeNull()
  await page.reload()
  await expect(firstHeading(page, say('request:audience.legend'))).toBeVisible()
})

test('a receipt of what waits says after a reload whether it has arrived', async ({ page, context }) => {
  const say = await wordsIn('da')
  await page.route('**/api/requests', route => route.abort())
  const code = await writeAsAdult(page, server, 'da', { offline: true })
  await expect(firstHeading(page, say('request:receipt.waiting'))).toBeVisible()
  await putAway(page)
  await page.reload()
  await expect(firstHeading(page, say('request:receipt.waiting'))).toBeVisible()
  await page.unroute('**/api/requests')
  await page.reload()
  await expect(firstHeading(page, say('request:receipt.sent'))).toBeVisible()
  expect(await codeShown(page)).toBe(code)
  expect(context.pages()).toHaveLength(1)
})

test('leaving takes the receipt along, and withdrawing does', async ({ page }) => {
  const say = await wordsIn('da')
  const code = await writeAsAdult(page, server, 'da')
  await putAway(page)
  await page.goto(`${server.url}/svar`)
  await page.locator('main fieldset.form-body:not([disabled])').waitFor({ state: 'attached' })
  await page.locator('input[name=code]').fill(code)
  await page.getByRole('button', { name: say('replies:code.button') }).click()
  await page.getByRole('button', { name: say('replies:thread.withdraw') }).click()
  await page.getByRole('button', { name: say('replies:withdraw.button') }).click()
  await expect(firstHeading(page, say('replies:gone.title'))).toBeVisible()
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).toBeNull()
  await page.getByRole('link', { name: say('replies:gone.write') }).click()
  await expect(firstHeading(page, say('request:audience.legend'))).toBeVisible()

  await writeAsAdult(page, server, 'da')
  await putAway(page)
  await page.locator('[data-leave]').click()
  await page.waitForURL('**/ude.html')
  await page.goto(`${server.url}/kontakt`)
  await expect(firstHeading(page, say('request:audience.legend'))).toBeVisible()
})
