import { expect, test } from '@playwright/test'
import { ALL, expectAccessible } from './axe.ts'
import type { Lang } from './people.ts'
import { dispose, startServer, type TestServer } from './server.ts'
import { walks } from './walks/index.ts'

/** Walks through every state in one language. A file a language calls this: files, not tests, are shared out. */
export function testStates(lang: Lang): void {
  let server: TestServer
  test.beforeAll(async () => {
    server = await startServer()
  })
  test.afterAll(async () => {
    await dispose(server)
  })

  for (const [name, walk] of Object.entries(walks)) {
    test(`axe finds nothing in any state of "${name}" (${lang}), light and dark, and nothing sticks out at 320 px`, async ({
      page,
    }) => {
      test.setTimeout(180_000)
      await page.setViewportSize({ width: 320, height: 640 })
      await walk(page, server, lang, async (shown, state) => {
        await shown.emulateMedia({ colorScheme: 'light' })
        await test.step(`${state} (light)`, () => expectAccessible(shown, ALL))
        await shown.emulateMedia({ colorScheme: 'dark' })
        await test.step(`${state} (dark)`, () => expectAccessible(shown, 'colours'))
        const wide = await shown.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, `${state} scrolls sideways`).toBeLessThanOrEqual(320)
      })
    })
  }
}
