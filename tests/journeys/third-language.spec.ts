import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { misfits } from './checks/layout.ts'
import { expectRows, openFlow, signInToInbox } from './people.ts'
import { allKept, answerAsAdult, choose, newPhone, next } from './phone.ts'
import { codeShown, replyAsStaff, tick, wordsIn } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { startServer } from './server.ts'
import { expect, test } from './test.ts'
import { builtWithOneMore, type Built } from './third-language/built.ts'
import { CODE, inItsLetters } from './third-language/made-up.ts'

// What is kept for use without a network is a matter of the last test alone, whose phone is a browser of its own.
test.use({ serviceWorkers: 'block' })

// The app with a folder and a line more: a made-up language that is read from the right.
let built: Built
const server = serverForAll(async () => {
  test.setTimeout(240_000)
  built = await builtWithOneMore()
  return startServer({ SITE_DIR: built.site }, built.project)
})

let addresses: Readonly<Record<string, string>>
test.beforeAll(async () => {
  const form = JSON.parse(await readFile(join(built.project, `locales/${CODE}/language.json`), 'utf8')) as {
    readonly addresses: Readonly<Record<string, string>>
  }
  addresses = form.addresses
})
test.afterAll(async () => {
  await built.remove()
})

/** A text of the made-up language, of one that interpolates nothing. */
async function word(key: string): Promise<string> {
  const [area = '', path = ''] = key.split(':')
  const copy: unknown = JSON.parse(
    await readFile(join(built.project, `locales/${CODE}/${area}.json`), 'utf8'),
  )
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], copy)
  if (typeof found !== 'string') throw new Error(`no text: ${key}`)
  return found
}

const heading = async (page: Page, key: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: await word(key), exact: true })).toBeVisible()

/** Of a text in groups ("39 57 30 00"): whether its last sign stands to the right of its first, as it is read. */
const keepsItsOrder = async (page: Page, selector: string): Promise<boolean[]> =>
  page.locator(selector).evaluateAll(all =>
    all
      .filter(one => one.checkVisibility() && /\d \d/.test(one.textContent))
      .map(one => {
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
        const digits: DOMRect[] = []
        for (let at = walker.nextNode(); at; at = walker.nextNode())
          for (const { index } of (at.textContent ?? '').matchAll(/\d/g)) {
            const range = document.createRange()
            range.setStart(at, index)
            range.setEnd(at, index + 1)
            digits.push(range.getBoundingClientRect())
          }
        const first = digits[0]
        // Of the first line: a long row may go on below.
        const last = digits.filter(digit => Math.abs(digit.top - (first?.top ?? 0)) < 4).at(-1)
        return first !== undefined && last !== undefined && first.left < last.left
      }),
  )

/** The links to the other languages: each the gap from one to the next, in pixels. */
const gaps = async (page: Page): Promise<number[]> =>
  page.locator('.header-link').evaluateAll(all =>
    all.slice(1).map((link, at) => {
      const [one, other] = [link, all[at]].map(each => each?.getBoundingClientRect())
      return Math.max((one?.left ?? 0) - (other?.right ?? 0), (other?.left ?? 0) - (one?.right ?? 0))
    }),
  )

test('every page is there, read from the right, and fits the phone and the desk', async ({ page }) => {
  expect(Object.keys(addresses).length).toBeGreaterThan(10)
  for (const address of [...Object.values(addresses), `/${CODE}/er-her-ikke`]) {
    const answer = await page.goto(server.url + address)
    expect(answer?.status(), address).toBe(address.endsWith('er-her-ikke') ? 404 : 200)
    await expect(page.locator('html')).toHaveAttribute('lang', CODE)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    // In the language's own letters, and nothing asked of the copy that it has not.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Hebrew}/u)
    const body = expect(page.locator('body'), address)
    await body.not.toContainText(/\{|\b[a-z]+:[a-z]+\./i, { useInnerText: true })
    expect(await keepsItsOrder(page, 'main a[href^="tel:"]')).not.toContain(false)
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      expect(await misfits(page), `${address} ${width}`).toEqual([])
      for (const gap of await gaps(page)) expect(gap, `${address} ${width}`).toBeLessThan(32)
    }
    await expectAccessible(page)
  }
})

test('the address of the house is read as it is written: the postcode before the town', async ({ page }) => {
  await page.goto(server.url + (addresses['place'] ?? ''))
  const lefts = await page
    .locator('#where ~ p')
    .first()
    .evaluate(address => {
      const last = [...address.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).at(-1)
      const text = last?.textContent ?? ''
      const leftOf = (at: number): number => {
        if (!last) return Number.NaN
        const range = document.createRange()
        range.setStart(last, at)
        range.setEnd(last, at + 1)
        return range.getBoundingClientRect().left
      }
      return [leftOf(text.search(/\d/)), leftOf(text.search(/\p{L}/u))]
    })
  expect(lefts[0]).toBeLessThan(lefts[1] ?? Number.NaN)
})

test('each page leads to the same page in the two others, and they to it', async ({ page }) => {
  await page.goto(server.url + (addresses['adults'] ?? ''))
  const others = page.locator('head link[rel=alternate]')
  await expect(others).toHaveCount(3)
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL(`${server.url}/en/adults`)
  await expect(page.locator('html')).not.toHaveAttribute('dir', 'rtl')
  await page.getByRole('link', { name: inItsLetters('Dansk') }).click()
  await page.waitForURL(server.url + (addresses['adults'] ?? ''))
  const manifest = (await (await fetch(`${server.url}/manifest.${CODE}.webmanifest`)).json()) as object
  expect(manifest).toMatchObject({ lang: CODE, dir: 'rtl', id: `/${CODE}`, start_url: `/${CODE}` })
})

test('a request is written in it, read in Danish, answered with a template in it, and the answer read', async ({
  page,
  browser,
}) => {
  await openFlow(page, server.url + (addresses['contact'] ?? ''))
  // To another language in the middle and back: nothing is lost, and the side changes with it.
  await choose(page, 'audience', 'adult')
  await page.getByRole('link', { name: 'Dansk', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(page.locator('input[name=audience][value=adult]')).toBeChecked()
  await page.getByRole('link', { name: inItsLetters('Dansk'), exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await answerAsAdult(page, 'alcohol', 'wanted')
  await heading(page, 'request:times.adultLegend')
  await tick(page)
  await next(page)
  const booked = page.locator('[data-key=times] dd').first()
  await expect(booked).toHaveText(
    /\p{Script=Hebrew}+ \p{Script=Hebrew}+ \d{1,2}\u00a0\p{Script=Hebrew}+.*\d\d:\d\d/u,
  )
  const alias = (await page.locator('[data-key=alias] dd strong').innerText()).trim()
  expect(alias).toMatch(/^\p{Script=Hebrew}+(?: \p{Script=Hebrew}+){4}$/u)
  await next(page)
  await heading(page, 'request:receipt.booked')
  const code = await codeShown(page)
  const groups = await page
    .locator('.code-value > span')
    .evaluateAll(all => all.map(one => one.getBoundingClientRect()).map(({ left, top }) => ({ left, top })))
  const inRow = groups.filter(({ top }) => top === groups[0]?.top).map(({ left }) => left)
  expect(inRow.length).toBeGreaterThan(1)
  expect(inRow).toEqual([...inRow].sort((a, b) => a - b))

  const say = await wordsIn('da')
  const staff = await signInToInbox(browser, server)
  await staff.locator('.request-card', { hasText: alias }).getByRole('button').click()
  await expectRows(staff, {
    [say('inbox:fields.language')]: 'Arabisk',
    [say('inbox:fields.alias')]: alias,
  })
  await staff.getByText(say('inbox:templates.choose')).click()
  await expect(staff.getByText(say('inbox:templates.about', { language: 'Arabisk' }))).toBeVisible()
  await staff.getByRole('button', { name: say('inbox:templates.names.elsewhere') }).click()
  const begun = await word('inbox:templates.texts.elsewhere')
  const reply = staff.getByLabel(say('inbox:reply.label'), { exact: true })
  await expect(reply).toHaveValue(begun)
  await replyAsStaff(staff, say, begun)

  await openFlow(page, server.url + (addresses['replies'] ?? ''))
  await page.getByLabel(await word('replies:code.label'), { exact: true }).fill(code)
  await page.getByRole('button', { name: await word('replies:code.button') }).click()
  await expect(page.locator('.thread').getByText(begun)).toBeVisible()
  expect(await misfits(page)).toEqual([])
  await expectAccessible(page)
})

test('the staff’s page is read from the right too', async ({ browser }) => {
  const staff = await signInToInbox(browser, server)
  await staff.getByRole('button', { name: inItsLetters('Dansk'), exact: true }).click()
  await expect(staff.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Hebrew}/u)
  for (const width of [360, 1280]) {
    await staff.setViewportSize({ width, height: 800 })
    expect(await misfits(staff), `${width}`).toEqual([])
    for (const gap of await gaps(staff)) expect(gap, `${width}`).toBeLessThan(32)
  }
  await expectAccessible(staff)
})

test('a phone keeps it once it was opened, and not before; without a network its pages are there', async () => {
  const phone = await newPhone()
  try {
    const { context, page } = await phone.start()
    const caches = async (): Promise<string[]> =>
      page.evaluate(async () => (await globalThis.caches.keys()).sort())
    await page.goto(`${server.url}/`)
    await expect.poll(caches).toEqual(['snak-common', 'snak-da', 'snak-en'])
    await page.goto(server.url + (addresses['home'] ?? ''))
    await allKept(page)
    expect(await caches()).toEqual([`snak-${CODE}`, 'snak-common', 'snak-da', 'snak-en'])
    await context.setOffline(true)
    await page.goto(server.url + (addresses['adults'] ?? ''))
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await heading(page, 'adults:heading')
    await page.goto(`${server.url}/${CODE}/er-her-ikke`)
    await expect(page.locator('html')).toHaveAttribute('lang', CODE)
  } finally {
    await phone.throwAway()
  }
})
