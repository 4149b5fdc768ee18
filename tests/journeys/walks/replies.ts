import type { Route } from '@playwright/test'
import { openFlow } from '../people.ts'
import { enterCode, inDays, openReplies, publish, tick, wordsIn, writeMore } from '../replies-people.ts'
import { answerRequest, forge, publishTime, sendRequest } from './seed.ts'
import { addressOf, asked, inError, next, openFolds, type Walk } from './walk.ts'

const MAILBOX = '**/api/mailbox'

const code: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  await openFlow(page, addressOf(server, lang, 'replies'))
  await snap(page, 'replies-1-code')
  await enterCode(page, say, 'ABCD')
  await inError(page)
  await snap(page, 'replies-1-code-error')
  await enterCode(page, say, '0000-0000-0000-0000-0000')
  await page.locator('.error-summary').getByText(say('replies:code.unknown')).waitFor()
  await snap(page, 'replies-1-code-unknown')
  await page.route(MAILBOX, (route: Route) => route.abort())
  await enterCode(page, say, '0000-0000-0000-0000-0000')
  await page.getByText(say('replies:code.unreachable')).waitFor()
  await openFolds(page)
  await snap(page, 'replies-1-code-unreachable-unfolded')
  await page.unroute(MAILBOX)
}

/** An adult without a name has been answered, writes back, gives a name, and withdraws. */
const answered: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  const sent = await sendRequest(server, {
    audience: 'adult',
    wish: 'treatment',
    substance: 'both',
    identity: 'anonymous',
    language: lang,
  })
  await openReplies(page, server, lang, sent.code)
  await snap(page, 'replies-2-no-answer-yet')
  await answerRequest(server, sent, {
    text:
      lang === 'da'
        ? 'Hej. Tak, fordi du skrev.\nDu er velkommen til en snak først. Du behøver ikke sige dit navn.'
        : 'Hello. Thank you for writing.\nYou are welcome to talk first. You need not say your name.',
    confirms: inDays(14).slice(0, 10),
  })
  await button('replies:thread.again').click()
  await page.getByText(say('replies:thread.checked')).waitFor()
  await snap(page, 'replies-3-answered')

  const message = page.locator('[name=message]')
  await message.fill(lang === 'da' ? 'Jeg orker ikke mere.' : 'I want to kill myself.')
  await page.getByText(say('request:crisis.title')).waitFor()
  await snap(page, 'replies-3-writes-in-crisis')
  await writeMore(page, say, lang === 'da' ? 'Tak. Jeg kommer.' : 'Thank you. I will come.')
  await page.getByText(say('replies:write.sent').split('{{')[0]!.trim()).waitFor()
  await snap(page, 'replies-3-written')

  await button('replies:times.book').click()
  await asked(page, 'kind')
  await snap(page, 'replies-4-which')
  await page.getByRole('button', { name: say('common:back'), exact: true }).click()
  await button('replies:thread.giveName').click()
  await asked(page, 'name')
  await snap(page, 'replies-5-name')
  await next(page)
  await inError(page)
  await snap(page, 'replies-5-name-error')
  await page.locator('[name=name]').fill('Kim Eksempel')
  await page.locator('[name=phone]').fill('12 34 56 78')
  await next(page)
  await page.getByText(say('replies:thread.gaveName', { name: 'Kim Eksempel' })).waitFor()
  await snap(page, 'replies-5-name-given')
  await button('replies:thread.withdraw').click()
  await button('replies:withdraw.button').waitFor()
  await snap(page, 'replies-6-withdraw')
  await button('replies:withdraw.button').click()
  await page.getByRole('heading', { level: 1, name: say('replies:gone.title') }).waitFor()
  await snap(page, 'replies-7-gone')
}

/** A young person has one of the two talks, moves it, gives it back in thought, and books the other. */
const bothTalks: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  const talk = { kind: 'youth-talk', place: 'house', seats: 1 } as const
  await publish(
    server,
    [8, 10].map(day => ({ ...talk, dates: [{ startsAt: inDays(day), minutes: 45 }] })),
  )
  const slot = await publishTime(server, { ...talk, dates: [{ startsAt: inDays(9), minutes: 45 }] })
  const sent = await sendRequest(
    server,
    {
      audience: 'youth',
      wish: 'anonymous-talk',
      identity: 'anonymous',
      alias: lang === 'da' ? 'Grøn Cykel' : 'Green Bicycle',
      language: lang,
    },
    [slot],
  )
  await openReplies(page, server, lang, sent.code)
  await snap(page, 'replies-8-one-talk')
  await page.getByText(say('replies:talk.title')).click()
  await button('replies:times.giveBack').click()
  await button('replies:times.yes').waitFor()
  await snap(page, 'replies-8-give-back-and-how')
  await button('replies:times.no').click()
  await button('replies:times.move').click()
  await asked(page, 'slotIds')
  await snap(page, 'replies-8-move')
  await next(page)
  await inError(page)
  await snap(page, 'replies-8-move-error')
  await page.getByRole('button', { name: say('common:back'), exact: true }).click()
  await button('replies:times.bookSecond').click()
  await asked(page, 'slotIds')
  await tick(page)
  await snap(page, 'replies-8-second')
  await next(page)
  await page.getByRole('heading', { name: say('replies:times.usedUpTitle') }).waitFor()
  await snap(page, 'replies-8-used-up')
}

/** Words of nobody, a word that is missing, and a time called off. */
const doubtful: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const sent = await sendRequest(server, {
    audience: 'relative',
    concern: 'adult',
    connection: 'resident',
    wish: 'relatives-course',
    identity: 'anonymous',
    language: lang,
  })
  await answerRequest(server, sent, { text: say('inbox:cancel.message'), cancels: [crypto.randomUUID()] })
  await answerRequest(server, sent, { text: say('inbox:cancel.message') }, { seq: 3, prev: null, seen: 0 })
  await forge(server, sent, 'staff')
  await openReplies(page, server, lang, sent.code)
  await page.getByText(say('replies:thread.forged')).waitFor()
  await snap(page, 'replies-9-called-off-missing-and-not-genuine')
}

export const repliesWalks = { code, answered, bothTalks, doubtful }
