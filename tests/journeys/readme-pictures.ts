// `npm run readme-pictures`: the three pictures of the README, taken of the real app.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserArguments, findChromium } from '../browser.ts'
import { dispose, root, startServer } from './server.ts'
import setUp from './set-up.ts'
import { walks } from './walks/index.ts'

const out = join(root, 'docs/pictures')
const phone = { width: 360, height: 740 }
const wide = { width: 1280, height: 800 }

/** Which state of which walk becomes which picture. */
const pictures = [
  { walk: 'documents', state: 'page-home', file: 'front-page.png', viewport: phone },
  { walk: 'young', state: 'young-3-receipt', file: 'receipt.png', viewport: phone },
  { walk: 'meanwhile', state: 'inbox-2-list-groups', file: 'inbox.png', viewport: wide },
] as const

await mkdir(out, { recursive: true })
await setUp()
const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArguments })
const server = await startServer()
for (const { walk, state, file, viewport } of pictures) {
  const context = await browser.newContext({ viewport, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })
  const go = walks[walk]
  if (go === undefined) throw new Error(`there is no walk ${walk}`)
  const picture = { isTaken: false }
  await go(await context.newPage(), server, 'da', async (page, name) => {
    if (name !== state || picture.isTaken) return
    await page.evaluate('scrollTo(0, 0)')
    await page.screenshot({ path: join(out, file) })
    picture.isTaken = true
  })
  await context.close()
  if (!picture.isTaken) throw new Error(`the walk ${walk} never came to ${state}`)
  console.log(join('docs/pictures', file))
}
await browser.close()
await dispose(server)
