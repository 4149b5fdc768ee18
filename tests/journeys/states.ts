import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { ALL, bringAxe, expectAccessible } from './axe.ts'
import { faultyErrors } from './checks/errors.ts'
import { allSettings, barAtTheTop, misfitsUnder, type Setting } from './checks/layout.ts'
import { laidOut } from './checks/laid-out.ts'
import { lookAtColours } from './checks/colours.ts'
import { smallTargets } from './checks/targets.ts'
import { together } from './checks/together.ts'
import type { Lang } from './people.ts'
import { type Say, wordsIn } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { walks } from './walks/index.ts'
import { waitingWalks } from './walks/waiting.ts'

const narrow = { width: 320, height: 640 }
/** A window of 1280 by 1024 px at 400 %. */
const zoomed = { width: 320, height: 256 }
const lying = { width: 740, height: 360 }

/**
 * Walks through every state in one language. A file a language calls this: files, not tests, are shared out. The English
 * ones are walked by `npm run test:all`: by `npm test` in one language, as all whose steps are the same in both (languages.ts).
 */
export function testStates(lang: Lang): void {
  const server = serverForAll()

  for (const [name, walk] of Object.entries(walks))
    test.describe(() => {
      // Only those who wait for a network see anything of the worker, which would keep the whole site again for each walk.
      test.use({ serviceWorkers: name in waitingWalks ? 'allow' : 'block' })

      test(`axe and our own checks find nothing in any state of "${name}" (${lang})`, async ({ page }) => {
        const say = await wordsIn(lang)
        await bringAxe(page)
        await page.setViewportSize(narrow)
        await walk(page, server, lang, (shown, state) =>
          laidOut(shown, () => lookAt(shown, state, lang, say)),
        )
      })
    })
}

const asItComes: readonly Setting[] = ['as it comes']

async function lookAt(page: Page, state: string, lang: Lang, say: Say): Promise<void> {
  if (lang === 'da') await lookAtColours(page, state, ALL)
  else await test.step(state, () => expectAccessible(page, 'words'))
  await test.step(`${state} (layout, errors)`, async () => {
    const looks = [misfitsUnder(allSettings), smallTargets, faultyErrors(say('common:errorPrefix'))] as const
    const [misfits, small, faulty] = await together(page, looks)
    expect(misfits, 'at 320 px').toEqual([])
    expect(small, 'smaller than 24 px').toEqual([])
    expect(faulty).toEqual([])
    await page.setViewportSize(zoomed)
    const [cut, bar] = await together(page, [misfitsUnder(asItComes), barAtTheTop])
    expect(cut, 'at 400 %').toEqual([])
    expect(bar, 'left to read under the bar at 400 %').toBeLessThan(0.5)
    await page.setViewportSize(lying)
    expect(await together(page, [misfitsUnder(asItComes)]), 'lying').toEqual([[]])
    await page.setViewportSize(narrow)
  })
}
