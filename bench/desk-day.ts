import type { Page } from '@playwright/test'
import { ownTime, type Longest } from './own-time.ts'

/** Milliseconds after an act in which what it causes is looked for: fetching, opening and drawing in turn. */
const AFTERWARDS = 1_500

// Expressions as text: this program has no DOM to type them by.
/** What is pressed has the focus, as under a mouse: where it leaves the page with it, the browser has more to do. */
const pressed = (one: string): string => `(one => { one.focus(); one.click() })(${one})`
const press = (selector: string): string => pressed(`document.querySelector(${JSON.stringify(selector)})`)
/** The n-th of those that match, counted from 0. */
const pressAt = (selector: string, n: number): string =>
  pressed(`document.querySelectorAll(${JSON.stringify(selector)})[${n}]`)

const REPLY = 'form:has([name="reply"])'
/** The buttons that lead to another week. */
const STEPS = '.inbox-bar > .actions:last-child .button'

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

/** Fills in fields by their names, and leaves no radio button as it was. */
const filledIn =
  (fields: Readonly<Record<string, string>>) =>
  async (page: Page): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) {
      const radio = page.locator(`[name="${name}"][value="${value}"]`)
      if ((await radio.count()) > 0) await radio.dispatchEvent('click')
      else await page.fill(`[name="${name}"]`, value)
    }
  }

/**
 * Shows the page as on paper, and on the screen again. All of it is the browser's: the page has nothing to do when somebody
 * prints it, and the browser's own window stands over it until it is on the screen again.
 */
async function shownOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.waitForTimeout(AFTERWARDS)
  await page.emulateMedia({ media: 'screen' })
}

const WEEK = 7 * 86_400_000
const weeklyTimes = {
  kind: 'adult-talk',
  date: new Date(Date.now() + WEEK).toISOString().slice(0, 10),
  time: '09:15',
  inARow: '5',
  weeks: '4',
  counsellor: 'Per',
}

/** The one act in which the page itself does nothing: it is told, and held to no goal. */
const PRINT = "print (the browser's own layout)"

/** A working day in the order in which it is done: each act begins where the one before has ended. */
const DAY: readonly Act[] = [
  ['scroll to the end of the list', does('scrollTo(0, document.body.scrollHeight)')],
  ['another filter', does(pressAt('.list-tools .toggle', 2))],
  ['all again', does(pressAt('.list-tools .toggle', 0))],
  ['mark several', does(press('.list-tools [data-begins]'))],
  ['mark none', does(pressAt('.list-tools .actions:not([role]) .button', 1))],
  ['open a request', does(pressAt('[data-opens]', 12))],
  ['take it', does(pressAt('.notes > .actions .button', 0))],
  ['type a note', typed('[name="note"]', 'Ringer igen i morgen')],
  ['save the note', does(press('.notes form [type="submit"]'))],
  ['look at the templates', does(press(`${REPLY} summary`))],
  ['choose a template', does(press(`${REPLY} details .button`))],
  ['empty the answer', async page => page.fill('[name="reply"]', '')],
  ['type an answer', typed('[name="reply"]', 'Hej. Vi ringer i morgen.')],
  ['send the answer', does(`document.querySelector(${JSON.stringify(REPLY)}).requestSubmit()`)],
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
  ['the week after', does(pressAt(STEPS, 1))],
  ['call a time off', does(press('[data-opens="cancel"]'))],
  ['send that it is called off', does("document.querySelector('.slot-cancel form').requestSubmit()")],
  ['change a time', does(press('[data-opens="edit"]'))],
  [
    'leave it as it was',
    does("document.querySelector('.slot-row form').querySelectorAll('.button')[1].click()"),
  ],
  ['take a time away', does(press('.slot-act [data-asks]'))],
  ['take it away indeed', does(press('.slot-act [role="group"] .button'))],
  ['unfold what publishes', does(press('main details > summary'))],
  ['fill in times', filledIn(weeklyTimes)],
  ['publish them', does("document.querySelector('[name=counsellor]').form.requestSubmit()")],
  ['a day only', does(pressAt('[role="group"] .toggle', 0))],
  ['the week again', does(pressAt('[role="group"] .toggle', 1))],
  ['open one that has a time', does(press('.slot-booking .link'))],
  ['back to the times', does(press('.back'))],
  ['figures', does(pressAt('.tabs .toggle', 2))],
  ['the team', does(pressAt('.tabs .toggle', 3))],
  ['the list again', does(pressAt('.tabs .toggle', 0))],
  ['what is done with', does("document.querySelector('details.fold > summary').click()")],
  [PRINT, shownOnPaper],
  ['show more of it', does("document.querySelector('details.fold[open] > div > p > .link').click()")],
  ['open one of it', does("document.querySelector('details.fold[open] [data-opens]').click()")],
  [
    'what may belong together',
    does("document.querySelector('.detail-columns .said ~ details > summary').click()"),
  ],
  ['back to the list, all open', does(press('.back'))],
  ['search all', typed('#field-search', 'Fatima')],
  ['clear it', async page => page.fill('#field-search', '')],
  ['the other language', does(press('.header-link'))],
  ['sign out', does(press('[data-leaves]'))],
]

/** The most milliseconds for which the page may not answer. */
const GOAL = 50

/** The longest tasks of an act: in the main thread's own time, and by the clock. */
export type Told = { readonly own: string; readonly clock: string }

/**
 * The longest time in which the page does not answer, for each act of a working day. By the clock what else runs on the
 * machine meanwhile counts, so only a quiet one tells; the thread's own time tells on any.
 */
export async function measureDay(page: Page): Promise<Record<string, Told>> {
  const rows: Record<string, Told> = {}
  const own = await ownTime(page)
  for (const [what, act] of DAY) {
    await own.begin()
    await act(page)
    await page.waitForTimeout(AFTERWARDS)
    while (await page.evaluate("document.querySelector('[data-opening]') !== null"))
      await page.waitForTimeout(100)
    rows[what] = told(await own.end(), what === PRINT ? Infinity : GOAL)
  }
  return rows
}

/** The longest tasks as the tables have them: by the clock with the time of it in which the thread ran. */
export const told = (longest: Longest | null, goal = GOAL): Told =>
  longest
    ? { own: inMs(longest.own, goal), clock: `${inMs(longest.clock, goal)}, ran ${Math.round(longest.ran)}` }
    : { own: 'not known', clock: 'not known' }

/** Milliseconds as the tables have them. */
export const inMs = (ms: number, goal = GOAL): string => `${Math.round(ms)} ms${ms >= goal ? ' ✗' : ''}`
