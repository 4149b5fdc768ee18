import { expect, type Page } from '@playwright/test'
import { test } from '../test.ts'
import { expectAccessible, type Rules } from '../axe.ts'
import { lostInForcedColours, moving, paleEdges } from './other-eyes.ts'

/**
 * Looks at a state by day and by night, in forced colours and without motion. By day axe asks these rules. It is day before
 * and after; each change of light costs a page its style, so there are no more of them than that.
 */
export async function lookAtColours(page: Page, state: string, byDay: Rules): Promise<void> {
  await test.step(`${state} (light)`, async () => {
    await expectAccessible(page, byDay)
    expect(await paleEdges(page), 'edges below 3:1').toEqual([])
  })
  await page.emulateMedia({ colorScheme: 'dark' })
  await test.step(`${state} (dark)`, async () => {
    await expectAccessible(page, 'colours')
    expect(await paleEdges(page), 'edges below 3:1').toEqual([])
  })
  await page.emulateMedia({ forcedColors: 'active' })
  await test.step(`${state} (forced colours)`, async () => {
    expect(await lostInForcedColours(page)).toEqual([])
  })
  await page.emulateMedia({ forcedColors: null, reducedMotion: 'reduce' })
  await test.step(`${state} (no motion)`, async () => {
    expect(await moving(page)).toEqual([])
  })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}
