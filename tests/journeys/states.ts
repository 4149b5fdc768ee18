import { expect, test } from './test.ts'
import { ALL, bringAxe, expectAccessible } from './axe.ts'
import { faultyErrors } from './checks/errors.ts'
import { allSettings, barAtTheTop, misfits } from './checks/layout.ts'
import { lookAtColours } from './checks/colours.ts'
import { smallTargets } from './checks/targets.ts'
import type { Lang } from './people.ts'
import { wordsIn } from './replies-people.ts'
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
        await walk(page, server, lang, async (shown, state) => {
          if (lang === 'da') await lookAtColours(shown, state, ALL)
          else await test.step(state, () => expectAccessible(shown, 'words'))
          await test.step(`${state} (layout)`, async () => {
            expect(await misfits(shown, allSettings), 'at 320 px').toEqual([])
            expect(await smallTargets(shown), 'smaller than 24 px').toEqual([])
            await shown.setViewportSize(zoomed)
            expect(await misfits(shown), 'at 400 %').toEqual([])
            expect(await barAtTheTop(shown), 'left to read under the bar at 400 %').toBeLessThan(0.5)
            await shown.setViewportSize(lying)
            expect(await misfits(shown), 'lying').toEqual([])
            await shown.setViewportSize(narrow)
          })
          await test.step(`${state} (errors)`, async () => {
            expect(await faultyErrors(shown, say('common:errorPrefix'))).toEqual([])
          })
        })
      })
    })
}
