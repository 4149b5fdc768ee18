import type { Page, Route } from '@playwright/test'
import { pages, type PageId } from '../../../src/app/routes.ts'
import type { Lang } from '../people.ts'
import { choose, next } from '../phone.ts'
import type { Say } from '../replies-people.ts'
import type { TestServer } from '../server.ts'

export { next } from '../phone.ts'

/** Called at each state worth seeing. Names are file names. */
export type Snap = (page: Page, name: string) => Promise<void>
export type Walk = (page: Page, server: TestServer, lang: Lang, snap: Snap) => Promise<void>

export const addressOf = (server: TestServer, lang: Lang, id: PageId): string => server.url + pages[id][lang]

/** Waits until the screen that asks for this is shown. */
export async function asked(page: Page, name: string): Promise<void> {
  await page
    .locator(`main fieldset.form-body:not([disabled]) [name="${name}"]`)
    .first()
    .waitFor({ state: 'attached' })
}

/** Answers one screen after the other, each with one choice, and goes on from each. */
export async function answer(
  page: Page,
  ...screens: readonly (readonly [name: string, value: string])[]
): Promise<void> {
  for (const [name, value] of screens) {
    await choose(page, name, value)
    await next(page)
  }
}

/** Waits for the last screen before sending. */
export async function review(page: Page): Promise<void> {
  await asked(page, 'message')
}

/** Waits until the receipt says how it went. */
export async function receipt(page: Page, say: Say, how: 'sent' | 'booked' | 'waiting'): Promise<void> {
  await page.getByRole('heading', { level: 1, name: say(`request:receipt.${how}`), exact: true }).waitFor()
}

export async function inError(page: Page): Promise<void> {
  await page.locator('.error-summary').waitFor()
}

/** Opens all that is folded. */
export async function openFolds(page: Page): Promise<void> {
  // What opens with a fold begins when the page has heard that it is open.
  await page.locator('main details:not([open])').evaluateAll(folds =>
    Promise.all(
      folds.map(async fold => {
        const heard = new Promise(done => {
          fold.addEventListener('toggle', done, { once: true })
        })
        fold.setAttribute('open', '')
        await heard
      }),
    ),
  )
}

/** Answers for the intake with one of its refusals. */
export const refusal =
  (name: string, status: number) =>
  (route: Route): Promise<void> =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: `urn:foerste-snak:problem:${name}`, title: name, status }),
    })
