import { expect, type Page } from '@playwright/test'
import { test } from '../test.ts'
import { axeLook, haveAxe, type Rules } from '../axe.ts'
import { laidOut } from './laid-out.ts'
import { lostInForcedColours, moving, paleEdges } from './other-eyes.ts'
import { together } from './together.ts'

/**
 * Looks at a state by day and by night, in forced colours and without motion. By day axe asks these rules. It is day before
 * and after; each change of light costs a page its style, so there are no more of them than that.
 */
export async function lookAtColours(page: Page, state: string, byDay: Rules): Promise<void> {
  const plain = { colorScheme: 'light', forcedColors: null, reducedMotion: null } as const
  await laidOut(page, async () => {
    await haveAxe(page)
    await test.step(`${state} (light)`, async () => {
      const [byAxe, pale] = await together(page, [axeLook(byDay), paleEdges])
      expect(byAxe).toEqual([])
      expect(pale, 'edges below 3:1').toEqual([])
    })
    // Who wants no motion has it by night too.
    await page.emulateMedia({ ...plain, colorScheme: 'dark', reducedMotion: 'reduce' })
    await test.step(`${state} (dark, no motion)`, async () => {
      const [byAxe, pale, moved] = await together(page, [axeLook('colours'), paleEdges, moving])
      expect(byAxe).toEqual([])
      expect(pale, 'edges below 3:1').toEqual([])
      expect(moved).toEqual([])
    })
    await page.emulateMedia({ ...plain, colorScheme: 'dark', forcedColors: 'active' })
    await test.step(`${state} (forced colours)`, async () => {
      expect(await together(page, [lostInForcedColours])).toEqual([[]])
    })
    await page.emulateMedia(plain)
  })
}
