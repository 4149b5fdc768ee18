import { wordsIn } from '../replies-people.ts'
import { enter, openInbox } from './staff.ts'
import { openFolds, type Walk } from './walk.ts'

/** A day at the desk that `npm run dev` fills: it asks for a server with those made-up people, and is for pictures alone. */
export const day: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  const h1 = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const open = async (who: string): Promise<void> => {
    await page.locator('.request-card', { hasText: who }).first().getByRole('button').click()
    await h1(who)
    // Its parts are drawn one after the other; the form of its state is in the last.
    await page.locator('[name=state]').first().waitFor({ state: 'attached' })
  }
  const back = async (): Promise<void> => {
    await button('inbox:detail.back').first().click()
    await h1(say('inbox:list.title'))
  }
  await openInbox(page, server, lang)
  await page.locator('input[type=file]').setInputFiles(server.keyFile)
  await enter(page, say)
  await page.locator('.request-card', { hasText: 'Nina Demo' }).first().waitFor()
  await snap(page, 'inbox-8-day-list')
  await page.getByLabel(say('inbox:list.search'), { exact: true }).fill('Nina')
  await page.getByText(say('inbox:list.found', { count: 2 })).waitFor()
  await snap(page, 'inbox-8-day-found')
  await page.getByLabel(say('inbox:list.search'), { exact: true }).fill('')
  for (const filter of ['unsaid', 'youth'] as const) {
    await button(`inbox:list.filters.${filter}`).click()
    await snap(page, `inbox-8-day-${filter}`)
  }
  await button('inbox:list.filters.all').click()
  await button('inbox:marking.begin').click()
  await page.locator('.mark').first().press(' ')
  await snap(page, 'inbox-8-day-marking')
  await button('inbox:marking.end').click()
  await openFolds(page)
  await snap(page, 'inbox-8-day-unfolded')

  for (const [who, state] of [
    ['Nina Demo', 'linked'],
    ['Ole Demo', 'laid-aside'],
    ['Lilla Hat', 'called-off'],
    ['Hvid Ravn', 'no-show'],
  ] as const) {
    await open(who)
    await snap(page, `inbox-8-day-${state}`)
    await back()
  }
  await open('Omar Demo')
  await page.locator('[name=state][value=handed-over]').press(' ')
  await button('inbox:detail.stateSave').click()
  await page.locator('[data-undo]').waitFor()
  await back()
  await page.locator('[data-undo]').waitFor()
  await snap(page, 'inbox-8-day-can-undo')
  await button('inbox:close.undo').click()
  await page.getByText('Omar Demo', { exact: false }).first().waitFor()

  await button('inbox:tabs.slots').click()
  await page.locator('.slot-row').first().waitFor()
  await snap(page, 'inbox-8-day-times')
  await button('inbox:tabs.figures').click()
  await page.getByRole('table').waitFor()
  await snap(page, 'inbox-8-day-figures')
  await button('inbox:tabs.requests').click()
  await open('Karen Demo')
  await page.getByLabel(say('inbox:reply.label'), { exact: true }).fill('Hej Karen.')
  await button('inbox:signOut').click()
  await page.locator('[data-question]').waitFor()
  await snap(page, 'inbox-8-day-leave-question')
  await button('inbox:lock').click()
  await page.getByText(say('inbox:problems.left')).waitFor()
  await snap(page, 'inbox-8-day-locked')
}
