import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { browserArguments, findChromium } from '../browser.ts'
import { startFilled } from './filled.ts'
import type { Lang } from './people.ts'
import { dispose, root, startServer, type TestServer } from './server.ts'
import setUp from './set-up.ts'
import { makeSheets } from './sheets.ts'
import { day } from './walks/day.ts'
import { walks } from './walks/index.ts'
import { staffTeamWalks } from './walks/staff-team.ts'
import { staffTimesWalks } from './walks/staff-times.ts'
import { staffWalks } from './walks/staff.ts'
import type { Walk } from './walks/walk.ts'

const out = join(root, 'contact-sheet')

const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  wide: { width: 1280, height: 800 },
  wider: { width: 1440, height: 900 },
} as const
/** What a reader may look with; `paper` is as wide as A4 and as high as it has to be. */
const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  paper: { media: 'print' },
} as const
type Look = keyof typeof looks
type Size = keyof typeof sizes
/** A desk is looked at as wide as desks are; citizens hold a phone, or sit before one screen. */
const deskSizes: readonly Size[] = ['tablet', 'wide', 'wider']
const deskWalks = { ...staffTimesWalks, ...staffWalks, ...staffTeamWalks }
const plain = { colorScheme: null, forcedColors: null, media: null }
const A4 = { width: 794, height: 1123 }

// tsx gives functions their names by a helper of its own, which is in no page that a function is sent to.
const NAMES = 'globalThis.__name = one => one'

// As text: this program has no DOM to type it by.
const DRAW_ALL = `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}`

type Picture = { file: string; state: string; lang: string; size: string; look: Look }

/** Those of them that were asked for; when none was, those that are shown anyway. */
function chosen<Name extends string>(
  all: readonly Name[],
  asked: readonly string[],
  anyway: readonly Name[] = all,
): readonly Name[] {
  const found = all.filter(name => asked.includes(name))
  return found.length > 0 ? found : anyway
}

/**
 * `npm run contact-sheet`: every screen and state, phone and wide, light and dark, both languages, on one page, and those of
 * the inbox at 768, 1280 and 1440 px on sheets of a dozen besides.
 * `npm run contact-sheet -- forced paper da phone` shows those in forced colours and as they are printed, in Danish and on
 * a phone alone; `-- tablet wider requests times` two walks at other widths; `-- inbox` the inbox alone, as wide as desks are.
 */
async function main(asked: readonly string[]): Promise<void> {
  const shown = chosen(['light', 'dark', 'forced', 'paper'], asked, ['light', 'dark'])
  const languages = chosen(['da', 'en'], asked)
  const states = asked.filter(name => name in walks)
  const isInbox = asked.includes('inbox')
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await setUp()
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArguments })
  const pictures: Picture[] = []
  const all = ['phone', 'tablet', 'wide', 'wider'] as const
  for (const size of chosen(all, asked, isInbox ? deskSizes : all)) {
    const isForAll = states.length > 0 || (!isInbox && ['phone', 'wide'].includes(size))
    const those = Object.entries(isForAll ? walks : deskWalks)
    const wanted = those.filter(([name]) => states.length === 0 || states.includes(name))
    for (const lang of languages) {
      // A server for each: what the walks publish in one language is refused the second time.
      const server = await startServer()
      pictures.push(...(await photograph(browser, server, size, shown, lang, wanted)))
      await dispose(server)
      if (states.length > 0) continue
      const filled = await startFilled()
      pictures.push(...(await photograph(browser, filled, size, shown, lang, [['day', day]])))
      await dispose(filled)
    }
  }
  const sheets: string[] = []
  for (const size of deskSizes)
    for (const lang of languages)
      for (const look of shown) {
        const those = pictures.filter(
          one =>
            one.state.startsWith('inbox-') && one.size === size && one.lang === lang && one.look === look,
        )
        const shots = those.map(({ file, state }) => ({ file, caption: state }))
        sheets.push(...(await makeSheets(browser, out, `inbox.${size}.${lang}.${look}`, shots)))
      }
  await browser.close()
  await writeFile(join(out, 'index.html'), sheet(pictures))
  console.log(
    `${pictures.length} pictures: ${join('contact-sheet', 'index.html')}; ${sheets.length} sheets of the inbox`,
  )
}

async function photograph(
  browser: Browser,
  server: TestServer,
  size: Size,
  shownAs: readonly Look[],
  lang: Lang,
  those: readonly (readonly [name: string, walk: Walk])[],
): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const [, walk] of those) {
    const context = await browser.newContext({
      viewport: sizes[size],
      locale: `${lang}-DK`,
      timezoneId: 'Europe/Copenhagen',
    })
    await context.addInitScript(NAMES)
    const page = await context.newPage()
    await walk(page, server, lang, async (shown, state) => {
      // As a reader meets it: from the top, with no button under the hand.
      await shown.evaluate('scrollTo(0, 0)')
      await shown.mouse.move(0, 0)
      // What lies far below is not drawn before somebody scrolls there, and a picture has all of the page.
      await shown.evaluate(DRAW_ALL)
      for (const look of shownAs) {
        await shown.emulateMedia({ ...plain, ...looks[look] })
        if (look === 'paper') await shown.setViewportSize(A4)
        const file = `${state}.${lang}.${size}.${look}.png`
        await shown.screenshot({ path: join(out, file), fullPage: true })
        pictures.push({ file, state, lang, size, look })
      }
      await shown.emulateMedia(plain)
      await shown.setViewportSize(sizes[size])
    })
    await context.close()
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
          `<figure><img src="${one.file}" loading="lazy" alt=""><figcaption>${one.lang} ${one.size} ${one.look}</figcaption></figure>`,
      )
      .join('')
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px sans-serif}section{overflow-x:auto}div{display:flex;gap:12px;align-items:start}img{height:520px;border:1px solid #999}figure{margin:0}</style>
${states.map(state => `<section><h2>${state}</h2><div>${row(state)}</div></section>`).join('\n')}
`
}

void main(process.argv.slice(2))
