import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { languages, pageIds, pages } from '../../src/app/routes.ts'
import { onResult } from './check-people.ts'
import { openFlow } from './people.ts'
import { next, writeAsAdult } from './phone.ts'
import { serverForAll } from './served.ts'

// No test here is about what is kept for use without a network.
test.use({ serviceWorkers: 'block' })

const server = serverForAll()

/** Presses Tab until the focus is on what is looked for; fails when it never comes there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor({ state: 'attached' })
  for (let n = 0; n < 60; n++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard never reaches ${selector}`)
}

test('a request is made and sent with the keyboard alone', async ({ page }) => {
  await openFlow(page, `${server.url}/kontakt`)
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  const enterOn = async (radio: string): Promise<void> => {
    await tabTo(page, `[name="${radio}"]`)
    await page.keyboard.press('Space')
    await tabTo(page, 'button[type="submit"]')
    await page.keyboard.press('Enter')
  }
  await enterOn('audience')
  await expect(page.getByRole('heading', { level: 1, name: 'Hvad vil du helst?' })).toBeFocused()
  await tabTo(page, '[name="wish"]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Tale med nogen først' })).toBeChecked()
  await tabTo(page, 'button[type="submit"]')
  await page.keyboard.press('Enter')
  await enterOn('substance')
  await tabTo(page, '[name="identity"]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Nej', exact: true })).toBeChecked()
  await tabTo(page, 'button[type="submit"]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Hvornår kan du komme?' })).toBeFocused()
  await tabTo(page, '[name="slotIds"]')
  await page.keyboard.press('Space')
  await expect(page.locator('[name="slotIds"]').first()).toBeChecked()
  // None fits after all: what is ticked is left behind.
  await tabTo(page, 'button[type="submit"] + button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Passer det?' })).toBeFocused()
  await tabTo(page, 'button[type="submit"]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeFocused()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  for (const lang of languages) {
    test(`every page can be read, and the flows say why and where to go instead (${lang})`, async ({
      page,
    }) => {
      for (const id of pageIds) {
        const answer = await page.goto(server.url + pages[id][lang])
        expect(answer?.status(), id).toBe(200)
        await expect(page.getByRole('heading', { level: 1 }), id).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
        if (pages[id].kind === 'interactive') {
          await expect(page.locator('noscript .no-script')).toContainText('Lyngby Torv 16')
          await expect(page.locator('main :is(input, textarea, button)').first()).toBeDisabled()
          await expect(page.locator('main :is(input, textarea, button):enabled')).toHaveCount(0)
        }
      }
    })
  }
})

for (const lang of languages) {
  test(`the page for adults is read to its end in four screens of a phone (${lang})`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(server.url + pages.adults[lang])
    const end = await page.locator('.where-it-stands').boundingBox()
    expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThanOrEqual(4 * 740)
  })

  test(`everything to press is at least 44 px high, titles name neither substances nor treatment, nothing on a page asks another host for anything, and no page scrolls sideways with text at twice the size (${lang})`, async ({
    page,
  }) => {
    const others: string[] = []
    page.on('request', request => {
      if (new URL(request.url()).origin !== server.url) others.push(request.url())
    })
    const cdp = await page.context().newCDPSession(page)
    // The reader's own setting, as Chromium has it.
    const ordinary = { standard: 16, fixed: 13 }
    const twice = { standard: 32, fixed: 26 }
    for (const id of pageIds) {
      await page.goto(server.url + pages[id][lang], { waitUntil: 'load' })
      expect(await page.title(), id).not.toMatch(/alkohol|alcohol|stof|drug|hash|cannabis|behandl|treat|rus/i)
      expect(await page.evaluate(tooLow), id).toEqual([])

      await cdp.send('Page.setFontSizes', { fontSizes: twice })
      const { wide, size } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        size: parseFloat(getComputedStyle(document.body).fontSize),
      }))
      expect(size, 'the text follows the setting').toBeGreaterThanOrEqual(32)
      expect(wide, `${id} at 200 %`).toBeLessThanOrEqual(360)
      await cdp.send('Page.setFontSizes', { fontSizes: ordinary })
    }
    expect(others).toEqual([])
  })
}

/** In the page: what is there to press and is lower than 44 px. */
function tooLow(): { readonly text: string; readonly high: number }[] {
  return [...document.querySelectorAll('button, .button, .choice, summary, header a, footer a')]
    .filter(one => one.checkVisibility() && !one.classList.contains('skip'))
    .map(one => ({
      text: one.textContent.trim().slice(0, 30),
      high: one.getBoundingClientRect().height,
    }))
    .filter(one => one.high < 43.5)
}

for (const lang of languages) {
  test(`each page prints as a leaflet of one or two sheets (${lang})`, async ({ page }) => {
    for (const id of pageIds.filter(one => pages[one].kind === 'document')) {
      await page.goto(server.url + pages[id][lang])
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
      expect(sheets, id).toBeGreaterThanOrEqual(1)
      expect(sheets, id).toBeLessThanOrEqual(2)
    }
  })

  test(`every number to ring can be read on paper (${lang})`, async ({ page }) => {
    await page.goto(server.url + pages.urgent[lang])
    await page.emulateMedia({ media: 'print' })
    const numbers = page.locator('main .button[href^="tel:"], main .button[href^="sms:"]')
    await expect.poll(() => numbers.count()).toBeGreaterThan(5)
    for (const number of await numbers.all()) await expect(number).toBeVisible()
    // And nothing to press that leads about the page.
    await expect(page.locator('.jumps')).toBeHidden()
  })
}

test('a link to a place on a page opens what is folded there, and loads nothing again', async ({ page }) => {
  await page.goto(`${server.url}/om/kilder`)
  const link = page.locator('main a[href="/voksne#mind"]').first()
  await link.evaluate((found: HTMLAnchorElement) => {
    for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
  })
  await link.click()
  await expect(page.locator('details:not(:has(details)):has(#mind)')).toHaveAttribute('open', '')
  await expect(page.locator('#mind')).toBeInViewport()

  await page.goto(`${server.url}/unge`)
  await page.evaluate(() => {
    Object.assign(globalThis, { notReloaded: true })
  })
  await page.locator('a[href="#younger"]').click()
  await expect(page.locator('#younger')).toBeInViewport()
  await page.evaluate(() => {
    location.hash = 'health'
  })
  await expect(page.locator('details:not(:has(details)):has(#health)')).toHaveAttribute('open', '')
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
})

test('a page that comes in the place of another is read from its top: title, focus and scroll', async ({
  page,
}) => {
  const heading = page.locator('main h1')
  const fromTop = async (title: string): Promise<void> => {
    await expect(page).toHaveTitle(title)
    await expect(heading).toBeFocused()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  }
  await page.goto(`${server.url}/voksne`)
  await page.locator('main a[data-audience=adult]').first().click()
  await expect(page).toHaveURL(`${server.url}/kontakt`)
  await fromTop('Kontakt')
  await page.locator('.footer a[href="/svar"]').click()
  await expect(page).toHaveURL(`${server.url}/svar`)
  await fromTop('Svar')
  await page.locator('.footer a[href="/tjek"]').click()
  await fromTop('Tjek')
  for (let turn = 0; turn < 15 && !(await onResult(page)); turn++)
    await page.getByRole('button', { name: 'Spring over' }).click()
  await page.locator('section:has(#next-step) button').first().click()
  await expect(page).toHaveURL(`${server.url}/kontakt`)
  await fromTop('Kontakt')
  await page.goBack()
  await fromTop('Tjek')
})

test('the receipt has its title in the language that is chosen on it', async ({ page }) => {
  await openFlow(page, `${server.url}/kontakt`)
  await writeAsAdult(page)
  await next(page)
  await expect(page.locator('.code-value')).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveTitle('Contact')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a fold stays open when the text in it is taken out again', async ({ page }) => {
  await page.goto(`${server.url}/unge`)
  await page.locator('main a[data-audience=youth-talk]').first().click()
  await page.locator('input[name=slotIds]').first().press(' ')
  await next(page)
  await page.locator('summary', { hasText: 'Skriv en besked' }).click()
  const text = page.locator('textarea[name=message]')
  await text.press('a')
  await expect(text).toHaveValue('a')
  await text.press('Backspace')
  await expect(text).toHaveValue('')
  await expect(text).toBeFocused()
})
