import type { Page } from '@playwright/test'
import { laidOut } from './laid-out.ts'
import { type Look, lookWith } from './together.ts'

/** What a reader may lay over the page; `as it comes` lays nothing. */
const settings = {
  'as it comes': '',
  // WCAG 2.2, 1.4.12: what nobody may lose anything by.
  'wide spacing':
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
    ' p { margin-block-end: 2em !important }',
  // Each letter as wide as an m: wider than any font for running text.
  'a wide font': '* { font-family: monospace !important }',
  'a narrow font':
    "* { font-family: 'Liberation Sans Narrow', 'Nimbus Sans Narrow', 'DejaVu Sans Condensed', serif !important }",
} as const
export type Setting = keyof typeof settings
export const allSettings = Object.keys(settings) as Setting[] // Object.keys widens the keys

/**
 * What does not fit its place at the size the page has now, a line each: the page scrolls sideways, something that can be
 * read is cut, or scrolls in a box of its own. Under each of the settings; the page is left as it was.
 */
export async function misfits(page: Page, under: readonly Setting[] = ['as it comes']): Promise<string[]> {
  return laidOut(page, () => page.evaluate(misfitsHere, sheetsOf(under)))
}

/** The same, to be asked together with other things. */
export const misfitsUnder = (under: readonly Setting[]): Look<string[]> =>
  lookWith(misfitsHere, sheetsOf(under))

const sheetsOf = (under: readonly Setting[]): (readonly [name: string, css: string])[] =>
  under.map(name => [name, settings[name]] as const)

/** In the page. */
function misfitsHere(sheets: readonly (readonly [name: string, css: string])[]): string[] {
  const called = (one: Element): string =>
    `${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ''}.${one.getAttribute('class') ?? ''}`
  const isHiddenForEyes = (one: Element): boolean => one.closest('.visually-hidden, .skip') !== null
  const found: string[] = []
  for (const [name, css] of sheets) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const room = document.documentElement.clientWidth
    const across = document.documentElement.scrollWidth
    const all = [...document.body.querySelectorAll('*')].filter(
      one => one.checkVisibility() && !isHiddenForEyes(one),
    )
    if (across > room) {
      const widest = all.filter(one => one.getBoundingClientRect().right > room + 1).slice(-3)
      found.push(`${name}: scrolls sideways, ${across} of ${room} px: ${widest.map(called).join(' ')}`)
    }
    for (const one of all) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(one)
      // A foretaste, with three dots at its end: the whole stands where it leads to.
      if (textOverflow === 'ellipsis') continue
      if (overflowX === 'visible' && overflowY === 'visible') continue
      if (one.textContent.trim() === '' || one instanceof HTMLTextAreaElement) continue
      const tooWide = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
      const tooHigh = overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1
      if (one.clientWidth > 0 && (tooWide || tooHigh)) found.push(`${name}: cut: ${called(one)}`)
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
  }
  return found
}

/** How much of the window the bar that stays at its top takes, 0 to 1. */
export const barAtTheTop = lookWith(barHere, undefined)

/** In the page. */
function barHere(): number {
  let under = 0
  for (const one of document.querySelectorAll('body *')) {
    const { position } = getComputedStyle(one)
    if ((position === 'sticky' || position === 'fixed') && one.checkVisibility())
      under = Math.max(under, Math.min(innerHeight, one.getBoundingClientRect().height))
  }
  return under / innerHeight
}
