import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { daysAfter, dayOf } from '../../src/core/calendar/days.ts'
import { nameOfDay } from '../../src/core/calendar/times.ts'
import { openFlow, signInToInbox } from './people.ts'
import { choose, next, requestsAt, storageOf } from './phone.ts'
import { bookAsYouth, codeShown, saveCode, wordsIn, writeAsAdult } from './replies-people.ts'
import { busyStorage, nothingPutAway, receiptPutAway } from './put-away.ts'
import { serverForAll } from './served.ts'

// The only copy of the code stands on the receipt, until somebody says that it is saved.
const server = serverForAll()

const firstHeading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

test('a reload, Back and the address typed again come back to the receipt; a saved code does not', async ({
  page,
}) => {
  const say = await wordsIn('da')
  const there = (): Promise<void> => expect(firstHeading(page, say('request:receipt.sent'))).toBeVisible()
  await page.goto(`${server.url}/voksne`)
  const code = await writeAsAdult(page, server, 'da', { message: 'Hej' })
  await receiptPutAway(page, 'sent')
  expect(await storageOf(page)).not.toContain(code)
  expect(await storageOf(page)).not.toContain(code.slice(0, 4))

  await page.reload()
  await there()
  expect(await codeShown(page)).toBe(code)

  // One press leads out of the flow, and not through screens that have nothing to show.
  await page.goBack()
  await expect(page).toHaveURL(`${server.url}/voksne`)
  await expect(page.getByRole('link', { name: say('offline:unsavedCode.show') })).toBeVisible()
  await page.goForward()
  await there()
  expect(await codeShown(page)).toBe(code)

  await page.goto(`${server.url}/en/contact`)
  await expect(firstHeading(page, (await wordsIn('en'))('request:receipt.sent'))).toBeVisible()
  await page.goto(`${server.url}/paaroerende`)
  await page.locator('main a[data-audience=relative]').first().click()
  await there()

  await saveCode(page, say)
  await page.reload()
  await expect(firstHeading(page, say('request:audience.legend'))).toBeVisible()
})

test('a receipt of what waits says after a reload whether it has arrived', async ({ page, context }) => {
  const say = await wordsIn('da')
  // Of the context, so that the worker's own sending is not answered either.
  await context.route('**/api/requests', route => route.abort())
  const code = await writeAsAdult(page, server, 'da', { offline: true })
  await expect(firstHeading(page, say('request:receipt.waiting'))).toBeVisible()
  await receiptPutAway(page, 'waiting')
  await page.reload()
  await expect(firstHeading(page, say('request:receipt.waiting'))).toBeVisible()
  await context.unroute('**/api/requests')
  await page.reload()
  await expect(firstHeading(page, say('request:receipt.sent'))).toBeVisible()
  expect(await codeShown(page)).toBe(code)
  expect(context.pages()).toHaveLength(1)
})

test('a phone whose storage is slow to answer after a reload has the receipt still', async ({
  page,
  context,
}) => {
  const say = await wordsIn('da')
  const code = await writeAsAdult(page, server, 'da')
  await receiptPutAway(page, 'sent')
  const other = await context.newPage()
  await other.goto(`${server.url}/om/privatliv`)
  const letGo = await busyStorage(other)
  await page.reload()
  await expect(page.getByText(say('offline:draftSlow'))).toBeVisible()
  await letGo()
  await expect(firstHeading(page, say('request:receipt.sent'))).toBeVisible()
  await expect(page.getByText(say('offline:draftSlow'))).toHaveCount(0)
  expect(await codeShown(page)).toBe(code)
  await receiptPutAway(page, 'sent')
})

test.describe(() => {
  // None of these asks what is kept for use without a network.
  test.use({ serviceWorkers: 'block' })

  test('leaving takes the receipt along, and withdrawing does', async ({ page }) => {
    const say = await wordsIn('da')
    const code = await writeAsAdult(page, server, 'da')
    await receiptPutAway(page, 'sent')
    await page.goto(`${server.url}/svar`)
    await page.locator('main fieldset.form-body:not([disabled])').waitFor({ state: 'attached' })
    await page.locator('input[name=code]').fill(code)
    await page.getByRole('button', { name: say('replies:code.button') }).click()
    await page.getByRole('button', { name: say('replies:thread.withdraw') }).click()
    await page.getByRole('button', { name: say('replies:withdraw.button') }).click()
    await expect(firstHeading(page, say('replies:gone.title'))).toBeVisible()
    await nothingPutAway(page)
    await page.getByRole('link', { name: say('replies:gone.write') }).click()
    await expect(firstHeading(page, say('request:audience.legend'))).toBeVisible()

    await writeAsAdult(page, server, 'da')
    await receiptPutAway(page, 'sent')
    await page.locator('[data-leave]').click()
    await page.waitForURL('**/ude.html')
    await page.goto(`${server.url}/kontakt`)
    await expect(firstHeading(page, say('request:audience.legend'))).toBeVisible()
  })

  for (const year of [2020, 2031]) {
    test(`a phone in ${year} is told so before sending, and the days of the intake after`, async ({
      page,
    }) => {
      const say = await wordsIn('da')
      await page.clock.setFixedTime(new Date(`${year}-01-08T12:00:00Z`))
      await openFlow(page, `${server.url}/kontakt`)
      await choose(page, 'audience', 'adult')
      await next(page)
      await choose(page, 'wish', 'treatment')
      await next(page)
      await choose(page, 'substance', 'alcohol')
      await next(page)
      await choose(page, 'identity', 'named')
      await next(page)
      await page.locator('input[name=name]').fill('Karen')
      await page.locator('input[name=phone]').fill('12345678')
      await next(page)
      await expect(page.getByRole('heading', { name: say('request:clock.title') })).toBeVisible()
      await expect(page.locator('main')).toContainText(`8. januar ${year}`)
      await next(page)
      await expect(firstHeading(page, say('request:receipt.sent'))).toBeVisible()
      for (const days of [7, 14])
        await expect(page.locator('main')).toContainText(nameOfDay(daysAfter(dayOf(Date.now()), days), 'da'))
      await expect(page.locator('main')).not.toContainText('januar')
    })

    test(`a phone in ${year} books a talk: its proof of work has not run out`, async ({ page }) => {
      await page.clock.setFixedTime(new Date(`${year}-01-08T12:00:00Z`))
      await bookAsYouth(page, server, 'da')
    })
  }

  test('translated by the browser, a page asks, says what is wrong and sends as before', async ({
    page,
    browser,
  }) => {
    // What Chrome's translation does: each text node is put into two elements, and its words are others.
    await page.addInitScript(() => {
      const wrap = (node: Node): void => {
        if (node.nodeType === Node.TEXT_NODE) {
          const { parentNode } = node
          if (!node.nodeValue?.trim() || !parentNode || parentNode.nodeName === 'FONT') return
          if (/^(SCRIPT|STYLE|TITLE|TEXTAREA|OPTION)$/.test(parentNode.nodeName)) return
          const element: string = 'font'
          const [outer, inner] = [document.createElement(element), document.createElement(element)]
          parentNode.replaceChild(outer, node)
          outer.append(inner)
          inner.textContent = `[${node.nodeValue}]`
          return
        }
        for (const child of [...node.childNodes]) wrap(child)
      }
      const look = new MutationObserver(records => {
        for (const { addedNodes, target } of records) {
          for (const node of addedNodes) if (node.isConnected) wrap(node)
          if (target.nodeType === Node.TEXT_NODE) wrap(target)
        }
      })
      addEventListener('DOMContentLoaded', () => {
        wrap(document.body)
        look.observe(document.body, { childList: true, subtree: true, characterData: true })
      })
    })
    const before = (await requestsAt(server)).length
    const errors: Error[] = []
    page.on('pageerror', error => errors.push(error))
    const say = await wordsIn('da')
    /** What came after the translation is translated too, and what it said before is gone. */
    const asks = (words: string): Promise<void> => expect(page.locator('main h1')).toHaveText(`[${words}]`)
    await openFlow(page, `${server.url}/kontakt`)
    await next(page) // nothing chosen
    await expect(page.locator('.error-summary')).toBeFocused()
    await expect(page.locator('.error-summary font').first()).toBeVisible()
    await choose(page, 'audience', 'adult')
    await next(page)
    await asks(say('request:wish.adult.legend'))
    await choose(page, 'wish', 'advice')
    await next(page)
    await asks(say('request:substance.legend'))
    await page.goBack()
    await asks(say('request:wish.adult.legend'))
    await expect(page.locator('input[name=wish][value=advice]')).toBeChecked()
    await next(page)
    await choose(page, 'substance', 'alcohol')
    await next(page)
    await asks(say('request:identity.legend'))
    await choose(page, 'identity', 'named')
    await next(page)
    await page.locator('input[name=name]').fill('Signe')
    await page.locator('input[name=phone]').fill('12345678')
    await next(page)
    await page.locator('textarea[name=message]').fill('Hej. Jeg vil gerne tale med nogen.')
    await expect(page.locator('main font').first()).toBeVisible()
    await next(page)
    await expect(page.locator('.code-value')).toBeVisible()
    await asks(say('request:receipt.sent'))
    const untouched = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const left: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.nodeValue?.trim() && !node.parentElement?.closest('font, script, style, noscript, textarea'))
          left.push(node.nodeValue)
      return left
    })
    expect(untouched).toEqual([])
    await expect.poll(async () => (await requestsAt(server)).length).toBe(before + 1)
    expect(errors).toEqual([])
    const staff = await signInToInbox(browser, server)
    await staff.getByRole('button', { name: /Signe/ }).click()
    await expect(staff.getByText('Hej. Jeg vil gerne tale med nogen.').first()).toBeVisible()
  })
})
