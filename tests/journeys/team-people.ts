import { expect, type Locator, type Page } from '@playwright/test'
import type { Say } from './replies-people.ts'

// What leaders and newcomers do on the inbox's pages.

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true })
/** Six words: a passphrase, or those that two people compare. */
export const six = (page: Page): Locator => page.locator('[data-words]')

export async function toTeam(page: Page, say: Say): Promise<void> {
  await button(page, say('inbox:tabs.team')).click()
  await expect(heading(page, say('inbox:team.title'))).toBeVisible()
}

/** Goes elsewhere and waits until the tab has kept where: only from then on does F5 lead there. */
export async function keptOnceAt(page: Page, goes: () => Promise<void>): Promise<void> {
  const kept = (): Promise<string | null> => page.evaluate(() => sessionStorage.getItem('inbox-kept'))
  // Where the member was before is kept too.
  await expect.poll(kept).not.toBeNull()
  const before = await kept()
  await goes()
  await expect.poll(kept).not.toBe(before)
}

/** Makes a link as a leader does, and gives it. */
export async function invite(leader: Page, say: Say): Promise<string> {
  await leader.getByText(say('inbox:team.invite.new'), { exact: true }).click()
  await button(leader, say('inbox:team.invite.button')).click()
  const link = await leader.locator('main code').innerText()
  expect(link).toMatch(/\/inbox#invite=[\w-]{43}$/)
  return link
}

/** Makes a key under a name; gives the six words for it, once they have been typed again. */
export async function makeKey(page: Page, say: Say, name: string): Promise<string> {
  await page.getByLabel(say('inbox:join.name')).fill(name)
  await button(page, say('inbox:join.button')).click()
  return writeDown(page, say)
}

/** Writes six words down and types them again. */
export async function writeDown(page: Page, say: Say): Promise<string> {
  await expect(heading(page, say('inbox:keepKey.title'))).toBeVisible()
  const passphrase = await six(page).innerText()
  await page.getByLabel(say('inbox:keepKey.again')).fill(passphrase)
  await button(page, say('inbox:keepKey.button')).click()
  return passphrase
}

/** The leader takes in the person who opened the link, the words being the same. */
export async function confirm(leader: Page, say: Say, name: string): Promise<void> {
  await button(leader, say('inbox:team.confirm.button')).click()
  await button(leader, say('inbox:team.confirm.yes', { name })).click()
  await expect(leader.getByText(say('inbox:team.confirm.done', { name }))).toBeVisible()
}

export async function unlock(page: Page, say: Say, passphrase: string): Promise<void> {
  await page.getByLabel(say('inbox:signIn.words')).fill(passphrase)
  await button(page, say('inbox:signIn.unlock')).click()
}
