import AxeBuilder from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'
import type { TestServer } from './server.ts'

export type Lang = 'da' | 'en'

/** WCAG 2.2 A and AA, as the accessibility statement says. */
const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No violation on the page as it stands. */
export async function expectAccessible(page: Page, tags: readonly string[] = AA): Promise<void> {
  // From the top: what the bar that stays there happens to lie over at this moment is not a fault of the page.
  await page.evaluate('scrollTo(0, 0)')
  const { violations } = await new AxeBuilder({ page }).withTags([...tags]).analyze()
  expect(
    violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

/** Presses the button that leads on. */
export async function goOn(page: Page, lang: Lang): Promise<void> {
  await page.getByRole('button', { name: lang === 'da' ? 'Videre' : 'Continue', exact: true }).click()
}

export async function choose(page: Page, name: string): Promise<void> {
  // The label lies over the whole row, so that all of it can be pressed.
  await page.locator('label').getByText(name, { exact: true }).click()
  await expect(page.getByRole('radio', { name, exact: true })).toBeChecked()
}

/** Waits until the script has taken the prerendered page over. */
export async function openFlow(page: Page, url: string): Promise<void> {
  await page.goto(url)
  // Not `toBeEnabled`: Playwright counts a fieldset as enabled whether it is or not.
  await expect(page.locator('main fieldset.form-body:not([disabled])')).toBeAttached()
}

/** A member of staff with the demo key file, in a browser of their own. */
export async function signInToInbox(browser: Browser, server: TestServer, lang: Lang = 'da'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(`${server.url}/inbox`)
  if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel(lang === 'da' ? 'Nøglefil' : 'Key file').setInputFiles(server.keyFile)
  await page.getByRole('button', { name: lang === 'da' ? 'Log ind' : 'Sign in', exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: lang === 'da' ? 'Henvendelser' : 'Requests' }),
  ).toBeVisible()
  return page
}

/** What the open request says: label and value of each row. */
export async function rowsOf(page: Page): Promise<Record<string, string>> {
  const rows: Record<string, string> = {}
  for (const row of await page.locator('main .summary-row').all()) {
    const label = (await row.locator('dt').innerText()).trim()
    rows[label] = (await row.locator('dd').first().innerText()).trim()
  }
  return rows
}
