import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { expectAccessible } from './axe.ts'
import { tabTo } from './by-keyboard.ts'
import { startFilled } from './filled.ts'
import { hold } from './hold.ts'
import { signInToInbox } from './people.ts'
import { wordsIn } from './replies-people.ts'
import { serverForAll } from './served.ts'

// The desk as wide as desks are, full of what a working day has.
const server = serverForAll(startFilled)

/** By how much what stands in the empty field is cut. The browser keeps room for its own button that empties it. */
const cut = (page: Page): Promise<number> =>
  page.locator('input[name=search]').evaluate((field: HTMLInputElement) => {
    const pen = document.createElement('canvas').getContext('2d')
    const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field)
    if (!pen) throw new Error('no canvas')
    pen.font = font
    const room = field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - 20
    return Math.max(0, pen.measureText(field.placeholder).width - room)
  })

for (const lang of ['da', 'en'] as const)
  test(`what may be searched is read in full, with every filter there is (${lang})`, async ({ browser }) => {
    const say = await wordsIn(lang)
    const page = await signInToInbox(browser, server, lang)
    for (const width of [768, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      for (const filter of ['all', 'unsaid', 'youth']) {
        await page.getByRole('button', { name: say(`inbox:list.filters.${filter}`), exact: true }).click()
        expect(await cut(page), `${filter} at ${width}`).toBe(0)
      }
    }
    await page.context().close()
  })

/** At which heights, by their middle, the parts of the line over the list stand: one, where it does not break. */
const heights = (page: Page): Promise<number[]> =>
  page
    .locator('.list-tools > :not(.meeting-list, .meeting-print)')
    .evaluateAll(parts => [
      ...new Set(
        parts
          .map(part => part.getBoundingClientRect())
          .map(({ top, height }) => Math.round(top + height / 2)),
      ),
    ])

for (const lang of ['da', 'en'] as const)
  test(`what stands over the list is one line, whichever filter is chosen and while it is fetched (${lang})`, async ({
    browser,
  }) => {
    const say = await wordsIn(lang)
    const page = await signInToInbox(browser, server, lang)
    await expect(page.locator('[data-opening]')).toHaveCount(0)
    const filters = ['all', 'mine', 'nobody', 'youth', 'unsaid'] as const
    for (const width of [1280, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      for (const filter of filters) {
        await page.getByRole('button', { name: say(`inbox:list.filters.${filter}`), exact: true }).click()
        await expect.poll(() => heights(page), `${filter} at ${width}`).toHaveLength(1)
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    const letGo = await hold(page, '**/api/staff/requests**')
    await page.getByRole('button', { name: say('inbox:list.refresh'), exact: true }).click()
    await expect(page.getByRole('button', { name: say('inbox:list.fetching'), exact: true })).toBeVisible()
    expect(await heights(page)).toHaveLength(1)
    expect(await cut(page)).toBe(0)
    letGo()
    await page.context().close()
  })

test('on a phone the way back leads to where the row stood, whatever stands over it', async ({ browser }) => {
  const say = await wordsIn('da')
  const page = await signInToInbox(browser, server)
  await page.setViewportSize({ width: 360, height: 400 })
  await expect(page.locator('[data-opening]')).toHaveCount(0)
  await page.locator('details.fold > summary').first().press('Enter')
  const rows = page.locator('.request-list > [data-row]')
  await expect(page.locator('details.fold[open] [data-row]')).toHaveCount(30)
  const count = await rows.count()
  // Each is laid out on the way down, and so has a height of its own.
  for (let n = 5; n <= 35; n += 5) await rows.nth(n).scrollIntoViewIfNeeded()
  const opens = rows.nth(35).locator('[data-opens]')
  const id = (await opens.getAttribute('data-opens')) ?? ''
  const top = (): Promise<number> =>
    page.locator(`[data-opens="${id}"]`).evaluate(one => one.getBoundingClientRect().top)
  let before = NaN
  await expect
    .poll(async () => {
      const was = before
      before = await top()
      return was === before
    })
    .toBe(true)
  await opens.press('Enter')
  await page.locator('.detail-head').waitFor()
  await page
    .getByRole('button', { name: say('inbox:detail.back') })
    .first()
    .click()
  await expect(rows).toHaveCount(count)
  await expect(page.locator(`[data-opens="${id}"]`)).toBeFocused()
  // A few pixels: the last row of a group has no gap below it.
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(12)
  await page.context().close()
})

test('by keyboard alone: handed over, on to the list, taken back there with one key, and the desk is locked', async ({
  browser,
}) => {
  const say = await wordsIn('da')
  const page = await signInToInbox(browser, server)
  await page.locator('.request-card', { hasText: 'Omar Demo' }).getByRole('button').press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Omar Demo' }).waitFor()
  await page.locator('input[name=state][value=handed-over]').press(' ')
  await page.getByRole('button', { name: say('inbox:detail.stateSave'), exact: true }).press('Enter')
  await page.getByRole('button', { name: say('inbox:close.undo') }).waitFor()
  await tabTo(page, page.locator('.said ~ .actions').getByRole('button', { name: say('inbox:detail.back') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: say('inbox:list.title') })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: say('inbox:close.undo') })).toBeFocused()
  await page.keyboard.press('Enter')
  const back = say('inbox:close.backOf', { who: 'Omar Demo', state: say('inbox:state.opened') })
  await expect(page.locator('.taken > .said')).toHaveText(back)
  await expectAccessible(page)
  await tabTo(page, page.getByRole('button', { name: say('inbox:lock'), exact: true }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('inbox:problems.left'))).toBeVisible()
  await expect(page.locator('.request-card')).toHaveCount(0)
  await expectAccessible(page)
  await page.context().close()
})
