import type { Page } from '@playwright/test'

/** Lets nothing of an address through until it is called. */
export async function hold(page: Page, address: string): Promise<() => void> {
  let letGo = (): void => undefined
  const held = new Promise<void>(done => {
    letGo = done
  })
  await page.route(address, async route => {
    await held
    await route.continue()
  })
  return letGo
}
