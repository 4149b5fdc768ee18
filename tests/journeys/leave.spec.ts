import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { choose, next, requestsAt, storageOf, visit, writeAsAdult } from './phone.ts'
import { serverForAll } from './served.ts'

const server = serverForAll()
let before: Server

test.beforeAll(async () => {
  before = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<title>Vejret</title><h1>Vejret</h1>')
  })
  await new Promise<void>(done => {
    before.listen(0, '127.0.0.1', done)
  })
})
test.afterAll(() => {
  before.close()
})

const elsewhere = (): string => `http://127.0.0.1:${(before.address() as AddressInfo).port}/`

/** From another site over two pages into the flow, with answers given. */
async function deepInside(page: Page): Promise<void> {
  await page.goto(elsewhere())
  await visit(page, `${server.url}/`)
  await page.goto(`${server.url}/unge`)
  await answersGiven(page)
}

/** In the flow, with answers given. */
async function answersGiven(page: Page): Promise<void> {
  await page.goto(`${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'alcohol')
  // The answers under way have been put away, so that there is something to wipe.
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).not.toBeNull()
}

/** Three times Forward and five times Back. After each: what is there to be seen? */
async function presses(page: Page): Promise<string[]> {
  const seen: string[] = []
  for (let n = 1; n <= 8; n++) {
    const press = n <= 3 ? page.goForward({ timeout: 1_500 }) : page.goBack({ timeout: 1_500 })
    await press.catch(() => null) // nothing there to go to
    await page.waitForTimeout(200)
    seen.push(
      await page
        .evaluate(() => `${location.pathname} ${document.title} ${document.body.innerText}`)
        .catch(() => 'unreadable'),
    )
  }
  return seen
}

const OURS = /Første snak|Unge|Kontakt|Hvem er du|alkohol|Torvehuset|kontakt|unge/i

for (const offline of [false, true]) {
  for (const how of ['tap', 'key'] as const) {
    test(`leaving by ${how}${offline ? ' without a network' : ''}: a clock, and eight presses bring nothing back`, async ({
      page,
      context,
    }) => {
      await deepInside(page)
      if (offline) await context.setOffline(true)
      if (how === 'tap') await page.locator('[data-leave]').click()
      else {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
      }
      await page.waitForURL('**/ude.html')
      await expect(page).toHaveTitle('Ur')
      await expect(page.locator('#day')).not.toBeEmpty()
      await page.waitForTimeout(300)
      for (const seen of await presses(page)) expect(seen).not.toMatch(OURS)
    })
  }
}

/** Taps "leave" and tells what was shown before and after it in the same frame. */
async function leaveInAFrame(page: Page): Promise<unknown> {
  // The page that comes waits until this one has answered.
  let answer = (): void => undefined
  const answered = new Promise<void>(done => {
    answer = done
  })
  await page.route('**/ude.html', async route => {
    await answered
    await route.continue()
  })
  const told = await page.evaluate(() => {
    const shown = (): boolean => document.body.innerText.trim() !== '' && document.body.offsetHeight > 0
    const before = shown()
    document.querySelector<HTMLElement>('[data-leave]')?.click()
    return { before, after: shown(), title: document.title.trim() }
  })
  answer()
  return told
}

test.describe('in one frame', () => {
  // Its every address passes by the test: no worker answers in between.
  test.use({ serviceWorkers: 'block' })

  test('the page is hidden in the very frame of the tap', async ({ page }) => {
    await answersGiven(page)
    expect(await leaveInAFrame(page)).toEqual({ before: true, after: false, title: '\u200b' })
    // A browser closed in the middle of a navigation may hang for the rest of the test's time.
    await page.waitForURL('**/ude.html')
  })

  test('where style sheets cannot be constructed (Safari before 16.4) the form works, and leaving hides the page', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'CSSStyleSheet', {
        value: function () {
          throw new TypeError('Illegal constructor')
        },
      })
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets')
    })
    const broken: string[] = []
    page.on('pageerror', error => broken.push(error.message))
    await page.goto(`${server.url}/kontakt`)
    await choose(page, 'audience', 'adult')
    await next(page)
    await choose(page, 'wish', 'advice')
    expect(await leaveInAFrame(page)).toEqual({ before: true, after: false, title: '\u200b' })
    await page.waitForURL('**/ude.html')
    expect(broken).toEqual([])
  })
})

test('leaving wipes answers and drafts, in other tabs too; the app opens anew when its address is typed', async ({
  page,
  context,
}) => {
  await deepInside(page)
  const other = await context.newPage()
  await other.goto(`${server.url}/kontakt`)
  await choose(other, 'audience', 'relative')
  await next(other)
  await expect(other.locator('input[name=concern]').first()).toBeVisible()
  await page.locator('[data-leave]').click()
  await page.waitForURL('**/ude.html')
  await other.waitForURL('**/ude.html')
  for (const tab of [page, other]) {
    const kept = async () =>
      JSON.parse(await storageOf(tab)) as {
        databases: { snak: { keys: { name: string }[] } }
        session: object
      }
    expect((await kept()).session).not.toHaveProperty('d')
    // Their keys the neutral page removes too: it may be at it still.
    await expect
      .poll(async () => (await kept()).databases.snak.keys.filter(({ name }) => name.startsWith('draft:')))
      .toEqual([])
  }
  await page.goto(`${server.url}/kontakt`)
  await expect(page.locator('input[name=audience]').first()).toBeVisible()
  await expect(page.locator('input:checked')).toHaveCount(0)
})

test('a sealed request that waits is not wiped by leaving, and goes later', async ({ page, context }) => {
  await visit(page, `${server.url}/kontakt`)
  await context.setOffline(true)
  await writeAsAdult(page)
  await next(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Ikke sendt endnu' })).toBeVisible()
  await page.locator('[data-leave]').click()
  await page.waitForURL('**/ude.html')
  expect(await page.content()).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await context.setOffline(false)
  await page.goto(`${server.url}/`)
  await expect(page.locator('.notice', { hasText: 'Beskeden er kommet frem' })).toBeVisible()
  expect(await requestsAt(server)).toHaveLength(1)
})

test.describe(() => {
  // Neither asks what is kept for use without a network.
  test.use({ serviceWorkers: 'block' })

  test('one press of Escape alone does not leave', async ({ page }) => {
    await page.goto(`${server.url}/voksne`)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(1_700)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(300)
    await expect(page).toHaveURL(/\/voksne$/)
  })

  test('every citizen page can be left', async ({ page }) => {
    await page.goto(`${server.url}/was`)
    const links = page.locator('[data-leave]')
    await expect(links).toHaveCount(1)
    await expect(links).toBeInViewport()
    await page.mouse.wheel(0, 2_000)
    await expect(links).toBeInViewport()
  })
})
