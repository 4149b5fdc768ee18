import { closedOn } from '../../../src/core/calendar/closed-days.ts'
import { daysAfter, weekdayOf, type Day } from '../../../src/core/calendar/days.ts'
import type { ContactRequest } from '../../../src/core/request/index.ts'
import type { Lang } from '../people.ts'
import { inDays, wordsIn } from '../replies-people.ts'
import { publishTime, sendRequest, sendUnreadable } from './seed.ts'
import { enter, openInbox } from './staff.ts'
import { inError, openFolds, type Walk } from './walk.ts'

const relatives = {
  da: ['Eva Eksempel', 'Bo Eksempel'],
  en: ['Emma Example', 'Ben Example'],
} as const

const asRelative = (name: string, language: Lang): ContactRequest => ({
  audience: 'relative',
  concern: 'adult',
  connection: 'resident',
  wish: 'relatives-course',
  identity: 'named',
  name,
  phone: '12 34 56 78',
  language,
})

/** From this day on, the first of three Mondays on which offices are open: the page asks the same all year. */
function threeMondays(from: Day): Day {
  const isOpen = (week: number): boolean => closedOn(daysAfter(from, 7 * week)) === null
  return weekdayOf(from) === 0 && [0, 1, 2].every(isOpen) ? from : threeMondays(daysAfter(from, 1))
}

/** What is booked tomorrow stands in the first week that is shown. */
const times: Walk = async (page, server, lang, snap) => {
  const say = await wordsIn(lang)
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  // One after the other: of times that begin together chance says which stands first.
  const later = (hours: number, days = 1): string => inDays(days).replace('T11:', `T${String(11 + hours)}:`)
  const talk = { place: 'house' as const, seats: 1 }
  const slot = await publishTime(server, {
    ...talk,
    dates: [{ startsAt: later(0), minutes: 45 }],
    kind: 'youth-talk',
    room: 'Lokale 4',
    counsellor: 'Ida',
  })
  const alias = lang === 'da' ? 'Rød Paraply' : 'Red Umbrella'
  const youth = { audience: 'youth', wish: 'anonymous-talk', identity: 'anonymous', language: lang } as const
  await sendRequest(server, { ...youth, alias }, [slot])
  const dates = [{ startsAt: later(1), minutes: 45 }]
  await sendUnreadable(server, await publishTime(server, { ...talk, dates, kind: 'adult-talk' }))
  const course = await publishTime(server, {
    kind: 'relatives-course',
    dates: [1, 8].map(days => ({ startsAt: later(-1, days), minutes: 120 })),
    place: 'house',
    seats: 8,
  })
  // One after the other: what the first books makes the next one's proof dearer while it is solved.
  for (const name of relatives[lang]) await sendRequest(server, asRelative(name, lang), [course])

  await openInbox(page, server, lang)
  await page.locator('input[type=file]').setInputFiles(server.keyFile)
  await enter(page, say)
  await button('inbox:tabs.slots').click()
  const row = page.locator('.slot-row', { hasText: alias })
  await row.waitFor()
  await snap(page, 'inbox-4-times')
  const days = page.locator('.slot-row', { hasText: relatives[lang][0] }).first()
  await days.getByRole('button', { name: say('inbox:cancel.open') }).click()
  await button('inbox:cancel.button').waitFor()
  await snap(page, 'inbox-4-times-cancel-course')
  await button('inbox:cancel.no').click()
  await page.locator('.notice [data-asks]').click()
  await page.locator('[data-question]').waitFor()
  await snap(page, 'inbox-4-times-unreadable-asked')
  await page.locator('[data-question] ~ .actions button').last().click()
  const shut = page.locator('.slot-row', { hasText: say('inbox:slots.shut') })
  // The other language may have left one of its own.
  await shut
    .getByRole('button', { name: say('inbox:cancel.open') })
    .first()
    .click()
  await button('inbox:cancel.buttonSilent').waitFor()
  await snap(page, 'inbox-4-times-cancel-unreadable')
  await button('inbox:cancel.no').click()
  await row.getByRole('button', { name: say('inbox:cancel.open') }).click()
  await button('inbox:cancel.button').waitFor()
  await snap(page, 'inbox-4-times-cancel')
  await button('inbox:cancel.no').click()
  await button('inbox:marking.begin').click()
  await button('inbox:cancelSeveral.all').click()
  await snap(page, 'inbox-4-times-marked')
  // The other language may have left bookings of its own: however many there are.
  const several = say('inbox:cancelSeveral.open', { count: 4 }).replace('4', String.raw`\d+`)
  await page.getByRole('button', { name: new RegExp(`^${several}$`) }).click()
  await button('inbox:cancel.button').waitFor()
  await snap(page, 'inbox-4-times-cancel-several')
  await button('inbox:cancel.no').click()
  await button('inbox:marking.end').click()
  await button('inbox:slots.view.day').click()
  await row.waitFor()
  await snap(page, 'inbox-4-times-day')
  await button('inbox:slots.before.day').click()
  await page.getByText(say('inbox:slots.noneIn.day')).waitFor()
  await openFolds(page)
  await snap(page, 'inbox-4-times-none-unfolded')

  await button('inbox:slots.button').click()
  await inError(page)
  await snap(page, 'inbox-5-publish-error')
  await page.locator('[name=kind][value=adult-talk]').press(' ')
  await page.locator('[name=date]').fill(threeMondays(inDays(20).slice(0, 10)))
  await page.locator('[name=time]').fill('07:30')
  await page.locator('[name=inARow]').fill('2')
  await page.locator('[name=weeks]').fill('3')
  await page.getByText(say('inbox:slots.preview', { count: 6 })).waitFor()
  await snap(page, 'inbox-5-publish-weekly')
  await button('inbox:slots.button').click()
  await page
    .getByRole('button', { name: say('inbox:slots.publishAnyway', { count: 6 }), exact: true })
    .waitFor()
  await snap(page, 'inbox-5-publish-asked')
  await button('inbox:slots.doubts.no').click()
  // The focus goes back to the button by itself; a key that comes before it has would press that button.
  await page.locator('[data-asks]:focus').waitFor()
  await page.locator('[name=kind][value=relatives-course]').press(' ')
  await button('inbox:slots.addDate').click()
  await page.locator('[name=more-0-date]').waitFor()
  await snap(page, 'inbox-5-publish-course')
}

export const staffTimesWalks = { times }
