import type { Page, Route } from '@playwright/test'
import { hold } from './hold.ts'
import { expect, test } from './test.ts'
import { expectAccessible } from './axe.ts'
import { paleEdges } from './checks/other-eyes.ts'
import { together } from './checks/together.ts'
import { choose, goOn, openFlow } from './people.ts'
import { afterTimes, whatSealsIsThere } from './phone.ts'
import { receiptPutAway } from './put-away.ts'
import { saveCode, wordsIn } from './replies-people.ts'
import { serverForAll } from './served.ts'

// The worker's own sending in the background cannot be answered by a test; tests/journeys/offline.spec.ts has it.
test.use({ serviceWorkers: 'block' })

const server = serverForAll()

const typed = 'Det her må ikke gå tabt.'

/** To the last of the first choices. */
async function throughChoices(page: Page): Promise<void> {
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'Jeg er 18 år eller ældre')
  await goOn(page, 'da')
  await choose(page, 'Tale med nogen først')
  await goOn(page, 'da')
  await choose(page, 'Hash, piller eller andre stoffer')
}

/** To the last screen, with something written. */
async function toReview(page: Page): Promise<void> {
  await throughChoices(page)
  await goOn(page, 'da')
  await choose(page, 'Kun et nummer')
  await goOn(page, 'da')
  await page.getByLabel('Telefonnummer').fill('12345678')
  await goOn(page, 'da')
  await afterTimes(page)
  await page.getByLabel('Vil du skrive lidt?').fill(typed)
}

const problem = (name: string, status: number, more: object = {}) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `urn:foerste-snak:problem:${name}`, title: name, status, ...more }),
})

/** No two after each other are told by the same sentence: each has to come in the place of the one before. */
const refusals = [
  ['not-json', 400, 'unacceptable'],
  ['id-conflict', 409, 'conflict'],
  ['too-large', 413, 'too-large'],
  ['unacceptable', 422, 'unacceptable'],
] as const

test('that a page is coming is said to whom it takes long, and not before', async ({ page }) => {
  const coming = page.getByText((await wordsIn('da'))('common:coming'))
  // The page's own clock stands still: else it goes on for as long as a busy machine takes to get here.
  const now = Date.now()
  await page.clock.install({ time: now })
  await page.clock.pauseAt(now + 1_000)
  const letGo = await hold(page, '**/assets/contact-*.js')
  // Its first script has run then, and counts from here.
  await page.goto(`${server.url}/kontakt`, { waitUntil: 'domcontentloaded' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.clock.runFor(2_500)
  await expect(coming).toBeHidden()
  await page.clock.runFor(1_000)
  await expect(coming).toBeVisible()
  letGo()
  await page.clock.resume()
  await expect(coming).toHaveCount(0)
})

test('each refusal is told in a clear sentence, and nothing typed is lost', async ({ page }) => {
  const say = await wordsIn('da')
  let answer: (typeof refusals)[number] = refusals[0]
  await page.route('**/api/requests', (route: Route) =>
    route.fulfill(problem(answer[0], answer[1], { field: 'sealed' })),
  )
  await toReview(page)
  for (const refusal of refusals)
    await test.step(String(refusal[1]), async () => {
      answer = refusal
      await sendButton(page).click()
      await expect(page.getByRole('heading', { name: 'Beskeden er ikke sendt endnu' })).toBeVisible()
      const notice = page.locator('.notice', { hasText: 'Beskeden er ikke sendt endnu' })
      await expect(notice).toContainText(say(`request:sendErrors.${refusal[2]}`))
      await expect(page.getByLabel('Vil du skrive lidt?')).toHaveValue(typed)
      await expectAccessible(page)
    })
  await page.unroute('**/api/requests')
  await sendButton(page).click()
  await expect(firstHeading(page, 'Beskeden er kommet frem')).toBeVisible()
})

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

test('a button that is at work can still be told from the page it stands on, by day and by night', async ({
  page,
}) => {
  await page.route('**/api/requests', route => route.abort())
  await toReview(page)
  await sendButton(page).click()
  await expect(firstHeading(page, 'Ikke sendt endnu')).toBeVisible()
  await hold(page, '**/api/requests')
  // By the keyboard: under a pointer it would be underlined.
  await page.getByRole('button', { name: 'Send nu' }).press('Enter')
  await page.mouse.move(0, 0)
  await expect(page.locator('main .button[aria-disabled]')).toHaveCount(1)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await together(page, [paleEdges]), colorScheme).toEqual([[]])
  }
})

test('with no answer at all it waits, and goes by itself when the network is back', async ({
  page,
  context,
}) => {
  await toReview(page)
  await whatSealsIsThere(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ikke sendt endnu' })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
})

const sendButton = (page: Page) => page.getByRole('button', { name: 'Send til Torvehuset' })
const firstHeading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const code = (page: Page) => page.locator('.code-value')

test('the code is there while the request is on its way, and only its own heading says how it goes', async ({
  page,
}) => {
  await toReview(page)
  const letGo = await hold(page, '**/api/requests')
  await sendButton(page).click()
  await expect(firstHeading(page, 'Sender …')).toBeFocused()
  await expect(code(page)).toBeVisible()
  await expect(page.locator('.notice')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Jeg har gemt koden' }).focus()
  letGo()
  // Read out where it stands, and nowhere else.
  await expect(firstHeading(page, 'Beskeden er kommet frem')).toHaveAttribute('aria-live', 'polite')
  await expect(page.getByText('Beskeden er kommet frem', { exact: true })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Jeg har gemt koden' })).toBeFocused()
  await expect(page.locator('.notice')).toHaveCount(0)
})

test('while the message is being sealed nothing can be changed that would not come along', async ({
  page,
}) => {
  const letGo = await hold(page, '**/assets/sealing-*.js')
  await toReview(page)
  await sendButton(page).click()
  await expect(page.locator('main fieldset.form-body[disabled]')).toBeAttached()
  await expect(page.getByLabel('Vil du skrive lidt?')).toBeDisabled()
  letGo()
  await expect(firstHeading(page, 'Beskeden er kommet frem')).toBeFocused()
})

test('a script that cannot be fetched when it is time to send is told, and nothing typed is lost', async ({
  page,
}) => {
  await page.route('**/assets/sealing-*.js', route => route.abort())
  await toReview(page)
  await sendButton(page).click()
  await expect(page.getByText('kunne ikke lukkes sikkert')).toBeVisible()
  await expect(page.getByLabel('Vil du skrive lidt?')).toHaveValue(typed)
  await expect(page.getByLabel('Vil du skrive lidt?')).toBeEnabled()
})

test('a part of the page that a weak network loses is told, and comes with the page, which has the answers still', async ({
  page,
}) => {
  const lost = '**/assets/request-later-*.js'
  await page.route(lost, route => route.abort())
  await throughChoices(page)
  await page.locator('main button[type=submit]').click()
  const told = page.locator('main').getByText('Siden kom ikke helt frem')
  await expect(told).toBeVisible()
  await expectAccessible(page)
  await page.unroute(lost)
  await page.getByRole('button', { name: 'Hent siden igen' }).click()
  await choose(page, 'Kun et nummer')
  await expect(told).toBeHidden()
})

test('help is one tap away from a code that is not saved yet, and Back brings the code again', async ({
  page,
  context,
}) => {
  await toReview(page)
  await sendButton(page).click()
  await expect(firstHeading(page, 'Beskeden er kommet frem')).toBeVisible()
  const kept = await code(page).innerText()
  await receiptPutAway(page, 'sent')
  await page.getByRole('link', { name: 'Akut hjælp' }).click()
  await page.waitForURL('**/akut')
  expect(context.pages()).toHaveLength(1)
  await page.goBack()
  await expect(firstHeading(page, 'Beskeden er kommet frem')).toBeVisible()
  await expect(code(page)).toHaveText(kept, { useInnerText: true })
})

test('where the phone keeps nothing, links lead to a new window, which is said, and the code is not lost', async ({
  page,
  context,
}) => {
  await toReview(page)
  await page.evaluate(() => {
    const setItem = sessionStorage.setItem.bind(sessionStorage)
    Storage.prototype.setItem = (key, value) => {
      if (key === 'd') throw new DOMException('full', 'QuotaExceededError')
      setItem(key, value)
    }
  })
  await sendButton(page).click()
  await expect(firstHeading(page, 'Beskeden er kommet frem')).toBeVisible()
  await expect(page.getByText('kan ikke gemme koden')).toBeVisible()
  const kept = await code(page).innerText()
  const [help] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Akut hjælp' }).click(),
  ])
  await expect(help.getByRole('link', { name: 'Ring 112' }).first()).toBeVisible()
  // From then on its own script leaves, and tells the other windows.
  await help.waitForLoadState()
  await expect(code(page)).toHaveText(kept, { useInnerText: true })
  // Leaving in one window leaves in the other too.
  await help.getByRole('link', { name: 'Luk siden' }).click()
  await page.waitForURL('**/ude.html')
})

test('once the code is saved, links lead on in the same window', async ({ page, context }) => {
  await toReview(page)
  await sendButton(page).click()
  // The code stands there while the message is still under way.
  await page.getByRole('button', { name: 'Jeg har gemt koden' }).click()
  await expect(page.getByText('Godt. Du kan lukke siden.')).toBeVisible()
  await page.getByRole('link', { name: 'Akut hjælp' }).click()
  await page.waitForURL('**/akut')
  expect(context.pages()).toHaveLength(1)
})

test('what may have arrived is taken back here, and its code stays to take it back there', async ({
  page,
}) => {
  await toReview(page)
  await page.route('**/api/requests', async route => {
    await route.fetch()
    await route.abort()
  })
  await sendButton(page).click()
  await expect(firstHeading(page, 'Ikke sendt endnu')).toBeVisible()
  const shown = await code(page).textContent()
  await page.getByRole('button', { name: 'Slet beskeden' }).click()
  await page.getByRole('button', { name: 'Ja, slet den' }).click()
  await expect(firstHeading(page, 'Beskeden er slettet på telefonen')).toBeFocused()
  await expect(page.getByText('Den kan være nået frem')).toBeVisible()
  await expect(code(page)).toHaveText(shown ?? '')
  await expect(page.locator('.notice')).toHaveCount(0)
  await expectAccessible(page)
})

test('in a window without a service worker the message waits, has its code, and goes once', async ({
  page,
  context,
}) => {
  await page.addInitScript('delete Navigator.prototype.serviceWorker') // as a private window of Firefox
  const taken: string[] = []
  page.on('response', response => {
    if (response.url().endsWith('/api/requests')) taken.push(`${response.status()}`)
  })
  await toReview(page)
  await whatSealsIsThere(page)
  await context.setOffline(true)
  await sendButton(page).click()
  await expect(firstHeading(page, 'Ikke sendt endnu')).toBeVisible()
  await expect(code(page)).toBeVisible()
  await context.setOffline(false)
  await expect(firstHeading(page, 'Beskeden er kommet frem')).toBeVisible()
  // Under load the intake may ask for a proof first.
  await expect.poll(() => taken.filter(status => status !== '429')).toEqual(['201'])
})

test('a page opened by a door says once that a message waits, and there it is taken back', async ({
  page,
}) => {
  const waits = page.getByRole('heading', { name: 'Ikke sendt endnu', level: 2 })
  await page.route('**/api/requests', route => route.fulfill(problem('broken', 500)))
  await toReview(page)
  await sendButton(page).click()
  await expect(firstHeading(page, 'Ikke sendt endnu')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send nu' })).toHaveCount(1)
  await expect(waits).toHaveCount(0)
  // Else a door leads back to the receipt, whose code is not saved.
  await saveCode(page, await wordsIn('da'))

  await page.goto(`${server.url}/voksne`)
  await expect(waits).toHaveCount(1)
  await page.locator('main [data-audience="adult"]').first().click()
  await expect(page.locator('main fieldset.form-body:not([disabled])')).toBeAttached()
  await expect(waits).toHaveCount(1)
  await page.getByRole('button', { name: 'Slet beskeden' }).click()
  await page.getByRole('button', { name: 'Ja, slet den' }).click()
  await expect(waits).toHaveCount(0)
})

test('what waits from a page opened by a door is told once, and taking it back takes the receipt too', async ({
  page,
}) => {
  await page.addInitScript("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })")
  await page.route('**/api/requests', route => route.abort())
  await page.goto(`${server.url}/unge`)
  await page.locator('main [data-audience="youth-talk"]').first().click()
  await expect(page.locator('main fieldset.form-body:not([disabled])')).toBeAttached()
  await page.locator('input[name=slotIds]').first().press(' ')
  await goOn(page, 'da')
  await expect(page.getByRole('button', { name: 'Book samtalen' })).toBeVisible()
  await page.getByRole('button', { name: 'Book samtalen' }).click()
  await expect(firstHeading(page, 'Ikke sendt endnu')).toBeVisible()
  // One more try, so that a second notice would have had the time to come.
  await page.getByRole('button', { name: 'Send nu' }).first().click()
  await expect(page.getByText('Der er ikke net lige nu').first()).toBeVisible()
  await expect(page.locator('.notice-title', { hasText: 'Ikke sendt endnu' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Slet beskeden' }).click()
  await page.getByRole('button', { name: 'Ja, slet den' }).click()
  await expect(page.getByText('Den blev ikke sendt')).toBeVisible()
  await expect(code(page)).toHaveCount(0)
})

test('a page whose script cannot be fetched says so, with the way on and a link that loads it again', async ({
  page,
}) => {
  await page.route('**/assets/base-*.js', route => route.abort())
  const words = page.getByRole('status').filter({ hasText: 'Siden kom ikke helt frem' })
  await page.goto(`${server.url}/svar`)
  await expect(words).toContainText('Du kan også møde op')
  await expect(page.getByText('Siden er ved at blive hentet')).toBeHidden()
  await expectAccessible(page)
  await page.unroute('**/assets/base-*.js')
  await words.getByRole('link', { name: 'Hent siden igen' }).click()
  await expect(page.locator('main fieldset.form-body:not([disabled])')).toBeAttached()
  await expect(words).toBeHidden()
})
