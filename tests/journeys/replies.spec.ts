import type { Browser, Page } from '@playwright/test'
import { hold } from './hold.ts'
import { walkedIn } from './languages.ts'
import { expect, test } from './test.ts'
import { openFlow, signInToInbox } from './people.ts'
import { choose, next } from './phone.ts'
import {
  addresses,
  bookAsYouth,
  enterCode,
  inDays,
  look,
  openReplies,
  threadTitle,
  publish,
  replyAsStaff,
  tick,
  wordsIn,
  writeAsAdult,
  writeAsRelative,
  writeMore,
} from './replies-people.ts'
import { makeCode } from '../../src/core/sealing/return-code.ts'
import { serverForAll } from './served.ts'

// No test here is about what is kept for use without a network.
test.use({ serviceWorkers: 'block' })

// Two browsers, citizen and staff, in both languages: the person without a name is answered, and books.
const server = serverForAll()
test.beforeAll(async () => {
  await publish(
    server,
    [3, 4, 5, 6, 7, 8].map(day => ({
      kind: 'youth-talk',
      dates: [{ startsAt: inDays(day), minutes: 45 }],
      place: 'house',
      seats: 1,
    })),
  )
})

const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage()

for (const lang of walkedIn('da')) {
  test(`a 16-year-old books a talk, is answered, books the second and is helped on from a third (${lang})`, async ({
    browser,
  }) => {
    const say = await wordsIn(lang)
    const citizen = await newPage(browser)
    const { code, alias } = await bookAsYouth(citizen, server, lang)

    const staff = await signInToInbox(browser, server, lang)
    await look(staff, `inbox-list-${lang}`)
    await staff.locator('.request-card', { hasText: alias }).getByRole('button').click()
    await expect(staff.getByRole('heading', { level: 1 })).toContainText(alias)
    await replyAsStaff(staff, say, 'Hej. Du er velkommen.\nTag bare en ven med.')
    await look(staff, `inbox-detail-${lang}`)

    await openReplies(citizen, server, lang, ` ${code.toLowerCase().replace(/(.{3})/g, '$1 – ')} `)
    const thread = citizen.locator('ol.thread')
    await expect(thread.getByText('Du er velkommen.')).toBeVisible()
    await expect(thread.getByText(say('replies:thread.place'), { exact: true })).toBeVisible()
    await citizen.getByText(say('replies:talk.title')).click()
    await look(citizen, `thread-${lang}`)

    await writeMore(citizen, say, 'Tak. Hvor lang tid tager det?')
    await expect(thread.getByText('Hvor lang tid tager det?')).toBeVisible()
    await expect(citizen.getByText(say('replies:write.sent').split('{{')[0]!.trim())).toBeVisible()

    await staff.getByRole('button', { name: say('inbox:detail.back') }).click()
    const card = staff.locator('.request-card', { hasText: alias })
    await expect(card.getByText(say('inbox:list.newMessage', { count: 1 }), { exact: true })).toBeVisible()

    // A second window with the same code stays on the times, as they were.
    const other = await citizen.context().newPage()
    await openReplies(other, server, lang, code)
    await other.getByRole('button', { name: say('replies:times.bookSecond') }).click()
    await expect(other.locator('input[name=slotIds]').first()).toBeVisible()

    await citizen.getByRole('button', { name: say('replies:times.bookSecond') }).click()
    await expect(citizen.getByRole('heading', { name: say('replies:book.secondTitle') })).toBeVisible()
    await tick(citizen, 0)
    await tick(citizen, 1)
    await look(citizen, `second-${lang}`)
    await next(citizen)
    await expect(citizen.getByRole('heading', { name: say('replies:times.usedUpTitle') })).toBeVisible()
    await expect(citizen.getByRole('button', { name: say('replies:times.bookSecond') })).toBeHidden()
    await look(citizen, `used-up-${lang}`)

    // The third: refused by the intake, in words that help.
    await tick(other, 2)
    await next(other)
    await expect(other.getByRole('heading', { name: say('replies:times.usedUpTitle') })).toBeVisible()
    await expect(other.getByText(say('replies:times.usedUpLine'))).toBeVisible()
    await expect(other.getByText(say('replies:times.usedUpWrite'))).toBeVisible()

    // Moving is one act, and giving back makes room again.
    const bookings = citizen.locator('section.box', { hasText: say('replies:times.move') })
    await expect(bookings).toHaveCount(2)
    const before = await bookings.first().locator('strong').first().innerText()
    await bookings
      .first()
      .getByRole('button', { name: say('replies:times.move') })
      .click()
    await expect(citizen.getByText(before)).toBeVisible()
    await look(citizen, `move-${lang}`)
    await tick(citizen, 0)
    await next(citizen)
    await expect(citizen.getByRole('heading', { name: say('replies:times.usedUpTitle') })).toBeVisible()
    await expect(bookings).toHaveCount(2)
    await expect(citizen.getByText(before)).toHaveCount(0)
    await bookings
      .first()
      .getByRole('button', { name: say('replies:times.giveBack') })
      .click()
    await citizen.getByRole('button', { name: say('replies:times.yes') }).click()
    await expect(
      citizen.getByText(say('replies:times.youthLeft', { total: 2, used: 1, left: 1 })),
    ).toBeVisible()
    await expect(citizen.getByText(say('replies:times.gaveBack'))).toBeVisible()
  })

  test(`a relative takes the last seat while another tries (${lang})`, async ({ browser }) => {
    const say = await wordsIn(lang)
    const [one, two] = [await newPage(browser), await newPage(browser)]
    const codes = [await writeAsRelative(one, server, lang), await writeAsRelative(two, server, lang)]
    const minutes = lang === 'da' ? 111 : 112
    await publish(server, [
      {
        kind: 'relatives-course',
        dates: [1, 8].map(day => ({ startsAt: inDays(day), minutes })),
        place: 'house',
        seats: 1,
      },
    ])
    for (const [page, code] of [
      [one, codes[0]!],
      [two, codes[1]!],
    ] as const) {
      await openReplies(page, server, lang, code)
      await page.getByRole('button', { name: say('replies:times.book'), exact: true }).click()
      await choose(page, 'kind', 'relatives-course')
      if (page === one) await look(page, `which-${lang}`)
      await next(page)
      await expect(page.getByText(say('request:times.seats', { count: 1 })).first()).toBeVisible()
      await tick(page)
    }
    await look(two, `course-${lang}`)
    await next(one)
    await expect(one.getByText(say('replies:times.names.relatives-course')).first()).toBeVisible()
    await expect(one.locator('section.box strong')).toHaveCount(2)
    await look(one, `course-booked-${lang}`)
    await next(two)
    await expect(two.getByText(say('replies:book.taken'))).toBeVisible()
    await expect(two.getByText(say('request:times.seats', { count: 1 }))).toHaveCount(0)
    await look(two, `taken-${lang}`)
  })

  test(`an adult without a name asks for a talk about drug treatment, and then gives a name (${lang})`, async ({
    browser,
  }) => {
    const say = await wordsIn(lang)
    const citizen = await newPage(browser)
    const words = `Kan jeg få behandling uden navn? ${lang}-voksen`
    const code = await writeAsAdult(citizen, server, lang, { message: words, substance: 'drugs', time: true })

    const staff = await signInToInbox(browser, server, lang)
    const cards = staff.locator('.request-card', { hasText: say('inbox:values.audience.adult') })
    // What nobody has opened stands before what the other language left.
    await cards.first().getByRole('button').click()
    await expect(staff.getByText(words)).toBeVisible()
    await replyAsStaff(staff, say, 'Ja, måske. Vi tager en snak om det.')
    await staff.getByText(say('inbox:confirm.title'), { exact: true }).click()
    await staff.getByRole('button', { name: say('inbox:confirm.button', { day: '' }).trim() }).click()
    await expect(staff.getByText(say('inbox:confirm.sent'))).toBeVisible()

    await openReplies(citizen, server, lang, code)
    await expect(citizen.getByText('Vi tager en snak om det.')).toBeVisible()
    await expect(
      citizen.getByText(say('replies:thread.confirms', { day: '' }).replace(/ ?\.$/, '')),
    ).toBeVisible()
    await look(citizen, `confirmed-${lang}`)
    await citizen.getByRole('button', { name: say('replies:thread.giveName') }).click()
    await next(citizen)
    await expect(citizen.getByText(say('replies:name.missing')).first()).toBeVisible()
    await look(citizen, `name-${lang}`)
    await citizen.getByLabel(say('replies:name.name'), { exact: true }).fill(`Kim Navnesen ${lang}`)
    await citizen.locator('input[name=phone]').fill('12 34 56 78')
    await next(citizen)
    await expect(
      citizen.getByText(say('replies:thread.gaveName', { name: `Kim Navnesen ${lang}` })),
    ).toBeVisible()

    await staff.getByRole('button', { name: say('inbox:detail.back') }).click()
    await staff
      .locator('.request-card', { hasText: `Kim Navnesen ${lang}` })
      .getByRole('button')
      .click()
    await expect(staff.getByText(say('inbox:thread.name', { name: `Kim Navnesen ${lang}` }))).toBeVisible()
    await expect(staff.locator('.summary-row', { hasText: '12 34 56 78' })).toBeVisible()
    await expect(staff.getByText(words)).toBeVisible()
    await look(staff, `inbox-named-${lang}`)
  })

  test(`a slip in the code is noticed before anything is sent; a right one that opens nothing says so (${lang})`, async ({
    page,
  }) => {
    const say = await wordsIn(lang)
    const asked: string[] = []
    page.on('request', request => {
      if (request.url().includes('/api/')) asked.push(request.url())
    })
    await page.goto(server.url + addresses.replies[lang])
    const field = page.getByLabel(say('replies:code.label'), { exact: true })
    await expect(field).toBeEnabled()
    await look(page, `code-${lang}`)
    await expect(field).toHaveAttribute('autocomplete', 'off')
    await expect(field).toHaveAttribute('spellcheck', 'false')
    const button = page.getByRole('button', { name: say('replies:code.button') })
    const right = '0000-0000-0000-0000-0000'
    for (const [typed, sentence] of [
      ['', say('replies:code.empty')],
      ['ABCD', say('replies:code.short', { length: 20, count: 4 })],
      ['0000-0000-0000-0000-0001', say('replies:code.check')],
      ['0000-0000-U000-0000-0000', say('replies:code.symbol', { at: 9 })],
    ] as const) {
      await field.fill(typed)
      await button.click()
      await expect(page.locator('.error-summary').getByText(sentence)).toBeVisible()
    }
    await look(page, `code-slip-${lang}`)
    expect(asked.filter(url => url.includes('/api/mailbox'))).toEqual([])
    await field.fill(right)
    await button.click()
    await expect(page.locator('.error-summary').getByText(say('replies:code.unknown'))).toBeVisible()
    expect(asked.filter(url => url.includes('/api/mailbox'))).toHaveLength(1)

    await page.context().setOffline(true)
    await button.click()
    await expect(page.getByText(say('replies:code.unreachable'))).toBeVisible()
    await look(page, `code-offline-${lang}`)
    await page.context().setOffline(false)
  })
}

test('an open mailbox stays open through a change of language, Back and Forward, with what was being written', async ({
  page,
}) => {
  const [da, en] = [await wordsIn('da'), await wordsIn('en')]
  const code = await writeAsAdult(page, server, 'da')
  await openReplies(page, server, 'da', code)
  const field = page.locator('textarea[name=message]')
  await field.fill('Et halvt svar')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveTitle(en('common:titles.replies'))
  const heading = page.getByRole('heading', { level: 1 })
  // Back is pressed to undo it: the thread stays, and the code is not asked for again.
  await page.goBack()
  await expect(heading).toHaveText(en('replies:thread.title'))
  await expect(field).toHaveValue('Et halvt svar')
  await page.getByRole('button', { name: en('replies:thread.giveName') }).click()
  await expect(heading).toHaveText(en('replies:name.title'))
  await page.locator('.back').click()
  await expect(heading).toHaveText(en('replies:thread.title'))
  await expect(heading).toBeFocused()
  await expect(field).toHaveValue('Et halvt svar')
  await expect(page).toHaveURL(`${server.url}/en/replies`)

  await page.goForward()
  await expect(heading).toHaveText(en('replies:name.title'))
  await page.locator('.back').click()
  await expect(heading).toHaveText(en('replies:thread.title'))
  expect(await page.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"step":\d+,"depth":\d+\}$/)

  // Past the header is a place on the page, not a way out of the mailbox.
  await page.locator('.skip').press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await expect(heading).toHaveText(en('replies:thread.title'))

  // Closed, nothing of it is left.
  await page.locator('.back').click()
  await expect(page.getByLabel(en('replies:code.label'), { exact: true })).toHaveValue('')
  await page.getByRole('link', { name: 'Dansk' }).click()
  await enterCode(page, da, code)
  await expect(field).toHaveValue('')
})

test('whoever is asked whether to give a time back has the question before them, and the button again after a no', async ({
  page,
}) => {
  const say = await wordsIn('da')
  const { code } = await bookAsYouth(page, server, 'da')
  await openReplies(page, server, 'da', code)
  const giveBack = page.getByRole('button', { name: say('replies:times.giveBack'), exact: true })
  await giveBack.click()
  await expect(page.getByText(say('replies:times.sure'))).toBeFocused()
  await page.getByRole('button', { name: say('replies:times.no') }).click()
  await expect(giveBack).toBeFocused()
  await giveBack.click()
  await page.getByRole('button', { name: say('replies:times.yes') }).click()
  await expect(page.getByText(say('replies:times.gaveBack'))).toBeVisible()
  await expect(page.getByRole('heading', { name: say('replies:times.title') })).toBeFocused()
  await expect(giveBack).toHaveCount(0)
})

test('a code is typed and sent before what opens it has come: it waits, and opens', async ({
  page,
  browser,
}) => {
  const say = await wordsIn('da')
  const code = await writeAsAdult(page, server, 'da')
  const phone = await newPage(browser)
  const letGo = await hold(phone, '**/assets/replies-later-*.js')
  await openFlow(phone, server.url + addresses.replies.da)
  await enterCode(phone, say, code)
  await expect(phone.getByRole('button', { name: say('replies:code.opening') })).toBeVisible()
  letGo()
  await expect(phone.getByRole('heading', { level: 1, name: threadTitle(say) })).toBeVisible()
})

test('where what opens a code cannot be had, the page says so, and how to go on', async ({ page }) => {
  const say = await wordsIn('da')
  const lost = '**/assets/replies-later-*.js'
  await page.route(lost, route => route.abort())
  await openFlow(page, server.url + addresses.replies.da)
  const told = page.locator('main').getByText('Siden kom ikke helt frem')
  await expect(told).toBeVisible()
  await enterCode(page, say, makeCode())
  await expect(page.getByText(say('replies:code.unreachableTitle'))).toBeVisible()
  await page.unroute(lost)
  await page.getByRole('button', { name: 'Hent siden igen' }).click()
  await expect(told).toBeHidden()
  await enterCode(page, say, makeCode())
  await expect(page.getByText(say('replies:code.unknownWhy'))).toBeVisible()
})
