import type { Page, Route } from '@playwright/test'
import { nameOfDay } from '../../../src/core/calendar/times.ts'
import type { Lang } from '../people.ts'
import { replyAsStaff, wordsIn, type Say } from '../replies-people.ts'
import type { TestServer } from '../server.ts'
import { answerRequest, forge, sendRequest, sendUnreadable, withdraw, writeMore } from './seed.ts'
import { inError, openFolds, type Walk } from './walk.ts'

const REQUESTS = '**/api/staff/requests/changes'

const signIn: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const refresh = page.getByRole('button', { name: say('inbox:list.refresh'), exact: true })
  await openInbox(page, server, lang)
  await snap(page, 'inbox-1-sign-in')
  await enter(page, say)
  await inError(page)
  await snap(page, 'inbox-1-sign-in-error')
  await page.route(REQUESTS, (route: Route) =>
    route.fulfill({ json: { requests: [], gone: [], left: 0, done: { finished: 0, junk: 0 } } }),
  )
  await page.locator('input[type=file]').setInputFiles(server.keyFile)
  await enter(page, say)
  await page.getByText(say('inbox:list.empty')).waitFor()
  await snap(page, 'inbox-2-list-empty')
  await page.unroute(REQUESTS)
  await page.context().clearCookies()
  await refresh.click()
  await page.getByText(say('inbox:problems.signedOut')).waitFor()
  await snap(page, 'inbox-1-signed-out')
}

/** From the list to a request in crisis, to one that is answered, and to two of the same person. */
const requests: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  const names = await writeAsThree(server, lang)
  await openInbox(page, server, lang)
  await page.locator('input[type=file]').setInputFiles(server.keyFile)
  await enter(page, say)
  await open(page, names.crisis)
  await snap(page, 'inbox-3-request-in-crisis')
  await button('inbox:detail.back').click()
  await open(page, names.doubtful)
  await snap(page, 'inbox-3-request-not-genuine')

  await button('inbox:detail.back').click()
  await open(page, names.treatment)
  // The last fold of the page, whose parts are drawn in turn.
  await page.locator('summary', { hasText: say('inbox:confirm.other') }).waitFor()
  await openFolds(page)
  await snap(page, 'inbox-3-request')
  await setState(page, say, 'answered')
  await replyAsStaff(page, say, lang === 'da' ? 'Hej. Vi ringer i morgen.' : 'Hello. We will ring tomorrow.')
  await page.getByRole('button', { name: say('inbox:confirm.button', { day: '' }).trim() }).click()
  await page.getByText(say('inbox:confirm.sent')).waitFor()
  await page.locator('[name=older]').first().press(' ')
  await snap(page, 'inbox-3-request-answered')
  await button('inbox:link.button').click()
  await page.getByRole('heading', { name: say('inbox:link.title'), exact: true }).waitFor()
  await snap(page, 'inbox-3-request-linked')
  await setState(page, say, 'closed')
  await page.getByText(say('inbox:detail.stateSaved', { state: say('inbox:state.closed') })).waitFor()
  // The page has fetched it as it stands now.
  await page.locator('.tags', { hasText: say('inbox:state.closed') }).waitFor()
  await snap(page, 'inbox-3-request-moved-on')
  await button('inbox:detail.back').first().click()
  await page.getByRole('heading', { level: 1, name: say('inbox:list.title'), exact: true }).waitFor()
  await page.locator('main details').first().waitFor()
  await openFolds(page)
  await snap(page, 'inbox-2-list')
  await open(page, names.doubtful)
  await setState(page, say, 'handed-over')
  await button('inbox:detail.back').first().click()
  await button('inbox:close.undo').waitFor()
  await snap(page, 'inbox-2-list-can-undo')
}

/** Members are not told by mail at present. */
const mail: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openInbox(page, server, lang)
  await page.route('**/api/staff/notices', (route: Route) =>
    route.fulfill({ json: { failingSince: '2026-11-20' } }),
  )
  await page.locator('input[type=file]').setInputFiles(server.keyFile)
  await enter(page, say)
  const day = nameOfDay('2026-11-20', lang)
  await page.getByText(say('inbox:problems.mailAway', { day })).waitFor()
  await snap(page, 'inbox-2-list-mail-away')
}

/** People to be found again in the list by their names. */
async function writeAsThree(
  server: TestServer,
  lang: Lang,
): Promise<Record<'crisis' | 'treatment' | 'doubtful', string>> {
  const [crisis, treatment, doubtful] =
    lang === 'da'
      ? ['Per Eksempel', 'Ida Eksempel', 'Gul Lampe']
      : ['Peter Example', 'Carol Example', 'Yellow Lamp']
  // Both are done with on the same day, and lie beside each other then.
  const [upper, lower] = [crypto.randomUUID(), crypto.randomUUID()].sort()
  const adult = { audience: 'adult', language: lang } as const
  const named = { identity: 'named', phone: '12 34 56 78' } as const
  await sendRequest(server, {
    ...adult,
    ...named,
    name: crisis,
    wish: 'advice',
    substance: 'unsure',
    callTimes: ['afternoon', 'evening'],
    ifSomeoneElseAnswers: 'say-municipality',
    message: lang === 'da' ? 'Jeg orker ikke mere.' : 'I want to kill myself.',
  })
  const waits = await sendRequest(
    server,
    {
      ...adult,
      ...named,
      name: treatment,
      wish: 'treatment',
      substance: 'alcohol',
      callTimes: ['morning'],
      ifSomeoneElseAnswers: 'hang-up',
      message:
        lang === 'da'
          ? 'Jeg vil gerne i gang.\nHvornår kan jeg komme?'
          : 'I want to start.\nWhen can I come?',
    },
    [],
    lower,
  )
  await writeMore(server, waits, lang === 'da' ? 'Er der nogen?' : 'Is anybody there?')
  const forged = await sendRequest(
    server,
    {
      ...adult,
      alias: doubtful,
      identity: 'anonymous',
      wish: 'advice',
      substance: 'drugs',
    },
    [],
    upper,
  )
  await answerRequest(server, forged, { text: 'Hej' }, { seq: 2, prev: null, seen: 0 })
  await forge(server, forged, 'citizen')
  return { crisis, treatment, doubtful }
}

export async function openInbox(page: Page, server: TestServer, lang: Lang): Promise<void> {
  // As a browser in which that language was chosen before.
  if (lang === 'en')
    await page.addInitScript(() => {
      localStorage.setItem('inbox-language', 'en')
    })
  await page.goto(`${server.url}/inbox`)
}

export async function enter(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('inbox:signIn.button'), exact: true }).click()
}

async function open(page: Page, who: string): Promise<void> {
  await page.locator('.request-card', { hasText: who }).first().getByRole('button').click()
  await page.getByRole('heading', { level: 1, name: who }).waitFor()
  // Its parts are drawn one after the other; the form of its state is in the last.
  await page.locator('[name=state]').first().waitFor({ state: 'attached' })
}

async function setState(page: Page, say: Say, state: string): Promise<void> {
  const saved = page.waitForResponse(
    answer => answer.url().endsWith('/state') && answer.request().postData()?.includes(state) === true,
  )
  await page.locator(`[name=state][value=${state}]`).press(' ')
  if (state === 'closed') await page.locator('[name=reason][value=helped]').press(' ')
  await page.getByRole('button', { name: say('inbox:detail.stateSave'), exact: true }).click()
  await saved
}

/** What goes on while a request is open: the person writes more, the server is away, everything is taken back. */
const meanwhile: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const send = page.getByRole('button', { name: say('inbox:reply.button'), exact: true })
  const [name, language] = lang === 'da' ? ['Omar Eksempel', 'arabisk'] : ['Omar Example', 'Arabic']
  const message = (lang === 'da' ? longDanish : longEnglish).repeat(8).trim()
  const sent = await sendRequest(server, {
    audience: 'adult',
    identity: 'named',
    phone: '+45 12 34 56 78',
    callTimes: ['evening'],
    wish: 'unsure',
    substance: 'both',
    name,
    language,
    message,
  })
  await sendUnreadable(server)
  await openInbox(page, server, lang)
  await page.locator('input[type=file]').setInputFiles(server.keyFile)
  await enter(page, say)
  await page.locator('.request-card', { hasText: name }).waitFor()
  await openFolds(page)
  await snap(page, 'inbox-2-list-groups')
  await open(page, name)
  await snap(page, 'inbox-3-request-long')
  await page.route('**/replies', (route: Route) => route.abort())
  await page.getByLabel(say('inbox:reply.label'), { exact: true }).fill('Hej Omar.')
  await send.click()
  await page.getByText(say('inbox:reply.perhaps')).waitFor()
  await snap(page, 'inbox-3-reply-failed')
  await page.unroute('**/replies')
  await page.getByLabel(say('inbox:reply.label'), { exact: true }).fill('Hej Omar. Vi ringer.')
  await writeMore(server, sent, lang === 'da' ? 'Ring ikke alligevel.' : 'Please do not call after all.')
  await send.click()
  await page.getByText(say('inbox:reply.newer')).waitFor()
  await page.locator('.notice .thread-text').waitFor()
  await snap(page, 'inbox-3-reply-newer')
  await withdraw(server, sent)
  await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))')
  await page.getByText(say('inbox:list.gone')).waitFor()
  await snap(page, 'inbox-2-list-gone')
}

const longDanish =
  'Jeg har tænkt på det længe, og nu er det svært at sove.\nJeg ved ikke, hvor jeg skal begynde. '
const longEnglish =
  'I have been thinking about it for a long time.\nI do not know where to begin, or who to ask. '

export const staffWalks = { signIn, requests, mail, meanwhile }
