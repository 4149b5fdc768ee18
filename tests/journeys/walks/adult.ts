import { expect, type Route } from '@playwright/test'
import { openFlow } from '../people.ts'
import { answerAsAdult } from '../phone.ts'
import { inDays, publish, tick, wordsIn } from '../replies-people.ts'
import {
  addressOf,
  answer,
  asked,
  inError,
  next,
  openFolds,
  receipt,
  refusal,
  review,
  type Walk,
} from './walk.ts'

const adultByName: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openFlow(page, addressOf(server, lang, 'contact'))
  await snap(page, 'request-who')
  await next(page)
  await inError(page)
  await snap(page, 'request-who-error')
  await answer(page, ['audience', 'adult'])
  await asked(page, 'wish')
  await snap(page, 'adult-1-wish')
  await answer(page, ['wish', 'treatment'])
  await asked(page, 'substance')
  await snap(page, 'adult-2-substance')
  await answer(page, ['substance', 'both'])
  await asked(page, 'identity')
  await snap(page, 'adult-3-identity')
  await answer(page, ['identity', 'named'])
  await asked(page, 'name')
  await snap(page, 'adult-4-reach')
  await next(page)
  await inError(page)
  await snap(page, 'adult-4-reach-error')
  await page.locator('[name=name]').fill('Karen Eksempel')
  await page.locator('[name=phone]').fill('12 34 56 78')
  await next(page)
  await review(page)
  await snap(page, 'adult-5-review')
  await page.getByText(say('request:review.interpreterFold'), { exact: true }).click()
  await page.locator('[name=interpreter]').fill('Polski')
  await openFolds(page)
  await snap(page, 'adult-5-review-unfolded')
  const message = page.locator('[name=message]')
  await message.fill(lang === 'da' ? 'Jeg vil ikke leve længere. 010203-1234' : 'I want to die. 010203-1234')
  await next(page)
  await inError(page)
  await page.locator('.notice[data-tone=urgent] + .error-summary').waitFor()
  await expect(page.locator('.notice[data-tone=urgent]')).toHaveCount(1)
  await snap(page, 'adult-5-review-crisis-and-cpr')
  await message.fill('')
  await page.route('**/api/requests', refusal('unacceptable', 422))
  await next(page)
  await page.getByText(say('request:sendErrors.unacceptable')).waitFor()
  await snap(page, 'adult-5-review-refused')
  await page.unroute('**/api/requests')
  await page.route('**/api/recipients', keysOfAnotherHouse)
  await next(page)
  await page.getByText(say('request:sendErrors.keys-changed')).waitFor()
  await snap(page, 'adult-5-review-too-old')
  await page.unroute('**/api/recipients')
  await page.getByRole('button', { name: say('request:sendErrors.fetch') }).click()
  await page.locator('.notice', { hasText: say('request:sendErrors.title') }).waitFor({ state: 'detached' })
  await review(page)
  await next(page)
  await receipt(page, say, 'sent')
  await snap(page, 'adult-6-receipt')
}

const keysOfAnotherHouse = (route: Route): Promise<void> =>
  route.fulfill({ json: { recipients: ['age1pq1another', 'age1pq1house'], fingerprint: '0'.repeat(64) } })

const adultWithout: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await publish(
    server,
    [6, 9].map(day => ({
      kind: 'adult-talk',
      dates: [{ startsAt: inDays(day), minutes: 45 }],
      place: 'house',
      seats: 1,
    })),
  )
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answerAsAdult(page, 'drugs', 'wanted')
  await tick(page)
  await snap(page, 'adult-without-name-1-times')
  await next(page)
  await review(page)
  await page.locator('[data-key=alias]').waitFor()
  await openFolds(page)
  await snap(page, 'adult-without-name-2-review-with-time')
  await next(page)
  await receipt(page, say, 'booked')
  await snap(page, 'adult-without-name-3-receipt-with-time')
}

const adultByNumber: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(
    page,
    ['audience', 'adult'],
    ['wish', 'advice'],
    ['substance', 'alcohol'],
    ['identity', 'number-only'],
  )
  await asked(page, 'phone')
  await snap(page, 'adult-by-number-1-reach')
  await page.locator('[name=phone]').fill('12 34 56 78')
  await answer(page, ['callTimes', 'evening'])
  await review(page)
  await snap(page, 'adult-by-number-2-review')
  await next(page)
  await receipt(page, say, 'sent')
  await snap(page, 'adult-by-number-3-receipt')
}

export const adultWalks = { adultByName, adultWithout, adultByNumber }
