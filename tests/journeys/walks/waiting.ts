import type { Page, Route } from '@playwright/test'
import { openFlow } from '../people.ts'
import { answerAsAdult, choose, comeToForget, visit } from '../phone.ts'
import { answersPutAway, receiptPutAway } from '../put-away.ts'
import { enterCode, codeShown, saveCode, wordsIn, type Say } from '../replies-people.ts'
import { addressOf, answer, asked, next, receipt, refusal, review, type Walk } from './walk.ts'

const REQUESTS = '**/api/requests'

/** Written without a network: asked for by its code, taken back, and another one forgotten with all the rest. */
const withoutNetwork: Walk = async (page, server, lang, snap) => {
  await visit(page, addressOf(server, lang, 'contact'))
  await page.context().setOffline(true)
  // Not every Chromium tells a page that comes from its worker that there is no network.
  await page.addInitScript("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })")
  // A driven browser forgets now and then that it has no network: nobody is there to answer it either.
  await server.stop()
  try {
    await statesWithoutNetwork(page, server, lang, snap)
  } finally {
    await server.restart()
  }
  await page.context().setOffline(false)
}

const statesWithoutNetwork: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  await sendAsAdult(page, say)
  await button('offline:withdraw.button').waitFor()
  await page.getByText(say('offline:waiting.offline')).waitFor()
  await snap(page, 'waiting-1-receipt')
  const code = await codeShown(page)
  await page
    .getByRole('link', { name: say('request:receipt.codeWhere', { page: say('common:links.replies') }) })
    .click()
  await enterCode(page, say, code)
  await page.getByText(say('offline:codeWaiting')).waitFor()
  await page.getByText(say('offline:waiting.offline')).waitFor()
  await snap(page, 'waiting-2-code')
  await page.goto(addressOf(server, lang, 'home'))
  await button('offline:waiting.now').click()
  // While it tries, the button says so; the words beside it stand there all along.
  await button('offline:waiting.now').waitFor()
  await page.getByText(say('offline:waiting.offline')).waitFor()
  await snap(page, 'waiting-3-notice')
  await button('offline:withdraw.button').click()
  await button('offline:withdraw.no').waitFor()
  await snap(page, 'waiting-4-withdraw')
  await button('offline:withdraw.yes').click()
  await page.getByText(say('offline:withdraw.withdrawn')).waitFor()
  await snap(page, 'waiting-5-withdrawn')

  await openFlow(page, addressOf(server, lang, 'contact'))
  await sendAsAdult(page, say)
  await saveCode(page, say)
  await page.goto(addressOf(server, lang, 'home'))
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(page, ['audience', 'youth'])
  await answersPutAway(page, { audience: 'youth' })
  await page.goto(addressOf(server, lang, 'privacy'))
  await comeToForget(page)
  await page.getByText(say('offline:forget.draft')).waitFor()
  await page.getByText(say('offline:waiting.offline')).waitFor()
  await snap(page, 'forget-1-kept')
  await button('offline:forget.button').click()
  await button('offline:forget.yes').waitFor()
  await snap(page, 'forget-2-sure')
  await button('offline:forget.yes').click()
  await page.getByText(say('offline:forget.done')).waitFor()
  await button('offline:waiting.now').waitFor({ state: 'detached' })
  await snap(page, 'forget-3-done')
}

/** Waits on the phone, is refused in two ways when it is sent at last, and arrives. */
const refusedLater: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  // Of the context, so that the worker's own sending is answered the same way.
  const context = page.context()
  // The next answer stands in before the last one goes: between the two the phone may try by itself, and would arrive.
  const away = (route: Route): Promise<void> => route.abort()
  const unacceptable = refusal('unacceptable', 422)
  const erased = refusal('erased', 410)
  await context.route(REQUESTS, away)
  await openFlow(page, addressOf(server, lang, 'contact'))
  await sendAsAdult(page, say)
  await saveCode(page, say)
  await page.goto(addressOf(server, lang, 'relatives'))
  await button('offline:waiting.now').click()
  await button('offline:waiting.now').waitFor()
  await page.getByText(say('offline:waiting.server')).waitFor()
  await snap(page, 'waiting-6-server-away')
  await context.route(REQUESTS, unacceptable)
  await context.unroute(REQUESTS, away)
  await button('offline:waiting.now').click()
  await page.getByText(say('offline:needs.unacceptable')).waitFor()
  await snap(page, 'waiting-7-needs-you')
  await context.unroute(REQUESTS, unacceptable)
  await button('offline:needs.again').click()
  await button('offline:sent.ok').waitFor()
  await snap(page, 'waiting-8-arrived')
  await button('offline:sent.ok').click()
  await button('offline:sent.ok').waitFor({ state: 'detached' })
  await context.route(REQUESTS, away)
  await openFlow(page, addressOf(server, lang, 'contact'))
  await sendAsAdult(page, say)
  // The next page tells of a code that is not saved, once this one has put it away.
  await receiptPutAway(page, 'waiting')
  await context.route(REQUESTS, erased)
  await context.unroute(REQUESTS, away)
  await page.goto(addressOf(server, lang, 'relatives'))
  await page.getByText(say('offline:needs.erased')).waitFor()
  await button('offline:needs.again').waitFor({ state: 'detached' })
  await snap(page, 'waiting-9-needs-you-erased')
  await context.unroute(REQUESTS, erased)
}

/** Nobody touches the page: a word after 18 minutes, another after 20. */
const untouched: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await page.clock.install()
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(page, ['audience', 'adult'])
  await choose(page, 'wish', 'advice')
  await page.clock.runFor(1_000)
  await answersPutAway(page, { wish: 'advice' })
  await page.clock.fastForward('18:10')
  await page.getByText(say('offline:quiet.warned')).waitFor()
  await snap(page, 'untouched-1-warned')
  await page.clock.fastForward('02:00')
  await page.getByText(say('offline:quiet.gone')).waitFor()
  await snap(page, 'untouched-2-gone')
}

/** A newer release lies on the phone, and is not taken while somebody writes. */
const newRelease: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const take = page.getByRole('button', { name: say('offline:update.button'), exact: true })
  await visit(page, addressOf(server, lang, 'home'))
  // Making a release takes longer than all of this: the worker that serves the page stands for one that waits.
  await page.addInitScript(() => {
    Object.defineProperty(ServiceWorkerRegistration.prototype, 'waiting', {
      get(this: ServiceWorkerRegistration) {
        return this.active
      },
    })
  })
  await page.goto(addressOf(server, lang, 'home'))
  await take.waitFor()
  await snap(page, 'update-1-offered')
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(page, ['audience', 'adult'])
  await asked(page, 'wish')
  await take.click()
  await page.getByText(say('offline:update.here')).waitFor()
  await snap(page, 'update-2-held')
}

async function sendAsAdult(page: Page, say: Say): Promise<void> {
  await answerAsAdult(page, 'drugs')
  await review(page)
  await next(page)
  await receipt(page, say, 'waiting')
}

export const waitingWalks = { withoutNetwork, refusedLater, untouched, newRelease }
