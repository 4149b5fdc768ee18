import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { addMember } from '../../src/commands/team-keys.ts'
import { staffCalls } from '../../src/core/contract/calls.ts'
import { dayInYear } from '../../src/core/calendar/times.ts'
import type { ContactRequest } from '../../src/core/request/index.ts'
import { readKeyFile } from '../../src/core/sealing/index.ts'
import { expectAccessible } from './axe.ts'
import { signInToInbox } from './people.ts'
import { inDays, look, openReplies, replyAsStaff, wordsIn, type Say } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { answerRequest, publishTime, sendRequest, writeMore, type Sent } from './walks/seed.ts'

// Two members, each in a browser of their own, at the same requests: neither undoes what the other did.
const server = serverForAll()
let say: Say
let bosFile: string
test.beforeAll(async () => {
  say = await wordsIn('da')
  const leader = readKeyFile(await readFile(server.keyFile, 'utf8'))
  bosFile = (await addMember(server.dataDir, leader, 'Bo')).keyFile
  await server.restart()
})

const named = (name: string): ContactRequest => ({
  audience: 'adult',
  wish: 'treatment',
  substance: 'alcohol',
  identity: 'named',
  name,
  phone: '+45 12 34 56 78',
  language: 'da',
  message: 'Jeg vil gerne tale med nogen.',
})
const both = async (browser: Browser): Promise<[demo: Page, bo: Page]> =>
  Promise.all([signInToInbox(browser, server), signInToInbox(browser, { ...server, keyFile: bosFile })])

const card = (page: Page, name: string): Locator => page.locator('.request-card', { hasText: name })
async function open(page: Page, name: string): Promise<void> {
  await card(page, name).getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}
async function toList(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: say('inbox:detail.back'), exact: true })
    .first()
    .click()
  await page.getByRole('button', { name: say('inbox:list.refresh') }).click()
}
async function moveTo(page: Page, state: string): Promise<void> {
  await page.locator(`input[name=state][value=${state}]`).press(' ')
  if (state === 'closed') await page.locator('input[name=reason][value=helped]').press(' ')
  await page.getByRole('button', { name: say('inbox:detail.stateSave'), exact: true }).click()
}
const saved = (page: Page, state: string): Locator =>
  page.getByText(say('inbox:detail.stateSaved', { state: say(`inbox:state.${state}`) }))
const tag = (page: Page, text: string): Locator => page.locator('.tag', { hasText: text })

/** Nothing is wider than the window. */
async function expectNoSideways(page: Page): Promise<void> {
  const { inner, scroll } = await page.evaluate(() => ({
    inner: document.documentElement.clientWidth,
    scroll: document.documentElement.scrollWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(inner)
}

test('what the other has done since is shown, and neither state nor answer goes over it', async ({
  browser,
}) => {
  const ida = await sendRequest(server, named('Ida'))
  const [demo, bo] = await both(browser)

  // Ida lies open before Demo, when Bo hands her over.
  await open(demo, 'Ida')
  await open(bo, 'Ida')
  await moveTo(bo, 'handed-over')
  await expect(saved(bo, 'handed-over')).toBeVisible()
  await moveTo(demo, 'closed')
  await expect(demo.getByText(say('inbox:problems.state-changed'))).toBeVisible()
  await expect(tag(demo, say('inbox:state.handed-over'))).toBeVisible()
  await look(demo, 'two-colleagues-state')
  await toList(bo)
  await bo.getByText(say('inbox:list.groups.finished', { n: 1 })).click()
  await expect(card(bo, 'Ida').getByText(say('inbox:state.handed-over'))).toBeVisible()

  // Both write to her: who comes second reads the first before their own goes.
  const here = demo.locator('textarea[name=reply]')
  await here.fill('Kan du komme på mandag?')
  await open(bo, 'Ida')
  await replyAsStaff(bo, say, 'Vi ringer i dag kl. 14.')
  const send = demo.getByRole('button', { name: say('inbox:reply.button') })
  await demo.getByText(say('inbox:reply.named', { name: 'Demo' })).click()
  await send.click()
  const news = demo.locator('.notice', { hasText: say('inbox:reply.newerStaff') })
  await expect(news.getByText('Vi ringer i dag kl. 14.')).toBeVisible()
  await expect(news).toContainText('Bo')
  await expect(news).toBeInViewport({ ratio: 1 })
  await expect(here).toHaveValue('Kan du komme på mandag?')
  await look(demo, 'two-colleagues-newer')
  await send.click()
  await expect(demo.getByText(say('inbox:reply.sent'))).toBeInViewport()
  const writers = demo.locator('.thread-meta strong')
  const colleague = (name: string): string => say('inbox:thread.colleague', { name })
  await expect(writers).toHaveText([say('inbox:thread.citizen'), colleague('Bo'), colleague('Demo')])

  // The citizen reads both, and the name only of the one who wished it.
  const citizen = await (await browser.newContext()).newPage()
  await openReplies(citizen, server, 'da', ida.code)
  const place = say('replies:thread.place')
  await expect(citizen.locator('.thread-meta strong')).toHaveText([place, `${place} · Demo`])
  await look(citizen, 'two-colleagues-citizen')

  // She says thanks: laid aside without an answer, she waits no more, for neither of them.
  await writeMore(server, ida, 'Tak for i dag.')
  await toList(demo)
  await expect(
    card(demo, 'Ida').getByText(say('inbox:list.newMessage', { count: 1 }), { exact: true }),
  ).toBeVisible()
  await open(demo, 'Ida')
  await moveTo(demo, 'closed')
  await expect(saved(demo, 'closed')).toBeVisible()
  for (const page of [demo, bo]) {
    await toList(page)
    await expect(page.getByText(say('inbox:list.groups.finished', { n: 1 }))).toBeVisible()
    await expect(page.getByText(say('inbox:list.groups.waiting', { n: 1 }))).toBeHidden()
  }
})

test('a day that was confirmed is corrected for both, and closing somebody with a time asks', async ({
  browser,
}) => {
  const dates = [{ startsAt: inDays(2), minutes: 45 }]
  // A name as long as a name may be, without a space, and words like it.
  await sendRequest(server, { ...named('W'.repeat(100)), message: 'æ'.repeat(400) })
  const slot = await publishTime(server, { kind: 'adult-talk', dates, place: 'house', seats: 1 })
  await sendRequest(server, named('Eva'), [slot])
  const [demo, bo] = await both(browser)
  await demo.setViewportSize({ width: 360, height: 740 })
  await expectNoSideways(demo)
  await open(demo, 'W'.repeat(100))
  await expectNoSideways(demo)
  // Back in the list, Demo's page asks what has changed. The answer waits, so that the page stays older than Bo's.
  let letGo: () => void = () => undefined
  const answered = new Promise<void>(done => {
    letGo = done
  })
  await demo.route(`**${staffCalls.changes.path}`, async route => {
    await answered
    await route.continue()
  })
  await demo.goBack()
  await open(bo, 'Eva')
  await bo
    .getByRole('button', { name: /^Bekræft / })
    .first()
    .click()
  await expect(bo.getByText(say('inbox:confirm.sent'))).toBeVisible()

  // Demo's page is older: it shows what Bo has promised before it confirms anything, and then corrects it.
  await open(demo, 'Eva')
  await demo
    .getByRole('button', { name: /^Bekræft / })
    .first()
    .click()
  await expect(demo.getByText(say('inbox:reply.newer'))).toBeVisible()
  letGo()
  const day = inDays(20).slice(0, 10)
  const shown = dayInYear(day, 'da')
  await demo.getByText(say('inbox:confirm.correct'), { exact: true }).click()
  await demo.locator('input[name=confirms]').fill(day)
  await look(demo, 'two-colleagues-correct')
  await demo.getByRole('button', { name: say('inbox:confirm.button', { day: shown }) }).click()
  await expect(demo.getByText(say('inbox:confirm.already', { day: shown }))).toBeVisible()
  await toList(bo)
  await expect(card(bo, 'Eva').getByText(say('inbox:thread.confirms', { day: shown }))).toBeVisible()

  await open(bo, 'Eva')
  await moveTo(bo, 'closed')
  const question = bo.getByText('Tiden bliver stående.')
  await expect(question).toBeFocused()
  await look(bo, 'two-colleagues-close')
  await bo.getByRole('button', { name: say('inbox:detail.closeNot') }).click()
  await expect(question).toBeHidden()
  await toList(demo)
  await expect(card(demo, 'Eva')).toBeVisible()
  await bo.getByRole('button', { name: say('inbox:detail.stateSave'), exact: true }).click()
  await bo.getByRole('button', { name: say('inbox:detail.closeAnyway') }).click()
  await expect(saved(bo, 'closed')).toBeVisible()

  // Taken back at once, she stands where she stood, for both.
  await bo.getByRole('button', { name: say('inbox:close.undo'), exact: true }).click()
  await expect(bo.getByText(say('inbox:close.back', { state: say('inbox:state.opened') }))).toBeVisible()
  await look(bo, 'two-colleagues-undone')
  await demo.getByRole('button', { name: say('inbox:list.refresh') }).click()
  await open(demo, 'Eva')
  await expect(demo.locator('.note-list')).toContainText(
    say('inbox:close.undone', { state: say('inbox:state.closed') }),
  )
})

test('with the keyboard alone: from the list to a request, a template, the answer, back, and to the figures', async ({
  browser,
}) => {
  for (const name of ['Kaj', 'Kim']) await sendRequest(server, named(name))
  const page = await signInToInbox(browser, server)
  const { keyboard } = page
  /** Presses Tab until the focus is there: a member without a mouse gets there as well, and not in too many steps. */
  const tabTo = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    for (let steps = 0; steps < 60; steps++) {
      await keyboard.press(key)
      if (await target.evaluate(one => one === document.activeElement)) return
    }
    throw new Error('the focus did not get there')
  }
  const kim = card(page, 'Kim').getByRole('button')
  await expect(kim).toBeVisible()
  // Each that opens finds its place in the list.
  await expect(page.locator('[data-opening]')).toHaveCount(0)
  await tabTo(page.locator('[data-opens]').first())
  const at = async (): Promise<number> =>
    page.locator('[data-opens]').evaluateAll(all => all.findIndex(one => one === document.activeElement))
  const place = await kim.evaluate(one => [...document.querySelectorAll('[data-opens]')].indexOf(one))
  while ((await at()) < place) await keyboard.press('ArrowDown')
  await expect(kim).toBeFocused()
  await expectAccessible(page)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Kim' })).toBeFocused()
  await tabTo(page.locator('summary', { hasText: say('inbox:templates.choose') }))
  await keyboard.press('Enter')
  await tabTo(page.getByRole('button', { name: say('inbox:templates.names.elsewhere') }))
  await keyboard.press('Enter')
  const reply = page.getByLabel(say('inbox:reply.label'), { exact: true })
  await expect(reply).toBeFocused()
  await expect(reply).toHaveValue(say('inbox:templates.texts.elsewhere'))
  await expectAccessible(page)
  await tabTo(page.getByRole('button', { name: say('inbox:reply.button'), exact: true }))
  await keyboard.press('Enter')
  await expect(page.getByText(say('inbox:reply.sent'))).toBeVisible()
  await expect(page.locator('.thread')).toContainText(say('inbox:templates.texts.elsewhere'))
  await tabTo(page.getByRole('button', { name: say('inbox:detail.back'), exact: true }).first(), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(kim).toBeFocused()
  await tabTo(page.getByRole('button', { name: say('inbox:tabs.figures'), exact: true }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: say('inbox:figures.title') })).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page)
})

test('ten requests and more are in sight at 1280 by 800, in four groups and in both languages', async ({
  browser,
}) => {
  for (const name of ['Agnete', 'Bodil'])
    await sendRequest(server, { ...named(name), message: 'Jeg orker ikke mere. Jeg kan ikke sove.' })
  for (const name of ['Dan', 'Erik', 'Frida', 'Gro', 'Hjalmar']) await sendRequest(server, named(name))
  // One after the other: by now each needs a proof, and what one buys makes the next one's dearer while it is solved.
  const sent: Sent[] = []
  for (const name of ['Vigdis', 'Xenia', 'Yrsa']) sent.push(await sendRequest(server, named(name)))
  for (const one of sent) await answerRequest(server, one, { text: 'Vi ringer i morgen.' })
  for (const one of sent.slice(1)) await writeMore(server, one, 'Kan det blive om eftermiddagen?')
  for (const lang of ['da', 'en'] as const) {
    const words = await wordsIn(lang)
    const page = await signInToInbox(browser, server, lang)
    for (const name of ['Agnete', 'Hjalmar', 'Vigdis', 'Yrsa']) await expect(card(page, name)).toBeVisible()
    await expect(page.locator('[data-opening]')).toHaveCount(0)
    await look(page, `two-colleagues-list-${lang}`)
    const groups = await page.locator('main h2').allTextContents()
    for (const name of ['crisis', 'new', 'waiting', 'answered'] as const)
      expect(groups.join()).toContain(words(`inbox:list.groups.${name}`, { n: '' }).split('(')[0])
    const inSight = (): Promise<number> =>
      page.locator('.request-card').evaluateAll(
        all =>
          all.filter(one => {
            const { top, bottom } = one.getBoundingClientRect()
            return top >= 0 && bottom <= innerHeight
          }).length,
      )
    await expect.poll(inSight).toBeGreaterThanOrEqual(10)
    // One of them on one screen: what is said, and the whole way to an answer, with a crisis above it or not.
    for (const name of ['Hjalmar', 'Agnete']) {
      await open(page, name)
      for (const shown of [
        page.locator('.summary').getByText(name, { exact: true }),
        page.locator('.summary a[href^="tel:"]'),
        page.locator('.thread-text').first(),
        page.locator('textarea[name=reply]'),
        page.getByRole('button', { name: words('inbox:reply.button'), exact: true }),
      ])
        await expect(shown).toBeInViewport({ ratio: 1 })
      await look(page, `two-colleagues-request-${name}-${lang}`)
      await page
        .getByRole('button', { name: words('inbox:detail.back'), exact: true })
        .first()
        .click()
    }
    await page.context().close()
  }
})
