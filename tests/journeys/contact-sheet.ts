import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { browserArguments, findChromium } from '../browser.ts'
import { dispose, root, startServer, type TestServer } from './server.ts'
import setUp from './set-up.ts'
import { walks } from './walks/index.ts'

const out = join(root, 'contact-sheet')

const sizes = { phone: { width: 360, height: 740 }, wide: { width: 1280, height: 800 } } as const
type Picture = { file: string; state: string; lang: string; size: string; scheme: string }

/** `npm run contact-sheet`: every screen and state, phone and wide, light and dark, both languages, on one page. */
async function main(): Promise<void> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await setUp()
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArguments })
  const pictures: Picture[] = []
  for (const size of ['phone', 'wide'] as const) {
    const server = await startServer()
    pictures.push(...(await photograph(browser, server, size)))
    await dispose(server)
  }
  await browser.close()
  await writeFile(join(out, 'index.html'), sheet(pictures))
  console.log(`${pictures.length} pictures: ${join('contact-sheet', 'index.html')}`)
}

async function photograph(
  browser: Browser,
  server: TestServer,
  size: keyof typeof sizes,
): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const lang of ['da', 'en'] as const) {
    for (const walk of Object.values(walks)) {
      const context = await browser.newContext({
        viewport: sizes[size],
        locale: `${lang}-DK`,
        timezoneId: 'Europe/Copenhagen',
      })
      const page = await context.newPage()
      await walk(page, server, lang, async (shown, state) => {
        // As a reader meets it: from the top, with no button under the hand.
        await shown.evaluate('scrollTo(0, 0)')
        await shown.mouse.move(0, 0)
        for (const scheme of ['light', 'dark'] as const) {
          await shown.emulateMedia({ colorScheme: scheme })
          const file = `${state}.${lang}.${size}.${scheme}.png`
          await shown.screenshot({ path: join(out, file), fullPage: true })
          pictures.push({ file, state, lang, size, scheme })
        }
      })
      await context.close()
    }
  }
  return pictures
}

function sheet(pictures: readonly Picture[]): string {
  const states = [...new Set(pictures.map(one => one.state))]
  const row = (state: string): string =>
    pictures
      .filter(one => one.state === state)
      .map(
        one =>
          `<figure><img src="${one.file}" loading="lazy" alt=""><figcaption>${one.lang} ${one.size} ${one.scheme}</figcaption></figure>`,
      )
      .join('')
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px sans-serif}section{overflow-x:auto}div{display:flex;gap:12px;align-items:start}img{height:520px;border:1px solid #999}figure{margin:0}</style>
${states.map(state => `<section><h2>${state}</h2><div>${row(state)}</div></section>`).join('\n')}
`
}

void main()
