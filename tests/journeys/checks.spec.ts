import type { Page } from '@playwright/test'
import { ALL, foundByAxe } from './axe.ts'
import { lookAtColours } from './checks/colours.ts'
import { barAtTheTop, misfits } from './checks/layout.ts'
import { lostInForcedColours, paleEdges } from './checks/other-eyes.ts'
import { smallTargets } from './checks/targets.ts'
import { type Look, together } from './checks/together.ts'
import { expect, test } from './test.ts'

// The checks themselves: rows that the browser lays out once they are nearly in sight, and in the last a fault of a kind.
const row = (inner: string): string => `<div class="row">${inner}</div>`
const rowsUpTo = (last: string): string => `<!doctype html><html lang="en"><title>Rows</title><style>
  body { background: white; color: black }
  .row { content-visibility: auto; contain-intrinsic-block-size: 90px }
  .button { block-size: 48px; border: 2px solid black; background: white; color: black }
  .small { inline-size: 10px; block-size: 10px; padding: 0; border: 0; background: #eee }
  </style><main><h1>Rows</h1>${row('<button class="button">All is well here</button>').repeat(60)}${row(last)}</main>`

/** Shows rows, and lets the browser find out which of them are in sight. */
async function show(page: Page, last: string): Promise<void> {
  await page.setContent(rowsUpTo(last))
  await expect.poll(async () => isLeftOut(page)).toBe(true)
}

/** Asked so that the browser need not lay it out to answer. */
async function isLeftOut(page: Page): Promise<boolean> {
  const last = page.locator('.row:last-child > *').last()
  return last.evaluate(one => !one.checkVisibility({ contentVisibilityAuto: true }))
}

async function seen<R>(page: Page, look: Look<R>): Promise<R> {
  const [found] = await together(page, [look])
  return found
}

const sideways = '<p style="inline-size: 5000px">Words that need more room than there is</p>'
const cut = '<p style="inline-size: 40px; overflow: hidden; white-space: nowrap">Words that are cut</p>'
const small = '<button class="button small">a</button><button class="button small">b</button>'
const bar = '<p style="position: sticky; inset-block-start: 0; block-size: 370px">A bar</p>'

test('what is wrong in a row out of sight is found, and of what is right in it nothing', async ({ page }) => {
  await show(page, '<p>All is well here too</p>')
  expect(await seen(page, smallTargets)).toEqual([])
  await show(page, sideways)
  expect(await misfits(page)).toEqual([expect.stringContaining('scrolls sideways')])
  await show(page, cut)
  expect(await misfits(page)).toEqual(['as it comes: cut: p.'])
  await show(page, small)
  expect(await seen(page, smallTargets)).toEqual([
    '<button class="button small">a</button>: 10 x 10 px',
    '<button class="button small">b</button>: 10 x 10 px',
  ])
  await show(page, bar)
  expect(await seen(page, barAtTheTop)).toBe(0.5)
  await show(page, '<p style="color: #aaa">Words that are pale</p>')
  expect(await foundByAxe(page, 'colours')).toEqual([expect.stringContaining('color-contrast')])
  await show(page, small)
  expect(await seen(page, paleEdges)).toHaveLength(2)
  await show(page, small)
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await seen(page, lostInForcedColours)).toHaveLength(2)
})

test('after a look the browser leaves out again what is out of sight', async ({ page }) => {
  await show(page, '<p>All is well here too</p>')
  await lookAtColours(page, 'rows', 'colours')
  await expect.poll(async () => isLeftOut(page)).toBe(true)
})

test('axe finds words below 7:1 and below 4.5:1, once each, whether it asks all or colours alone', async ({
  page,
}) => {
  const words = (id: string, colour: string): string =>
    `<p id="${id}" style="color: ${colour}">Some words</p>`
  await page.setContent(
    `<!doctype html><html lang="en"><title>Words</title><main style="background: #fff"><h1>Words</h1>` +
      `${words('faint', '#ddd')}${words('pale', '#999')}${words('soft', '#666')}${words('dark', '#444')}</main>`,
  )
  const found = ['color-contrast-enhanced: #faint, #pale, #soft']
  expect(await foundByAxe(page, 'colours')).toEqual(found)
  expect(await foundByAxe(page, ALL)).toEqual(found)
  expect(await foundByAxe(page, 'words')).toEqual([])
  expect(await foundByAxe(page)).toEqual(['color-contrast: #faint, #pale'])
})
