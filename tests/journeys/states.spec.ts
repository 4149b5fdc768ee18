import { expect, test } from '@playwright/test'
import { expectAccessible, type Lang } from './people.ts'
import { dispose, startServer, type TestServer } from './server.ts'
import { walks } from './walks.ts'

/** WCAG 2.2 A, AA and AAA as far as axe has rules, with enhanced contrast. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22aa', 'best-practice']

let server: TestServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await dispose(server)
})

for (const lang of ['da', 'en'] as const satisfies readonly Lang[]) {
  for (const [name, walk] of Object.entries(walks)) {
    test(`axe finds nothing in any state of "${name}" (${lang}), light and dark, and nothing sticks out at 320 px`, async ({
      page,
    }) => {
      test.setTimeout(180_000)
      await page.setViewportSize({ width: 320, height: 640 })
      await walk(page, server, lang, async (shown, state) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await shown.emulateMedia({ colorScheme })
          await test.step(`${state} (${colorScheme})`, () => expectAccessible(shown, ALL))
        }
        const wide = await shown.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, `${state} scrolls sideways`).toBeLessThanOrEqual(320)
      })
    })
  }
}
