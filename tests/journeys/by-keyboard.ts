import { expect, type Locator, type Page } from '@playwright/test'

// The inbox without a mouse.

/** More than there are stops on any page of the inbox. */
const STOPS = 60

type Stop = {
  readonly isThere: boolean
  readonly on: string
  readonly seen: boolean
  readonly marked: boolean
}

/** Where the keyboard is: whether there, whether anywhere, whether all of it can be seen, and whether it is marked. */
function whereFocusIs(there: Element | undefined): Stop {
  const at = document.activeElement
  const isThere = at === there
  if (!(at instanceof HTMLElement) || at === document.body)
    return { isThere, on: '', seen: false, marked: false }
  const { top, bottom, left, right } = at.getBoundingClientRect()
  const seen = top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1
  // A radio's mark is drawn around its whole choice, and a card's button's around the card.
  const marks = [at, at.closest('.choice, .request-card')]
    .filter(one => one !== null)
    .map(one => getComputedStyle(one))
  const marked = marks.some(
    one => (one.outlineStyle !== 'none' && one.outlineWidth !== '0px') || one.boxShadow !== 'none',
  )
  return { isThere, on: `${at.tagName} ${at.textContent.slice(0, 40)}`, seen, marked }
}

/** Goes with Tab, or with Shift+Tab, until it is there; each stop on the way is seen and marked. */
export async function tabTo(page: Page, to: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await to.waitFor()
  for (let stop = 0; stop < STOPS; stop++) {
    const { isThere, on, seen, marked } = await to.evaluate(whereFocusIs)
    // Past the last stop the browser's own bar has it, and the page's body.
    if (stop > 0 && on !== '') expect({ on, seen, marked }).toEqual({ on, seen: true, marked: true })
    if (isThere) return
    await page.keyboard.press(key)
  }
  await expect(to).toBeFocused()
}

/** Goes there and presses Enter. */
export async function enterOn(page: Page, to: Locator): Promise<void> {
  await tabTo(page, to)
  await page.keyboard.press('Enter')
}

/** Something was done and what was pressed is gone: the keyboard is on something all the same. */
export async function isSomewhere(page: Page): Promise<void> {
  await expect.poll(async () => (await page.evaluate(whereFocusIs, undefined)).on).not.toBe('')
}

/**
 * Types a day into a field for days. In which order the browser asks for day and month is its own matter: where the first
 * order gives another day, the other one is typed.
 */
export async function typeDay(page: Page, field: Locator, day: string): Promise<void> {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  for (const digits of [`${month}${ofMonth}`, `${ofMonth}${month}`]) {
    // From its first part, wherever the focus stands in it.
    await field.blur()
    await field.focus()
    await page.keyboard.type(`${digits}${year}`)
    if ((await field.inputValue()) === day) return
  }
  await expect(field).toHaveValue(day)
}
