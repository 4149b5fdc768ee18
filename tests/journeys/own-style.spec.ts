import type { Page } from '@playwright/test'
import { pageIds, pages } from '../../src/app/routes.ts'
import { choose, next } from './phone.ts'
import { wordsIn } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { expect, test } from './test.ts'

// A page comes with the rules that it begins with (src/commands/own-style.ts). As it comes, they must be all that matter.

test.use({ serviceWorkers: 'block' })

const server = serverForAll()

/** How each kind of element of a page looks, with what stands before and after it: one of those that all rules treat alike. */
const looks = async (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const told = (element: Element, pseudo?: string): string => {
      const style = getComputedStyle(element, pseudo)
      return [...style].map(name => `${name}: ${style.getPropertyValue(name)}`).join('; ')
    }
    const kindOf = (element: Element): string => {
      const { parentElement: parent, previousElementSibling: before, children } = element
      const own = (one: Element): string =>
        (one.cloneNode() as Element).outerHTML.replace(/ (?:href|id|d)="[^"]*"/g, '')
      const sides = [
        before ? own(before) : '',
        element.nextElementSibling ? '' : 'last',
        String(children.length),
      ]
      return [parent ? kindOf(parent) : '', own(element), ...sides].join(' ')
    }
    const kinds = new Map([...document.querySelectorAll('html, body, body *')].map(one => [kindOf(one), one]))
    return [...kinds.values()].map(element =>
      [undefined, '::before', '::after'].map(pseudo => told(element, pseudo)).join('\n'),
    )
  })

const nameOfAll = async (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLStyleElement>('style[data-whole]')?.dataset['whole'] ?? '')

for (const id of pageIds)
  test(`${pages[id].da} looks as with all rules, on a screen and on paper`, async ({ page }) => {
    // As it comes: no script has been run.
    await page.route('**/assets/*.js', async route => route.abort())
    await page.goto(server.url + pages[id].da)
    const before: string[] = []
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      before.push(...(await looks(page)))
    }
    await page.evaluate(
      async href =>
        new Promise((done, fail) => {
          const whole = document.createElement('link')
          Object.assign(whole, { rel: 'stylesheet', href, onload: done, onerror: fail })
          document.head.append(whole)
        }),
      await nameOfAll(page),
    )
    const after: string[] = []
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      after.push(...(await looks(page)))
    }
    expect(before.length).toBeGreaterThan(100)
    expect(after.filter((look, n) => look !== before[n])).toEqual([])
  })

test('a page that is taken up fetches all rules, once, and drops its own', async ({ page }) => {
  const asked: string[] = []
  page.on('request', request => {
    if (request.url().endsWith('.css')) asked.push(request.url())
  })
  await page.goto(`${server.url}/kontakt`)
  await expect(page.locator('style[data-whole]')).toHaveCount(0)
  await expect(page.locator('link[rel=stylesheet]')).toHaveCount(1)
  expect(asked).toHaveLength(1)
})

test('where the rules cannot be had, the screens that want them say so, and the first ones answer', async ({
  page,
}) => {
  const say = await wordsIn('da')
  await page.route('**/*.css', async route => route.abort())
  await page.goto(`${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'alcohol')
  await next(page)
  await expect(page.locator('main').getByText(say('offline:notLoaded'))).toBeVisible()
  await page.unroute('**/*.css')
  // As a network that comes back tells the page.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(page.locator('input[name=identity]').first()).toBeAttached()
})
