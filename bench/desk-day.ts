import type { Page } from '@playwright/test'

/** Milliseconds after an act in which what it causes is looked for: fetching, opening and drawing in turn. */
const AFTERWARDS = 1_500

// Expressions as text: this program has no DOM to type them by.
const press = (selector: string): string => `document.querySelector(${JSON.stringify(selector)}).click()`
/** The n-th of those that match, counted from 0. */
const pressAt = (selector: string, n: number): string =>
  `document.querySelectorAll(${JSON.stringify(selector)})[${n}].click()`

type Act = readonly [what: string, act: (page: Page) => Promise<void>]

const does =
  (...expressions: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const expression of expressions) await page.evaluate(expression)
  }

/** Types as somebody does who types fast. */
const typed =
  (selector: string, words: string) =>
  async (page: Page): Promise<void> => {
    await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`)
    await page.keyboard.type(words, { delay: 120 })
  }

/** A working day in the order in which it is done: each act begins where the one before has ended. */
const DAY: readonly Act[] = [
  ['scroll to the end of the list', does('scrollTo(0, document.body.scrollHeight)')],
  ['another filter', does(pressAt('.list-tools .toggle', 2))],
  ['all again', does(pressAt('.list-tools .toggle', 0))],
  ['open a request', does(pressAt('[data-opens]', 12))],
  ['take it', does(pressAt('.notes > .actions .button', 0))],
  ['type a note', typed('[name="note"]', 'Ringer igen i morgen')],
  ['save the note', does(press('.notes form [type="submit"]'))],
  ['type an answer', typed('[name="reply"]', 'Hej. Vi ringer i morgen.')],
  ['send the answer', does("document.querySelector('[name=reply]').closest('form').requestSubmit()")],
  [
    'close it',
    does(
      "document.querySelector('[name=state][value=closed]').click()",
      "document.querySelector('[name=reason]').click()",
      "document.querySelector('[name=state]').closest('form').requestSubmit()",
    ),
  ],
  ['undo', does(press('[data-undo]'))],
  ['back to the list', does(press('.back'))],
  ['search', typed('#field-search', 'Fatima')],
  ['clear the search', async page => page.fill('#field-search', '')],
  ['times', does(pressAt('.tabs .toggle', 1))],
  ['the week after', does(pressAt('.inbox-bar > .actions:last-child .button', 1))],
  ['figures', does(pressAt('.tabs .toggle', 2))],
  ['the list again', does(pressAt('.tabs .toggle', 0))],
  ['what is done with', does("document.querySelector('details.fold > summary').click()")],
]

/**
 * The longest time in which the page does not answer, for each act of a working day. By the clock: what else runs on the
 * machine meanwhile counts, so only a quiet one tells.
 */
export async function measureDay(page: Page): Promise<Record<string, string>> {
  const rows: Record<string, string> = {}
  for (const [what, act] of DAY) {
    await page.evaluate('globalThis.longest = 0')
    await act(page)
    await page.waitForTimeout(AFTERWARDS)
    while (await page.evaluate("document.querySelector('[data-opening]') !== null"))
      await page.waitForTimeout(100)
    const ms = Math.round(await page.evaluate<number>('globalThis.longest'))
    // The browser tells of tasks from 50 ms on.
    rows[what] = ms === 0 ? 'under 50 ms' : `${ms} ms`
  }
  rows['print'] = await print(page)
  return rows
}

/** What the browser does to show the page for paper. */
async function print(page: Page): Promise<string> {
  await page.evaluate('globalThis.longest = 0')
  await page.emulateMedia({ media: 'print' })
  await page.waitForTimeout(AFTERWARDS)
  await page.emulateMedia({ media: 'screen' })
  await page.waitForTimeout(AFTERWARDS)
  const ms = Math.round(await page.evaluate<number>('globalThis.longest'))
  return ms === 0 ? 'under 50 ms' : `${ms} ms`
}
