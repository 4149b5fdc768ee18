import { expect, type Page } from '@playwright/test'
import type Axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { laidOut } from './checks/laid-out.ts'
import { type Look, lookWith } from './checks/together.ts'

/** WCAG 2.2 A and AA, as the accessibility statement says. */
const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** All that axe finds where it cannot be seen in another light: A, AA and AAA as far as it has rules, enhanced contrast. */
export const ALL = [...AA, 'wcag2aaa', 'wcag21aaa', 'best-practice']

/**
 * Axe measures each text twice: up to 4.5:1, and from there to 7:1. Asked for 7:1 from nothing, its second rule finds what both
 * do. All options are named, as `configure` takes them in the place of axe's own.
 */
const CONTRAST = 'color-contrast-enhanced'
const ITS_HALF = 'color-contrast'
const contrast = {
  ignoreUnicode: true,
  ignoreLength: false,
  ignorePseudo: false,
  boldValue: 700,
  boldTextPt: 14,
  largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
  pseudoSizeThreshold: 0.25,
  shadowOutlineEmMax: 0.1,
  textStrokeEmMin: 0.03,
}

/** The rules that can answer differently by day and by night: the page itself is the same. */
const COLOURS = [CONTRAST, 'link-in-text-block']

/** Tags of rules; those that measure colours alone; or all but those. */
export type Rules = readonly string[] | 'colours' | 'words'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const fromNothing = { checks: [{ id: CONTRAST, options: contrast }] }
const source = `${axe};axe.configure(${JSON.stringify(fromNothing)})`

/**
 * Puts axe into each document of a page from its beginning, for those who look at most of them: it is then carried over once,
 * and compiled once for all documents of a renderer.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: source })
}

/**
 * What axe finds on the page as it stands: rule and places, a line each. Axe is put into each document once, and asked
 * for nothing but what is wrong: with all that is right, its answer takes five times as long to make and to carry.
 */
export async function foundByAxe(page: Page, rules: Rules = AA): Promise<string[]> {
  return laidOut(page, async () => {
    const found = await page.evaluate(findByAxe, askedOf(rules))
    if (found) return found
    await page.evaluate(source)
    return (await page.evaluate(findByAxe, askedOf(rules))) ?? ['axe is not there']
  })
}

/** Puts axe into the document that the page has now, where it is not there yet. */
export async function haveAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
}

/** What axe finds, to be asked together with other things in a document that has it. */
export const axeLook = (rules: Rules): Look<string[] | null> => lookWith(findByAxe, askedOf(rules))

type Asked = readonly [type: 'tag' | 'rule', values: readonly string[], off: readonly string[]]

function askedOf(rules: Rules): Asked {
  if (rules === 'colours') return ['rule', COLOURS, []]
  if (rules === 'words') return ['tag', ALL, [...COLOURS, ITS_HALF]]
  return ['tag', rules, rules === ALL ? [ITS_HALF] : []]
}

/** In the page. Null where axe is not there. */
async function findByAxe([type, values, off]: Asked): Promise<string[] | null> {
  const { axe } = globalThis as unknown as { axe?: typeof Axe }
  if (!axe) return null
  // From the top: what the bar that stays there happens to lie over at this moment is not a fault of the page.
  scrollTo(0, 0)
  const { violations, passes } = await axe.run({
    runOnly: { type, values: [...values] },
    rules: Object.fromEntries(off.map(rule => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    // No rule that is asked here reads style sheets, nor is there a film to wait for.
    preload: false,
  })
  if (type === 'tag' && violations.length + passes.length === 0) return ['axe looked at nothing']
  return violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`)
}

/** No violation on the page as it stands. */
export async function expectAccessible(page: Page, rules: Rules = AA): Promise<void> {
  expect(await foundByAxe(page, rules)).toEqual([])
}
