import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { checkTeam, teamFile } from '../../src/intake/staff/team.ts'
import { languages } from '../../src/core/languages.ts'
import { ALL, foundByAxe } from './axe.ts'
import { signInToInbox } from './people.ts'
import { wordsIn, type Say } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { button, confirm, heading, invite, keptOnceAt, makeKey, six, toTeam, unlock } from './team-people.ts'

// A leader and a newcomer, each in a browser of their own: from the link to the first sign-in, and out again.
const server = serverForAll()
let say: Say
test.beforeAll(async () => {
  say = await wordsIn('da')
})

/** Opens a link, makes keys, writes the six words down and types them. Gives both kinds of six words. */
async function join(
  browser: Browser,
  link: string,
  name: string,
): Promise<{ context: BrowserContext; page: Page; passphrase: string; compared: string }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  const passphrase = await makeKey(page, say, name)
  await expect(heading(page, say('inbox:join.compareTitle'))).toBeVisible()
  return { context, page, passphrase, compared: await six(page).innerText() }
}

test('a newcomer comes in by a link, keys made in their own browser and six words compared, and is removed again', async ({
  browser,
}) => {
  const leader = await signInToInbox(browser, server)
  await toTeam(leader, say)
  expect(await foundByAxe(leader, ALL)).toEqual([])
  const link = await invite(leader, say)
  const { page: bo, passphrase, compared, context } = await join(browser, link, 'Bo')
  expect(await foundByAxe(bo, ALL)).toEqual([])

  // Nobody has confirmed Bo yet: the key is there, and lets nobody in.
  await button(bo, say('inbox:join.toSignIn')).click()
  await unlock(bo, say, passphrase)
  await expect(bo.getByText(say('inbox:join.waiting'))).toBeVisible()
  await expect(six(bo)).toHaveText(compared)

  // The link has worked once.
  const second = await browser.newPage()
  await second.goto(link)
  await makeKey(second, say, 'Eve')
  await expect(second.getByText(say('inbox:join.over'))).toBeVisible()

  // The leader sees the same six words, and takes Bo in.
  await toTeam(leader, say)
  await expect(six(leader)).toHaveText(compared)
  await confirm(leader, say, 'Bo')
  await unlock(bo, say, passphrase)
  await expect(heading(bo, say('inbox:list.title'))).toBeVisible()
  await keptOnceAt(bo, () => toTeam(bo, say))
  await expect(bo.getByText(say('inbox:team.askLeader'))).toBeVisible()

  // F5: the six words are enough, and Bo is where Bo was, in the language that was chosen.
  await button(bo, languages.en.name).click()
  await expect(button(bo, 'Sign out')).toBeVisible()
  await bo.reload()
  await button(bo, 'Dansk').click()
  await unlock(bo, say, passphrase)
  await expect(heading(bo, say('inbox:team.title'))).toBeVisible()

  // Only in that browser, and only under the words: nothing in the clear lies there.
  const kept = await bo.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(kept).toContain('Bo')
  for (const secret of ['AGE-SECRET-KEY', passphrase]) expect(kept).not.toContain(secret)

  // Removed: out at once, new keys begun, and what is to be built by when.
  await button(leader, say('inbox:team.remove.button', { name: 'Bo' })).click()
  await button(leader, say('inbox:team.remove.yes', { name: 'Bo' })).click()
  await expect(leader.getByText(say('inbox:team.remove.done', { name: 'Bo' }))).toBeVisible()
  await expect(leader.getByText(say('inbox:team.build.open', { names: 'Bo' }))).toBeVisible()
  expect(await foundByAxe(leader, ALL)).toEqual([])
  await button(bo, say('inbox:tabs.requests')).click()
  await expect(bo.getByText(say('inbox:problems.signedOut'))).toBeVisible()
  await unlock(bo, say, passphrase)
  await expect(bo.locator('.error-summary').getByText(say('inbox:signIn.refused'))).toBeVisible()
  await context.close()

  // The file for the operator is one that the build takes.
  const downloaded = leader.waitForEvent('download')
  await button(leader, say('inbox:team.build.save')).click()
  const text = await readFile(await (await downloaded).path(), 'utf8')
  const team = checkTeam(teamFile.parse(JSON.parse(text)))
  expect(team.members.map(({ name }) => name)).toEqual(['Demo'])
  expect(team.epochs.map(({ epoch }) => epoch)).toEqual([1, 2])

  // Who did what stands in the log.
  await leader.getByText(say('inbox:team.log.title'), { exact: true }).click()
  await button(leader, say('inbox:team.log.show')).click()
  await expect(leader.locator('.team-log li').first()).toContainText(
    `${say('inbox:team.log.acts.member-removed')}: Bo`,
  )
})
