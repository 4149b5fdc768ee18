import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serverForEach } from '../journeys/served.ts'
import { startServer } from '../journeys/server.ts'
import { walks } from '../journeys/walks/index.ts'
import { madeUpNames } from './made-up.ts'
import { aheadScript, aheadServer, goAhead } from './monday.ts'
import { steady } from './steady.ts'

const folder = join(import.meta.dirname, 'trees')
/** `npm run trees`: what is heard now is taken for right, and shows as a change in git. */
const writesAnew = process.env['TREES'] === 'write'

// A server for each: what others wrote and booked would stand in its lists, the more the more of them were run.
const server = serverForEach(() => startServer(aheadServer))
test.beforeAll(goAhead)
test.beforeEach(async ({ page }) => {
  await page.addInitScript(aheadScript)
  // What staff can undo for ten seconds is to be heard on a slow machine too.
  await page.addInitScript(() => {
    if (!location.pathname.startsWith('/inbox')) return
    const { setTimeout: wait } = globalThis
    const held = (...[what, ms, ...more]: Parameters<typeof wait>) =>
      wait(what, ms === 10_000 ? 3_600_000 : ms, ...more)
    Object.assign(globalThis, { setTimeout: held })
  })
})

/** A tree that stays as it is for a second, and counts nothing down. */
async function settled(tree: () => Promise<string>): Promise<string> {
  const one = await tree()
  await new Promise(done => setTimeout(done, 1000))
  const other = await tree()
  return one === other && !one.includes('Der åbnes ') ? one : settled(tree)
}

/** Two on one course stand there in an order that chance has made. */
const names = new RegExp(`${madeUpNames.source}|(?:Eva|Bo) Eksempel`, 'g')

for (const [name, walk] of Object.entries(walks)) {
  test(`what a screen reader is told in every state of "${name}" is what stands in the repository`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const place = join(folder, name)
    if (writesAnew) await rm(place, { recursive: true, force: true })
    await mkdir(place, { recursive: true })
    await page.setViewportSize({ width: 360, height: 740 })
    const heard: string[] = []
    await walk(page, server, 'da', async (shown, state) => {
      const file = join(place, `${state}.yml`)
      heard.push(`${state}.yml`)
      const tree = async (): Promise<string> =>
        `${steady(await shown.locator('body').ariaSnapshot(), names)}\n`
      if (writesAnew) await writeFile(file, await settled(tree))
      else {
        const before = existsSync(file) ? await readFile(file, 'utf8') : ''
        // What is still being fetched or opened reads differently, until it is there.
        await expect
          .configure({ soft: true })
          .poll(tree, `${state}: run \`npm run trees\`, and read what has changed`)
          .toBe(before)
      }
    })
    expect((await readdir(place)).sort(), 'a tree for each state and no other').toEqual(heard.sort())
  })
}
