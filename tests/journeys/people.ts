import { expect, type Browser, type Page } from '@playwright/test'
import { randomBytes, randomUUID } from 'node:crypto'
import { SEALED_BYTES } from '../../src/core/contract/index.ts'
import { post } from './post.ts'
import type { TestServer } from './server.ts'

export type Lang = 'da' | 'en'

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
  await signInOn(page, server, lang)
  return page
}

/** The same in a window that is there. */
export async function signInOn(page: Page, server: TestServer, lang: Lang = 'da'): Promise<void> {
  await page.goto(`${server.url}/inbox`)
  if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel(lang === 'da' ? 'Nøglefil' : 'Key file').setInputFiles(server.keyFile)
  await page.getByRole('button', { name: lang === 'da' ? 'Log ind' : 'Sign in', exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: lang === 'da' ? 'Henvendelser' : 'Requests' }),
  ).toBeVisible()
}

/** Takes a time as a program would that seals nothing: nobody can read what comes with it. */
export async function takeTime(server: TestServer, slotId: string): Promise<Response> {
  return post(server, '/api/requests', {
    id: randomUUID(),
    sealed: randomBytes(SEALED_BYTES).toString('base64url'),
    mailbox: randomBytes(32).toString('base64url'),
    slotIds: [slotId],
  })
}

/** The page says so in its rows, label and value, among others. Its parts are drawn one after the other. */
export async function expectRows(page: Page, rows: Record<string, string>): Promise<void> {
  await expect.poll(() => rowsOf(page)).toMatchObject(rows)
}

/** What the page says in its rows, as far as they are drawn: label and value of each. */
export async function rowsOf(page: Page): Promise<Record<string, string>> {
  const rows = await page
    .locator('main .summary-row')
    .evaluateAll(all =>
      all.map(row => (['dt', 'dd'] as const).map(part => row.querySelector(part)?.innerText.trim() ?? '')),
    )
  return Object.fromEntries(rows) as Record<string, string>
}
