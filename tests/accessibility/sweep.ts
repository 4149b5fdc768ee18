import { expect, test } from '@playwright/test'
import { lookAtColours } from '../journeys/checks/colours.ts'
import { faultsByKeyboard } from '../journeys/checks/keyboard.ts'
import { misfits } from '../journeys/checks/layout.ts'
import type { Lang } from '../journeys/people.ts'
import { serverForAll } from '../journeys/served.ts'
import { walks } from '../journeys/walks/index.ts'
import { judgedByQualWeb } from './qualweb.ts'

/** A touch of this page says that somebody is there: its next state, nobody there, would never come. */
const untouched = 'untouched-1-warned'
/**
 * Chromium brings a page back to the network when its text is set to another size, and the message that waits would go. At
 * 400 % the layout of this walk is looked at in the journeys.
 */
const offline = 'withoutNetwork'

/** The long look at every state in one language. A file a language calls this: files are shared out. */
export function sweep(lang: Lang): void {
  const server = serverForAll()

  // As QualWeb's core does: its rules make documents of text, which ours may not.
  test.use({ bypassCSP: true })

  for (const [name, walk] of Object.entries(walks)) {
    test(`QualWeb, the keyboard and large text in every state of "${name}" (${lang})`, async ({ page }) => {
      test.setTimeout(400_000)
      await page.setViewportSize({ width: 360, height: 740 })
      await walk(page, server, lang, async (shown, state) => {
        await test.step(`${state} (QualWeb)`, async () => {
          const { passed, failed } = await judgedByQualWeb(shown)
          expect.soft(failed, state).toEqual([])
          expect(passed, 'rules of QualWeb that found something to look at').toBeGreaterThan(5)
        })
        if (name !== offline)
          await test.step(`${state} (200 %)`, async () => {
            // A window of 1280 px, with the text twice as large as it comes.
            const cdp = await shown.context().newCDPSession(shown)
            await shown.setViewportSize({ width: 640, height: 512 })
            await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
            expect.soft(await misfits(shown), `${state} with large text`).toEqual([])
            await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } })
            await cdp.detach()
            await shown.setViewportSize({ width: 360, height: 740 })
          })
        // In Danish the journeys do.
        if (lang === 'en') await lookAtColours(shown, state, 'colours')
        if (state === untouched) return
        await test.step(`${state} (keyboard)`, async () => {
          expect.soft(await faultsByKeyboard(shown), `${state} by keyboard`).toEqual([])
        })
      })
    })
  }
}
