import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Route } from '@playwright/test'
import { wordsIn, type Say } from '../replies-people.ts'
import type { Lang } from '../people.ts'
import type { TestServer } from '../server.ts'
import { button, confirm, heading, invite, six, toTeam, unlock, writeDown } from '../team-people.ts'
import { enter, openInbox } from './staff.ts'
import { inError, openFolds, type Walk } from './walk.ts'

/** A newcomer's machine: a browser of its own, that knows nothing. */
async function another(page: Page, server: TestServer, lang: Lang): Promise<Page> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('a page of no browser')
  const context = await browser.newContext({ viewport: page.viewportSize() })
  const theirs = await context.newPage()
  await openInbox(theirs, server, lang)
  return theirs
}

async function signInByFile(page: Page, server: TestServer, say: Say): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(server.keyFile)
  await enter(page, say)
}

/** A key that is kept under six words, and unlocked with them. */
const keeping: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openInbox(page, server, lang)
  await page.locator('[name=keep]').press(' ')
  await signInByFile(page, server, say)
  await heading(page, say('inbox:keepKey.title')).waitFor()
  await snap(page, 'inbox-1-six-words')
  await button(page, say('inbox:keepKey.button')).click()
  await inError(page)
  await snap(page, 'inbox-1-six-words-error')
  const passphrase = await writeDown(page, say)
  await heading(page, say('inbox:list.title')).waitFor()
  await page.reload()
  await page.getByLabel(say('inbox:signIn.words')).waitFor()
  await snap(page, 'inbox-1-unlock')
  await page.locator('[data-asks]').click()
  await snap(page, 'inbox-1-forget-key')
  await button(page, say('inbox:signIn.forgetKeyNo')).click()
  await unlock(page, say, 'x')
  await inError(page)
  await snap(page, 'inbox-1-unlock-error')
  await unlock(page, say, passphrase)
  await toTeam(page, say)
  // What only leaders have comes last, when it is known who they are.
  await page.getByRole('heading', { level: 2, name: say('inbox:team.forLeaders') }).waitFor()
  await openFolds(page)
  await snap(page, 'inbox-5-team-key-kept')
}

/** A leader and a newcomer: the link, the words, in, and out again. */
const team: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const name = lang === 'da' ? 'Åse Eksempel' : 'Anna Example'
  await openInbox(page, server, lang)
  await signInByFile(page, server, say)
  await toTeam(page, say)
  await snap(page, 'inbox-5-team')
  const link = await invite(page, say)
  await openFolds(page)
  await snap(page, 'inbox-5-team-invite')

  const theirs = await another(page, server, lang)
  await theirs.goto('about:blank')
  await theirs.goto(link)
  await button(theirs, say('inbox:join.button')).click()
  await inError(theirs)
  await snap(theirs, 'inbox-6-join-error')
  await theirs.getByLabel(say('inbox:join.name')).fill(name)
  await button(theirs, say('inbox:join.button')).click()
  const passphrase = await writeDown(theirs, say)
  await heading(theirs, say('inbox:join.compareTitle')).waitFor()
  await snap(theirs, 'inbox-6-join-compare')
  await button(theirs, say('inbox:join.toSignIn')).click()
  await unlock(theirs, say, passphrase)
  await theirs.getByText(say('inbox:join.waiting')).waitFor()
  await snap(theirs, 'inbox-6-join-not-confirmed')

  await toTeam(page, say)
  await six(page).waitFor()
  await snap(page, 'inbox-5-team-compare')
  await button(page, say('inbox:team.confirm.button')).click()
  await button(page, say('inbox:team.confirm.no')).waitFor()
  await snap(page, 'inbox-5-team-confirm')
  await button(page, say('inbox:team.confirm.no')).click()
  await confirm(page, say, name)
  await unlock(theirs, say, passphrase)
  await toTeam(theirs, say)
  await snap(theirs, 'inbox-5-team-as-member')

  await button(page, say('inbox:team.remove.button', { name })).click()
  await button(page, say('inbox:team.remove.yes', { name })).waitFor()
  await snap(page, 'inbox-5-team-remove')
  await button(page, say('inbox:team.remove.yes', { name })).click()
  await page.getByText(say('inbox:team.remove.done', { name })).waitFor()
  await openFolds(page)
  await button(page, say('inbox:team.log.show')).click()
  await page.locator('.team-log li').first().waitFor()
  await snap(page, 'inbox-5-team-removed-and-log')
  await theirs.context().close()
}

/** A list that nobody has signed, and beginning again with the recovery key. */
const rescue: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openInbox(page, server, lang)
  await button(page, say('inbox:signIn.rescue')).click()
  await heading(page, say('inbox:rescue.title')).waitFor()
  await snap(page, 'inbox-7-rescue')
  await button(page, say('inbox:rescue.button')).click()
  await inError(page)
  await snap(page, 'inbox-7-rescue-error')
  const paper = await readFile(join(server.dataDir, 'recovery.key.txt'), 'utf8')
  await page.getByLabel(say('inbox:rescue.key')).fill(paper.trim())
  await button(page, say('inbox:rescue.button')).click()
  await heading(page, say('inbox:rescue.leaderTitle')).waitFor()
  await snap(page, 'inbox-7-rescue-leader')

  await page.reload()
  await page.route('**/api/staff/team', async (route: Route) => {
    const answer = await route.fetch()
    const kept = (await answer.json()) as { entries: object[] }
    await route.fulfill({ json: { ...kept, entries: kept.entries.slice(1) } })
  })
  await signInByFile(page, server, say)
  await button(page, say('inbox:tabs.team')).click()
  await page.getByText(say('inbox:team.nothing')).waitFor()
  await page.getByText(say('inbox:team.unbelieved.do')).waitFor()
  await snap(page, 'inbox-5-team-not-believed')
}

export const staffTeamWalks = { keeping, team, rescue }
