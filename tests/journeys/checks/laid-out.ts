import type { Page } from '@playwright/test'

/** Pages that are being looked at, with everything on them laid out. */
const looked = new WeakSet<Page>()

/**
 * Looks at a page with everything on it laid out. What a browser leaves for later because it is out of sight
 * (`content-visibility: auto`) has no size, no colour and no edge yet, and a check would find nothing of it, or find it to be
 * 0 by 0 px. A look may hold others: all of it is laid out once, and left to the browser again at the end of the outermost.
 */
export async function laidOut<T>(page: Page, look: () => Promise<T>): Promise<T> {
  if (looked.has(page)) return look()
  looked.add(page)
  try {
    // Also where nothing is left for later yet: a list may be drawn while it is looked at.
    await page.evaluate(() => {
      const whole = new CSSStyleSheet()
      whole.replaceSync('* { content-visibility: visible !important }')
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, whole]
      Object.assign(globalThis, { whole })
    })
    return await look()
  } finally {
    looked.delete(page)
    await page.evaluate(() => {
      const { whole } = globalThis as { whole?: CSSStyleSheet }
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== whole)
    })
  }
}
