import type { Locator, Page } from '@playwright/test'
import { walkedIn } from './languages.ts'
import { expect, test } from './test.ts'
import { dayOf, daysAfter, daysBetween } from '../../src/core/calendar/days.ts'
import { fromDayToDay, mondayOf, weekOf } from '../../src/core/calendar/weeks.ts'
import { slotsAnswer } from '../../src/core/contract/index.ts'
import { signInToInbox, takeTime, type Lang } from './people.ts'
import { bookAsYouth, inDays, look, openReplies, wordsIn, type Say } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { publishTime } from './walks/seed.ts'

// No test here is about what is kept for use without a network.
test.use({ serviceWorkers: 'block' })

const server = serverForAll()
test.beforeAll(async () => {
  // Each language books three talks, and the server begins with four.
  for (const days of [1, 2, 3]) {
    const dates = [{ startsAt: inDays(days), minutes: 45 }]
    await publishTime(server, { kind: 'youth-talk', dates, place: 'house', seats: 1 })
  }
})

const day = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10)

async function times(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('inbox:tabs.slots'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('inbox:slots.title') })).toBeVisible()
}

async function freeTimes(kind: string): Promise<ReturnType<typeof slotsAnswer.parse>['slots']> {
  return slotsAnswer.parse(await (await fetch(`${server.url}/api/slots?kind=${kind}`)).json()).slots
}

/** The week in which a time lies, counted from this one: whichever the page begins with. */
async function showWeek(page: Page, say: Say, lang: Lang, startsAt: string): Promise<void> {
  const [thisWeek, monday] = [mondayOf(dayOf(Date.now())), mondayOf(dayOf(Date.parse(startsAt)))]
  await page.getByRole('button', { name: say('inbox:slots.today'), exact: true }).click()
  const after = page.getByRole('button', { name: say('inbox:slots.after.week'), exact: true })
  for (let ahead = daysBetween(thisWeek, monday) / 7; ahead > 0; ahead--) await after.click()
  await expect(weekHeading(page, say, lang, monday)).toBeVisible()
}

function weekHeading(page: Page, say: Say, lang: Lang, monday: string): Locator {
  const days = fromDayToDay(monday, daysAfter(monday, 6), lang)
  return page.getByRole('heading', { level: 2, name: say('inbox:slots.week', { n: weekOf(monday), days }) })
}

for (const lang of walkedIn('da')) {
  test(`times are published weekly in portions, and a course with its dates (${lang})`, async ({
    browser,
  }) => {
    const say = await wordsIn(lang)
    const staff = await signInToInbox(browser, server, lang)
    await times(staff, say)
    await look(staff, `inbox-times-${lang}`)
    await staff.getByText(say('inbox:slots.publish'), { exact: true }).click()
    await staff.getByRole('button', { name: say('inbox:slots.button'), exact: true }).click()
    await expect(staff.locator('.error-summary')).toBeVisible()
    await look(staff, `inbox-publish-wrong-${lang}`)

    const before = (await freeTimes('adult-talk')).length
    await staff.locator('input[name=kind][value=adult-talk]').press(' ')
    await staff.locator('input[name=date]').fill(day(20))
    await staff.locator('input[name=time]').fill('07:30')
    await staff.locator('input[name=inARow]').fill('2')
    await staff.locator('input[name=weeks]').fill('3')
    await staff.locator('input[name=room]').fill(`Lokale ${lang}`)
    await staff.locator('input[name=counsellor]').fill('Ida')
    await expect(staff.getByText(say('inbox:slots.preview', { count: 6 }))).toBeVisible()
    await look(staff, `inbox-publish-${lang}`)
    await staff.getByRole('button', { name: say('inbox:slots.button'), exact: true }).click()
    // Before eight: it is asked, and done when one means it.
    await staff
      .getByRole('button', { name: say('inbox:slots.publishAnyway', { count: 6 }), exact: true })
      .click()
    await expect(staff.getByText(say('inbox:slots.done', { count: 6 }))).toBeVisible()
    // The week of what is new is shown.
    await expect(staff.locator('.slot-row', { hasText: `Lokale ${lang} · Ida` })).toHaveCount(2)
    expect((await freeTimes('adult-talk')).length).toBe(before + 6)
    expect(JSON.stringify(await freeTimes('adult-talk'))).not.toContain('Ida')

    await staff.locator('input[name=kind][value=relatives-course]').press(' ')
    await staff.locator('input[name=date]').fill(day(30))
    await staff.locator('input[name=time]').fill('07:30')
    await staff.getByRole('button', { name: say('inbox:slots.addDate') }).click()
    await staff.getByRole('button', { name: say('inbox:slots.addDate') }).click()
    await staff.locator('input[name=seats]').fill('7')
    await staff.getByRole('button', { name: say('inbox:slots.button'), exact: true }).click()
    // Before eight: it is asked, and done when one means it.
    await staff
      .getByRole('button', { name: say('inbox:slots.publishAnyway', { count: 1 }), exact: true })
      .click()
    await expect(staff.getByText(say('inbox:slots.done', { count: 1 }))).toBeVisible()
    const courses = await freeTimes('relatives-course')
    expect(courses.some(course => course.dates.length === 3 && course.seatsLeft === 7)).toBe(true)
  })

  test(`a time is called off with a word to the one who has it (${lang})`, async ({ page, browser }) => {
    const say = await wordsIn(lang)
    const [first] = await freeTimes('youth-talk')
    const { code, alias } = await bookAsYouth(page, server, lang)
    const staff = await signInToInbox(browser, server, lang)
    await times(staff, say)
    await showWeek(staff, say, lang, first!.dates[0]!.startsAt)
    const row = staff.locator('.slot-row', { hasText: alias })
    await expect(row).toBeVisible()
    await staff.getByRole('button', { name: say('inbox:slots.view.week'), exact: true }).click()
    const callOff = row.getByRole('button', { name: say('inbox:cancel.open') }).first()
    await callOff.click()
    await expect(row.locator('textarea')).toBeFocused()
    await row.getByRole('button', { name: say('inbox:cancel.no') }).click()
    await expect(callOff).toBeFocused()
    await callOff.click()
    await look(staff, `inbox-cancel-${lang}`)
    await row.getByRole('button', { name: say('inbox:cancel.button') }).click()
    await expect(row).toHaveCount(0)
    await expect(
      staff.locator('.said', { hasText: say('inbox:cancel.done_one').split('. ')[1]! }),
    ).toBeFocused()
    // Called off is not free: nobody else takes it.
    expect((await freeTimes('youth-talk')).map(({ id }) => id)).not.toContain(first!.id)

    await openReplies(page, server, lang, code)
    await expect(page.getByText(say('replies:thread.cancels'))).toBeVisible()
    await expect(page.getByText(say('inbox:cancel.messageCounted'))).toBeVisible()
    await expect(page.getByText(say('replies:times.none'))).toBeVisible()
    await look(page, `cancelled-${lang}`)
  })

  test(`Back leads from a request to where it was opened, and the history holds a number only (${lang})`, async ({
    page,
    browser,
  }) => {
    const say = await wordsIn(lang)
    const [time] = await freeTimes('youth-talk')
    const { startsAt } = time!.dates[0]!
    const { alias } = await bookAsYouth(page, server, lang)
    const staff = await signInToInbox(browser, server, lang)
    const request = staff.getByRole('heading', { level: 1, name: alias })
    const list = staff.getByRole('heading', { level: 1, name: say('inbox:list.title'), exact: true })
    const card = staff.locator('.request-card', { hasText: alias }).getByRole('button')
    await card.click()
    await expect(request).toBeFocused()
    expect(await staff.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"place":\d+\}$/)
    expect(staff.url()).toBe(`${server.url}/inbox`)
    await staff.goBack()
    await expect(list).toBeVisible()
    await expect(card).toBeFocused()
    await staff.goForward()
    await expect(request).toBeVisible()
    await staff.getByRole('button', { name: say('inbox:detail.back') }).click()
    await expect(list).toBeVisible()
    await card.click()
    await expect(request).toBeVisible()
    await staff.goBack()
    await expect(list).toBeVisible()
    expect(await staff.evaluate(() => history.length)).toBeLessThanOrEqual(3)

    await times(staff, say)
    await showWeek(staff, say, lang, startsAt)
    const booked = staff.locator('.slot-row').getByRole('button', { name: alias })
    // The browser's way back and the page's own lead to the same: the week that was shown, and the one who was opened.
    for (const back of [
      async () => staff.goBack(),
      async () => staff.getByRole('button', { name: say('inbox:detail.backToTimes') }).click(),
    ]) {
      await booked.click()
      await expect(request).toBeFocused()
      await back()
      await expect(staff.getByRole('heading', { level: 1, name: say('inbox:slots.title') })).toBeVisible()
      await expect(weekHeading(staff, say, lang, mondayOf(dayOf(Date.parse(startsAt))))).toBeVisible()
      await expect(booked).toBeFocused()
    }
  })

  test(`a free time is taken away, and the page says so where it stood (${lang})`, async ({ browser }) => {
    const say = await wordsIn(lang)
    const before = await freeTimes('adult-talk')
    const staff = await signInToInbox(browser, server, lang)
    await times(staff, say)
    const remove = staff
      .locator('.slot-row', { hasText: say('inbox:slots.kinds.adult-talk') })
      .getByRole('button', { name: say('inbox:slots.withdraw') })
      .first()
    await showWeek(staff, say, lang, before[0]!.dates[0]!.startsAt)
    await remove.click()
    await staff.getByRole('button', { name: say('inbox:slots.withdrawOne'), exact: true }).click()
    await expect(
      staff.locator('.said', { hasText: say('inbox:slots.withdrawn').split(':')[0]! }),
    ).toBeFocused()
    expect(await freeTimes('adult-talk')).toHaveLength(before.length - 1)
  })

  test(`the figures of each week stand beside their chart, and fit a phone (${lang})`, async ({
    browser,
  }) => {
    const say = await wordsIn(lang)
    const staff = await signInToInbox(browser, server, lang)
    // A server that has just begun has no weeks behind it.
    const weeks = Array.from({ length: 12 }, (_, n) => ({
      from: new Date(Date.UTC(2026, 10, 23 - 7 * n)).toISOString().slice(0, 10),
      ...(n === 3
        ? { requests: null, within7: null, within14: null, talks: 0 }
        : { requests: 8 + n, within7: 5, within14: 6, talks: null }),
    }))
    await staff.route('**/api/staff/figures', route => route.fulfill({ json: { weeks } }))
    await staff.getByRole('button', { name: say('inbox:tabs.figures'), exact: true }).click()
    await expect(staff.getByRole('table', { name: say('inbox:figures.caption') })).toBeVisible()
    const topOf = async (part: string) => (await staff.locator(part).boundingBox())!.y
    expect(Math.abs((await topOf('.figures-table')) - (await topOf('.week-chart')))).toBeLessThan(40)
    await look(staff, `inbox-figures-${lang}`)
    await staff.setViewportSize({ width: 360, height: 740 })
    await look(staff, `inbox-figures-narrow-${lang}`)
    expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  test(`bookings whose request does not open are called off together (${lang})`, async ({ browser }) => {
    const say = await wordsIn(lang)
    const [slot] = (await freeTimes('adult-talk')).slice(-1)
    await takeTime(server, slot!.id)
    const staff = await signInToInbox(browser, server, lang)
    await times(staff, say)
    await expect(
      staff.getByRole('heading', { name: say('inbox:unreadable.title', { count: 1 }) }),
    ).toBeVisible()
    await look(staff, `inbox-unreadable-${lang}`)
    const ask = staff.getByRole('button', { name: say('inbox:unreadable.button', { count: 1 }) })
    await ask.click()
    await expect(staff.getByText(say('inbox:unreadable.ask', { count: 1 }))).toBeFocused()
    await look(staff, `inbox-unreadable-asked-${lang}`)
    await staff.getByRole('button', { name: say('inbox:unreadable.no', { count: 1 }) }).click()
    await expect(ask).toBeFocused()
    expect((await freeTimes('adult-talk')).map(({ id }) => id)).not.toContain(slot!.id)
    await ask.click()
    await staff.getByRole('button', { name: say('inbox:unreadable.yes') }).click()
    await expect(
      staff.getByRole('heading', { name: say('inbox:unreadable.title', { count: 1 }) }),
    ).toBeHidden()
    await expect(staff.getByText(say('inbox:unreadable.done', { count: 1 }))).toBeVisible()
    expect((await freeTimes('adult-talk')).map(({ id }) => id)).toContain(slot!.id)
  })

  test(`the calendar feed shows when, and nothing else (${lang})`, async ({ page, browser }) => {
    const say = await wordsIn(lang)
    const { alias } = await bookAsYouth(page, server, lang)
    const staff = await signInToInbox(browser, server, lang)
    await times(staff, say)
    await staff.getByText(say('inbox:feed.title'), { exact: true }).click()
    await staff.getByText(say('inbox:tally.title'), { exact: true }).click()
    await look(staff, `inbox-feed-${lang}`)
    const address = await staff.locator('.feed-address').innerText()
    const answer = await fetch(address)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toMatch(/^BEGIN:VCALENDAR/)
    expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/)
    expect(text).not.toContain(alias)
    expect(text.match(/SUMMARY:.*/g)?.every(line => line.trim() === 'SUMMARY:Samtale')).toBe(true)
    expect((await fetch(address.replace(/.\.ics$/, 'x.ics').replace(/..\.ics$/, 'AA.ics'))).status).toBe(404)
  })
}
