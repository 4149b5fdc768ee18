import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dispose, startServer, type TestServer } from '../journeys/server.ts'
import { walks } from '../journeys/walks/index.ts'
import { staffTeamWalks } from '../journeys/walks/staff-team.ts'
import { madeUpNames } from './made-up.ts'
import { aheadScript, aheadServer, goAhead } from './monday.ts'
import { steady } from './steady.ts'

const folder = join(import.meta.dirname, 'trees')
/** `npm run trees`: what is heard now is taken for right, and shows as a change in git. */
const writesAnew = process.env['TREES'] === 'write'

// A server for each: what others wrote and booked would stand in its lists, the more the more of them were run.
let server: TestServer
test.beforeAll(goAhead)
test.beforeEach(async ({ page }) => {
  server = await startServer(aheadServer)
  await page.addInitScript(aheadScript)
})
test.afterEach(async () => {
  await dispose(server)
})

/** Two on one course stand there in an order that chance has made. */
const names = new RegExp(`${madeUpNames.source}|(?:Eva|Bo) Eksempel`, 'g')

/** Staff's pages whose trees nobody has read yet. */
const unread = new Set(['requests', 'meanwhile', ...Object.keys(staffTeamWalks)])

for (const [name, walk] of Object.entries(walks).filter(([one]) => !unread.has(one))) {
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
      // Once all that came has been opened: a count that runs down reads differently each time.
      await expect(shown.getByText(/^Der åbnes /)).toHaveCount(0)
      const file = join(place, `${state}.yml`)
      const tree = `${steady(await shown.locator('body').ariaSnapshot(), names)}\n`
      heard.push(`${state}.yml`)
      if (writesAnew) await writeFile(file, tree)
      else {
        const before = existsSync(file) ? await readFile(file, 'utf8') : ''
        expect.soft(tree, `${state}: run \`npm run trees\`, and read what has changed`).toBe(before)
      }
    })
    expect((await readdir(place)).sort(), 'a tree for each state and no other').toEqual(heard.sort())
  })
}
