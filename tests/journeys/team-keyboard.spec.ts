import type { Locator, Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { enterOn, isSomewhere, tabTo } from './by-keyboard.ts'
import { signInToInbox } from './people.ts'
import { wordsIn, type Say } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { button, heading, makeKey, six } from './team-people.ts'

// A leader without a mouse: from unlocking over inviting, confirming and removing to the list again.
const server = serverForAll()
let say: Say
test.beforeAll(async () => {
  say = await wordsIn('da')
})

const fold = (page: Page, key: string): Locator => page.locator('summary').filter({ hasText: say(key) })

test('a leader unlocks, invites, confirms, removes and comes back with the keyboard alone', async ({
  browser,
}) => {
  const leader = await signInToInbox(browser, server)
  await leader.reload()
  // A key that is kept here, as every day. The system's own window for files is not the page's.
  await leader.getByLabel(say('inbox:signIn.file')).setInputFiles(server.keyFile)
  await tabTo(leader, leader.locator('[name=keep]'))
  await leader.keyboard.press('Space')
  await enterOn(leader, button(leader, say('inbox:signIn.button')))
  await expect(heading(leader, say('inbox:keepKey.title'))).toBeFocused()
  const passphrase = await six(leader).innerText()
  await tabTo(leader, leader.getByLabel(say('inbox:keepKey.again')))
  await leader.keyboard.type(passphrase)
  await leader.keyboard.press('Enter')
  await expect(heading(leader, say('inbox:list.title'))).toBeFocused()

  // The next morning.
  await leader.reload()
  await tabTo(leader, leader.getByLabel(say('inbox:signIn.words')))
  await leader.keyboard.type(passphrase)
  await leader.keyboard.press('Enter')
  await expect(heading(leader, say('inbox:list.title'))).toBeFocused()
  await tabTo(leader, button(leader, say('inbox:tabs.team')), 'Shift+Tab')
  await leader.keyboard.press('Enter')
  await expect(heading(leader, say('inbox:team.title'))).toBeVisible()
  await isSomewhere(leader)

  await enterOn(leader, fold(leader, 'inbox:team.invite.new'))
  await enterOn(leader, button(leader, say('inbox:team.invite.button')))
  await expect(leader.getByText(say('inbox:team.invite.made'))).toBeVisible()
  await isSomewhere(leader)
  const link = await leader.locator('main code').innerText()
  const bo = await (await browser.newContext()).newPage()
  await bo.goto(link)
  await makeKey(bo, say, 'Bo')
  await expect(heading(bo, say('inbox:join.compareTitle'))).toBeFocused()
  const compared = await six(bo).innerText()

  // Bo has opened the link; the leader looks again.
  await tabTo(leader, button(leader, say('inbox:tabs.team')), 'Shift+Tab')
  await leader.keyboard.press('Enter')
  await expect(six(leader)).toHaveText(compared)
  await enterOn(leader, button(leader, say('inbox:team.confirm.button')))
  await expect(leader.locator('[data-question]')).toBeFocused()
  await enterOn(leader, button(leader, say('inbox:team.confirm.no')))
  await expect(button(leader, say('inbox:team.confirm.button'))).toBeFocused()
  await leader.keyboard.press('Enter')
  await expect(leader.locator('[data-question]')).toBeFocused()
  await enterOn(leader, button(leader, say('inbox:team.confirm.yes', { name: 'Bo' })))
  await expect(leader.getByText(say('inbox:team.confirm.done', { name: 'Bo' }))).toBeVisible()
  await isSomewhere(leader)

  await enterOn(leader, button(leader, say('inbox:team.make.leader', { name: 'Bo' })))
  await expect(leader.getByText(say('inbox:team.made.leader', { name: 'Bo' }))).toBeVisible()
  await isSomewhere(leader)
  await enterOn(leader, button(leader, say('inbox:team.remove.button', { name: 'Bo' })))
  await expect(leader.locator('[data-question]')).toBeFocused()
  await enterOn(leader, button(leader, say('inbox:team.remove.yes', { name: 'Bo' })))
  await expect(leader.getByText(say('inbox:team.remove.done', { name: 'Bo' }))).toBeVisible()
  await isSomewhere(leader)

  await enterOn(leader, fold(leader, 'inbox:team.log.title'))
  await enterOn(leader, button(leader, say('inbox:team.log.show')))
  await expect(leader.locator('.team-log li').first()).toBeVisible()
  await isSomewhere(leader)
  await tabTo(leader, button(leader, say('inbox:tabs.requests')), 'Shift+Tab')
  await leader.keyboard.press('Enter')
  await expect(heading(leader, say('inbox:list.title'))).toBeVisible()
  await isSomewhere(leader)
})
