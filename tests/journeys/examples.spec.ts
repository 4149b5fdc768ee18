import preact from '@preact/preset-vite'
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, preview, type PreviewServer } from 'vite'
import { freePort } from '../free-port.ts'
import { ALL, foundByAxe } from './axe.ts'
import { type Example, exampleId, examples } from '../../src/ui/examples/index.tsx'

// Every example, alone on its page, in light and dark, on a phone and on a desk.
const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 800 }
const pictures = process.env['EXAMPLE_PICTURES']

let folder: string
let server: PreviewServer
let address: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'examples-'))
  const entry = resolve(import.meta.dirname, '../../src/ui/examples/mount.tsx')
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="da"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>Examples</title><div id="examples"></div><script type="module" src="${entry}"></script></html>`,
  )
  const common = { root: folder, configFile: false, logLevel: 'error' } as const
  await build({
    ...common,
    plugins: [preact({ reactAliasesEnabled: false, devToolsEnabled: false })],
    build: { target: 'es2022', outDir: join(folder, 'dist') },
  })
  server = await preview({
    ...common,
    build: { outDir: join(folder, 'dist') },
    preview: { port: await freePort() },
  })
  address = server.resolvedUrls?.local[0] ?? ''
})

test.afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/**
 * Shows an example alone on its page. The page itself is fetched for the first one only: each then comes in the place of the
 * one before, which is what is dear about a few hundred small pages.
 */
async function show(page: Page, example: Example): Promise<void> {
  const id = exampleId(example)
  const query = `?example=${id}`
  if (!page.url().startsWith(address)) await page.goto(address + query)
  else
    await page.evaluate(async wanted => {
      history.replaceState(null, '', wanted)
      dispatchEvent(new PopStateEvent('popstate'))
      scrollTo(0, 0)
      // What an example does once it is there has been done after two frames.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    }, query)
  await expect(page.locator(`#examples[data-example="${id}"] > *`).first()).toBeAttached()
}

/** With its picture by day and by night where pictures are wanted. */
async function expectAccessibleByDayAndNight(page: Page, example: Example, width: number): Promise<void> {
  const id = exampleId(example)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, `${id}-${width}-${colorScheme}.png`), fullPage: true })
    const found = await foundByAxe(page, colorScheme === 'light' ? ALL : 'colours')
    expect.soft(found, `${id} (${colorScheme})`).toEqual([])
  }
}

test('on a phone every example is accessible in light and dark, all that can be pressed is 44 px high and wide, and nothing moves for those who want no motion', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.setViewportSize(phone)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const example of examples) {
    await show(page, example)
    const { moving, small } = await page.evaluate(movingAndSmall)
    expect.soft(moving, exampleId(example)).toBe(0)
    expect.soft(small, exampleId(example)).toEqual([])
    await expectAccessibleByDayAndNight(page, example, phone.width)
  }
})

/** In the page: how much moves, and what can be pressed and is smaller than 44 px, but for links in running text. */
function movingAndSmall(): { readonly moving: number; readonly small: readonly string[] } {
  const boxOf = (element: Element): DOMRect =>
    (element.closest('.choice, .door') ?? element).getBoundingClientRect()
  const small = [...document.querySelectorAll('a, button, input, textarea, summary')]
    .filter(element => element.closest('p, .skip') === null && !element.matches('.prose li a, .page > ul a'))
    .filter(element => boxOf(element).height < 44 || boxOf(element).width < 44)
    .map(
      element =>
        `${element.tagName} ${element.textContent} ${boxOf(element).width} x ${boxOf(element).height}`,
    )
  return { moving: document.getAnimations().length, small }
}

test('on a desk every example is accessible in light and dark, with what moves', async ({ page }) => {
  test.setTimeout(240_000)
  await page.setViewportSize(desk)
  for (const example of examples) {
    await show(page, example)
    await expectAccessibleByDayAndNight(page, example, desk.width)
  }
})

test('no example scrolls sideways at 320 px, nor with text at twice its size', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  // The person's own text size, as the browser's settings give it: rem and em media queries follow.
  const session = await context.newCDPSession(page)
  for (const example of examples) {
    await show(page, example)
    for (const [width, size] of [
      [320, 16],
      [360, 32],
    ] as const) {
      await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: (size * 13) / 16 } })
      await page.setViewportSize({ width, height: 640 })
      const { wide, room, letters } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
        letters: parseFloat(getComputedStyle(document.documentElement).fontSize),
      }))
      expect(letters, 'the text follows the setting').toBeGreaterThanOrEqual(size)
      expect.soft(wide, `${exampleId(example)} with text of ${size} px`).toBeLessThanOrEqual(room)
      if (size === 32 && pictures !== undefined && example.whole === true) {
        await page.screenshot({ path: join(pictures, `${exampleId(example)}-200.png`) })
      }
    }
  }
  await context.close()
})

test('what has the focus is never under the bar that stays at the top', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 })
  for (const example of examples.filter(e => e.component === 'Page')) {
    await page.goto(`${address}?example=${exampleId(example)}`)
    await expect(page.locator('h1').first()).toBeAttached()
    for (const key of [...Array<string>(25).fill('Tab'), ...Array<string>(25).fill('Shift+Tab')]) {
      await page.keyboard.press(key)
      const hidden = await page.evaluate(() => {
        const at = document.activeElement
        // On a small phone only a part of the header stays.
        const bar = [...document.querySelectorAll('.header, .header-quick')].find(
          part =>
            getComputedStyle(part).position === 'sticky' && getComputedStyle(part).display !== 'contents',
        )
        if (at === null || !bar || at === document.body || bar.contains(at) || at.matches('.skip')) return ''
        const sticks = bar.getBoundingClientRect()
        const box = (at.closest('.choice, .door') ?? at).getBoundingClientRect()
        const covered = box.top < sticks.bottom - 1 && box.bottom > sticks.top + 1
        return covered ? `${at.tagName} ${at.textContent}` : ''
      })
      expect.soft(hidden, exampleId(example)).toBe('')
    }
  }
})
