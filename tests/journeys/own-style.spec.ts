import type { Page } from '@playwright/test'
import { pageIds, pages } from '../../src/app/routes.ts'
import { wordsIn } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { expect, test } from './test.ts'
import { answer } from './walks/walk.ts'

// A page comes with the rules that it begins with (src/commands/own-style.ts). As it comes, they must be all that matter.

test.use({ serviceWorkers: 'block' })

const server = serverForAll()

/**
 * In the page: how each kind of element looks in all that any rule sets, kept under a name; with another name told, those that look
 * otherwise than then. A kind is what rules can tell apart: an element's tag and attributes, those of all that it stands in, and what is beside it.
 */
function looksHere([css, name, earlier]: readonly [css: string, name: string, earlier?: string]): string[] {
  const all = new CSSStyleSheet()
  all.replaceSync(css)
  const set = new Set<string>()
  const look = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) for (const property of rule.style) set.add(property)
      if ('cssRules' in rule) look(rule.cssRules as CSSRuleList) // of any rule that holds others
    }
  }
  look(all.cssRules)
  const lookOf = (one: Element, pseudo: string | null): string => {
    const style = getComputedStyle(one, pseudo)
    // A part that is not drawn.
    if (pseudo !== null && (style.content === 'none' || style.content === 'normal')) return ''
    return [...set].map(property => `${property}: ${style.getPropertyValue(property)}`).join('; ')
  }
  const marks = new Map<Element, string>()
  const markOf = (one: Element): string => {
    const known = marks.get(one)
    if (known !== undefined) return known
    const told = [...one.attributes].filter(({ name: is }) => is !== 'href' && is !== 'id' && is !== 'd')
    const mark = `${one.tagName}${told.map(({ name: is, value }) => `[${is}=${value}]`).join('')}`
    marks.set(one, mark)
    return mark
  }
  const places = new Map<Element, string>()
  const placeOf = (one: Element): string => {
    const known = places.get(one)
    if (known !== undefined) return known
    const { parentElement: parent } = one
    const place = `${parent ? placeOf(parent) : ''} > ${markOf(one)}`
    places.set(one, place)
    return place
  }
  const kinds = new Map<string, Element>()
  for (const one of document.querySelectorAll('html, body, body *')) {
    const { previousElementSibling: before, nextElementSibling: after, childElementCount } = one
    const beside = [
      before ? markOf(before) : 'first',
      after ? '' : 'last',
      childElementCount > 0 ? 'full' : '',
    ]
    kinds.set([placeOf(one), ...beside].join(' '), one)
  }
  const looks = new Map<string, string>()
  for (const [kind, one] of kinds)
    looks.set(kind, [null, '::before', '::after'].map(pseudo => lookOf(one, pseudo)).join('\n'))
  const { kept = {} } = globalThis as { kept?: Record<string, Map<string, string>> }
  Object.assign(globalThis, { kept: { ...kept, [name]: looks } })
  if (earlier === undefined) return [...looks.keys()]
  return [...looks].filter(([kind, look]) => kept[earlier]?.get(kind) !== look).map(([kind]) => kind)
}

const nameOfAll = async (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLStyleElement>('style[data-whole]')?.dataset['whole'] ?? '')

for (const id of pageIds)
  test(`${pages[id].da} looks as with all rules, on a screen and on paper`, async ({ page }) => {
    // As it comes: no script has been run.
    await page.route('**/assets/*.js', async route => route.abort())
    await page.goto(server.url + pages[id].da)
    const css = await (await page.request.get(server.url + (await nameOfAll(page)))).text()
    const kinds = await page.evaluate(looksHere, [css, 'screen'] as const)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(looksHere, [css, 'paper'] as const)
    await page.addStyleTag({ url: await nameOfAll(page) })
    const otherwise = await page.evaluate(looksHere, [css, 'paper with all', 'paper'] as const)
    await page.emulateMedia({ media: 'screen' })
    otherwise.push(...(await page.evaluate(looksHere, [css, 'screen with all', 'screen'] as const)))
    expect(kinds.length).toBeGreaterThan(30)
    expect(otherwise).toEqual([])
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
  await answer(page, ['audience', 'adult'], ['wish', 'advice'], ['substance', 'alcohol'])
  await expect(page.locator('main').getByText(say('offline:notLoaded'))).toBeVisible()
  await page.unroute('**/*.css')
  // As a network that comes back tells the page.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(page.locator('input[name=identity]').first()).toBeAttached()
})
