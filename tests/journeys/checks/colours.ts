import { expect, type Page } from '@playwright/test'
import { test } from '../test.ts'
import { expectAccessible, type Rules } from '../axe.ts'
import { lostInForcedColours, moving, paleEdges } from './other-eyes.ts'

/** Looks at a state by day and by night, in forced colours and without motion. By day axe asks these rules. */
export async function lookAtColours(page: Page, state: string, byDay: Rules): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await test.step(`${state} (light)`, async () => {
    await expectAccessible(page, byDay)
    expect(await paleEdges(page), 'edges below 3:1').toEqual([])
  })
  await page.emulateMedia({ colorScheme: 'dark' })
  await test.step(`${state} (dark)`, async () => {
    await expectAccessible(page, 'colours')
    expect(await paleEdges(page), 'edges below 3:1').toEqual([])
  })
  await test.step(`${state} (forced colours, no motion)`, async () => {
    expect(await lostInForcedColours(page)).toEqual([])
    expect(await moving(page)).toEqual([])
  })
}
