import type { Route } from '@playwright/test'
import { openFlow } from '../people.ts'
import { tick, wordsIn } from '../replies-people.ts'
import { addressOf, answer, asked, next, openFolds, receipt, review, type Walk } from './walk.ts'

const young: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await page.goto(addressOf(server, lang, 'youth'))
  await page.locator('main a[data-audience="youth-talk"]').first().click()
  await asked(page, 'slotIds')
  await snap(page, 'young-1-times')
  await tick(page, 0)
  await tick(page, 1)
  await snap(page, 'young-1-times-chosen')
  await next(page)
  await review(page)
  await snap(page, 'young-2-review')
  await openFolds(page)
  await snap(page, 'young-2-review-unfolded')
  await next(page)
  await receipt(page, say, 'booked')
  await snap(page, 'young-3-receipt')
}

const youngInTrouble: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const again = page.getByRole('button', { name: say('request:times.again') })
  const write = page.getByRole('button', { name: say('request:times.write') })
  await page.route('**/api/slots*', (route: Route) => route.abort())
  await page.goto(addressOf(server, lang, 'youth'))
  await page.locator('main a[data-audience="youth-talk"]').first().click()
  await again.waitFor()
  await snap(page, 'young-1-times-unreachable')
  await page.unroute('**/api/slots*')
  await page.route('**/api/slots*', (route: Route) => route.fulfill({ json: { slots: [] } }))
  await again.click()
  await page.getByText(say('request:times.none')).waitFor()
  await snap(page, 'young-1-times-none')
  await write.click()
  await review(page)
  await snap(page, 'young-2-review-no-time')
  await next(page)
  await receipt(page, say, 'sent')
  await snap(page, 'young-3-receipt-no-time')
  await page.unroute('**/api/slots*')
}

const youngTreatment: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(page, ['audience', 'youth'])
  await asked(page, 'wish')
  await snap(page, 'young-treatment-1-wish')
  await answer(page, ['wish', 'treatment'], ['substance', 'drugs'])
  await asked(page, 'identity')
  await snap(page, 'young-treatment-2-identity')
  await answer(page, ['identity', 'named'])
  await asked(page, 'name')
  await page.locator('[name=name]').fill('Sofie Eksempel')
  await page.locator('[name=phone]').fill('12 34 56 78')
  await answer(page, ['ifSomeoneElseAnswers', 'hang-up'])
  await review(page)
  await snap(page, 'young-treatment-3-review')
  await next(page)
  await receipt(page, say, 'sent')
  await snap(page, 'young-treatment-4-receipt')
}

export const youngWalks = { young, youngInTrouble, youngTreatment }
