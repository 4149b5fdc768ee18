import type { Page } from '@playwright/test'

/** More stops than any page has: a focus that has not come out by then is caught. */
const ENDLESS = 400

type Stop = {
  readonly place: number
  /** Still in the field of before: a day has fields of its own for date, month and year. */
  readonly isSame: boolean
  readonly what: string
  readonly faults: readonly string[]
}

/**
 * Goes through the page with Tab, from its top until it is left again. What is wrong, a line each: the focus cannot be
 * seen (WCAG 2.2, 2.4.7), lies under something or out of sight (2.4.11, and 2.4.12 in its corners), goes against the order
 * one reads in (2.4.3), never comes out (2.1.2), misses something that can be used (2.1.1), or changes the page by being
 * where it is (3.2.1).
 */
export async function faultsByKeyboard(page: Page): Promise<string[]> {
  const before = await page.evaluate(whatIsThere)
  await page.evaluate(() => {
    // From the top: a place that had the focus and is gone is where the next Tab starts.
    const start = document.createElement('span')
    start.tabIndex = -1
    document.body.prepend(start)
    start.focus()
    start.remove()
    scrollTo(0, 0)
    Object.assign(globalThis, { walked: [] })
  })
  const found: string[] = []
  for (let stops = 0; ; stops++) {
    if (stops === ENDLESS) return [...found, `the keyboard does not come out within ${ENDLESS} stops`]
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(lookAtFocus)
    if (stop === null) break
    if (stop.isSame) continue
    if (stop.place >= 0) {
      if (stop.place > 0) found.push(`the keyboard goes round in a circle to ${stop.what}`)
      break
    }
    found.push(...stop.faults.map(fault => `${fault}: ${stop.what}`))
  }
  if ((await page.evaluate(whatIsThere)) !== before) found.push('the focus alone has changed the page')
  return [...found, ...(await page.evaluate(neverReached))]
}

/** In the page: its address, title and main heading. */
function whatIsThere(): string {
  return [location.href, document.title, document.querySelector('h1')?.textContent].join('\n')
}

/** In the page: where the focus is now, or null when it is on nothing. `place` is not -1 for one that had it before. */
function lookAtFocus(): Stop | null {
  const { walked } = globalThis as unknown as { walked: Element[] }
  const one = document.activeElement
  if (one === null || one === document.body || one === document.documentElement) return null
  const what = one.outerHTML.replace(/\s+/g, ' ').slice(0, 90)
  const place = walked.indexOf(one)
  const isSame = one === walked.at(-1) && one.matches('[type=date], [type=time]')
  if (place >= 0) return { place, isSame, what, faults: [] }

  const faults: string[] = []
  const row = one.closest('.choice, .door')
  // A card's button is marked around the card.
  const rings = [one, row, one.closest('.request-card')].flatMap(part =>
    part ? [getComputedStyle(part), getComputedStyle(part, '::after')] : [],
  )
  const isSeen = rings.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
  if (!isSeen) faults.push('the focus cannot be seen')

  const belongs = (other: Element | null): boolean =>
    other !== null && (one.contains(other) || other.contains(one) || (row?.contains(other) ?? false))
  const [box] = one.getClientRects()
  if (!box || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
    faults.push('the focus is out of sight')
  else {
    const inset = 3
    const across = [box.left + inset, (box.left + box.right) / 2, box.right - inset]
    const down = [box.top + inset, (box.top + box.bottom) / 2, box.bottom - inset]
    const points = across.flatMap(x => down.map(y => [x, y] as const))
    const covered = points
      .filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight)
      .map(([x, y]) => document.elementFromPoint(x, y))
      .find(other => !belongs(other))
    if (covered) faults.push(`the focus lies under ${covered.outerHTML.slice(0, 60)}`)
    // Of a field of many lines the browser brings the line into sight that is written in.
    const hasLines = one instanceof HTMLTextAreaElement
    if (!hasLines && box.height <= innerHeight / 2 && (box.top < -1 || box.bottom > innerHeight + 1))
      faults.push('the focus lies partly out of sight')
  }

  const before = walked.at(-1)
  if (before) {
    if (!(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING))
      faults.push('the order is not that of the page')
    const isInBar = [before, one].some(part => part.closest('header, .skip') !== null)
    const last = before.getClientRects()[0]
    const isOneColumn = innerWidth < 480
    if (isOneColumn && !isInBar && last && box && box.bottom < last.top - 1) faults.push('the focus jumps up')
  }
  walked.push(one)
  return { place, isSame, what, faults }
}

/** In the page: what can be used and had no turn; of the radios of a question one is enough. */
function neverReached(): string[] {
  const { walked } = globalThis as unknown as { walked: Element[] }
  const groups = new Set(
    walked.map(one => (one instanceof HTMLInputElement && one.type === 'radio' ? one.name : '')),
  )
  return [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary')]
    .filter(
      one =>
        one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled') && one.tabIndex >= 0,
    )
    .filter(one => !(one instanceof HTMLInputElement && one.type === 'radio' && groups.has(one.name)))
    .filter(one => !walked.includes(one))
    .map(one => `the keyboard never comes to ${one.outerHTML.slice(0, 90)}`)
}
