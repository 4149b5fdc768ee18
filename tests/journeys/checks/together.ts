import type { Page } from '@playwright/test'
import { laidOut } from './laid-out.ts'

/** What a check asks of a page: the text of a function that runs in it, with what it is given. */
export type Look<R> = { readonly text: string; readonly answers?: R }

/** @param run runs in the page, and knows nothing but what it is given */
export const lookWith = <G, R>(run: (given: G) => R | Promise<R>, given: G): Look<R> => ({
  text: `(${String(run)})(${JSON.stringify(given)})`,
})

/**
 * Asks a page several things at once, one after the other: each way to a page and back costs more than most of what is asked
 * there. With everything on the page laid out.
 */
export async function together<R extends readonly unknown[]>(
  page: Page,
  looks: readonly [...{ [K in keyof R]: Look<R[K]> }],
): Promise<R> {
  const asked = looks.map(({ text }) => `await ${text}`).join()
  return laidOut(page, () => page.evaluate<R>(`(async () => [${asked}])()`))
}
