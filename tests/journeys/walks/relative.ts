import { openFlow } from '../people.ts'
import { choose } from '../phone.ts'
import { wordsIn } from '../replies-people.ts'
import { addressOf, answer, asked, next, openFolds, receipt, review, type Walk } from './walk.ts'

const relative: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(page, ['audience', 'relative'])
  await asked(page, 'concern')
  await snap(page, 'relative-1-concern')
  await answer(page, ['concern', 'child-15-17'])
  await asked(page, 'connection')
  await snap(page, 'relative-2-connection')
  await answer(page, ['connection', 'resident'])
  await choose(page, 'wish', 'relatives-course')
  await asked(page, 'slotIds')
  await snap(page, 'relative-3-wish')
  await next(page)
  await choose(page, 'identity', 'number-only')
  await asked(page, 'phone')
  await snap(page, 'relative-4-who')
  await page.locator('[name=phone]').fill('12345678')
  await next(page)
  await review(page)
  await snap(page, 'relative-5-review')
  await next(page)
  await receipt(page, say, 'sent')
  await snap(page, 'relative-6-receipt')
}

const relativeOutside: Walk = async (page, server, lang, snap) => {
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(
    page,
    ['audience', 'relative'],
    ['concern', 'adult'],
    ['connection', 'neither'],
    ['wish', 'unsure'],
    ['identity', 'anonymous'],
  )
  await review(page)
  await openFolds(page)
  await snap(page, 'relative-outside-review')
}

const parentOfChild: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openFlow(page, addressOf(server, lang, 'contact'))
  await answer(page, ['audience', 'relative'], ['concern', 'child-under-15'], ['connection', 'resident'])
  await asked(page, 'wish')
  await snap(page, 'parent-of-child-1-wish')
  await answer(page, ['wish', 'talk'])
  await choose(page, 'identity', 'named')
  await page.locator('[name=name]').fill('Bo Eksempel')
  await page.locator('[name=phone]').fill('12 34 56 78')
  await next(page)
  await review(page)
  await snap(page, 'parent-of-child-2-review')
  await next(page)
  await receipt(page, say, 'sent')
  await snap(page, 'parent-of-child-3-receipt')
}

export const relativeWalks = { relative, relativeOutside, parentOfChild }
