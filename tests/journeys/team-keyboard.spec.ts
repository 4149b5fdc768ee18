import type { Locator, Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { signInToInbox } from './people.ts'
import { wordsIn, type Say } from './replies-people.ts'
import { dispose, startServer, type TestServer } from './server.ts'
import { button, heading, makeKey, six } from './team-people.ts'

// A leader without a mouse: from unlocking over inviting, confirming and removing to the list again.
let server: TestServer
let say: Say
test.beforeAll(async () => {
  say = await wordsIn('da')
  server = await startServer()
})
test.afterAll(async () => {
  await dispose(server)
})

/** More than there are stops on any page of the inbox. */
const STOPS = 60

/** Where the keyboard is: whether anywhere, whether all of it can be seen, and whether it is marked. */
function whereFocusIs(): { on: string; seen: boolean; marked: boolean } {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return { on: '', seen: false, marked: false }
  const { top, bottom, left, right } = at.getBoundingClientRect()
  const seen = top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1
  // A radio's mark is drawn around its whole choice.
  const marks = [at, at.closest('.choice')].filter(one => one !== null).map(one => getComputedStyle(one))
  const marked = marks.some(
    one => (one.outlineStyle !== 'none' && one.outlineWidth !== '0px') || one.boxShadow !== 'none',
  )
  return { on: `${at.tagName} ${at.textContent.slice(0, 40)}`, seen, marked }
}

/** Goes with Tab, or with Shift+Tab, until it is there; each stop on the way is seen and marked. */
async function tabTo(page: Page, to: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await to.waitFor()
  for (let stop = 0; stop < STOPS; stop++) {
    if (await to.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
    const { on, seen, marked } = await page.evaluate(whereFocusIs)
    // Past the last stop the browser's own bar has it, and the page's body.
    if (on !== '') expect({ on, seen, marked }).toEqual({ on, seen: true, marked: true })
  }
  await expect(to).toBeFocused()
}

/** Goes there and presses Enter. */
async function enterOn(page: Page, to: Locator): Promise<void> {
  await tabTo(page, to)
  await page.keyboard.press('Enter')
}

/** Something was done and what was pressed is gone: the keyboard is on something all the same. */
async function isSomewhere(page: Page): Promise<void> {
  await expect.poll(async () => (await page.evaluate(whereFocusIs)).on).not.toBe('')
}

const fold = (page: Page, key: string): Locator => page.locator('summary').filter({ hasText: say(key) })

test('a leader unlocks, invites, confirms, removes and comes back with the keyboard alone', async ({
  browser,
}) => {
  test.setTimeout(180_000)
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
