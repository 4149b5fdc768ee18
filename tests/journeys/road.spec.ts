import type { Page } from '@playwright/test'
import { walkedIn } from './languages.ts'
import { expect, test } from './test.ts'
import { languages } from '../../src/core/languages.ts'
import { languageName } from '../../src/inbox/shared/language.ts'
import { expectRows, openFlow, rowsOf, signInToInbox } from './people.ts'
import { choose, next } from './phone.ts'
import { answersPutAway } from './put-away.ts'
import { addresses, codeShown, tick, wordsIn, type Say } from './replies-people.ts'
import { serverForAll } from './served.ts'

// No test here is about what is kept for use without a network.
test.use({ serviceWorkers: 'block' })

// From the phone to the member of staff, who reads exactly what was entered. axe looks at these screens in states.ts. What
// nobody has opened stands first in the list: what the other language left comes after it.
const server = serverForAll()

const adults = { da: '/voksne', en: '/en/adults' } as const

const heading = async (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()

/** Rows of the inbox by the keys of their copy: field, and the value's own key or words. */
const told = (say: Say, rows: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rows).map(([field, value]) => [
      say(`inbox:fields.${field}`),
      value.startsWith('values.') ? say(`inbox:${value}`) : value,
    ]),
  )

for (const lang of walkedIn('da')) {
  const other = lang === 'da' ? 'en' : 'da'

  test(`an adult writes by name, and staff read exactly that (${lang})`, async ({ page, browser }) => {
    const say = await wordsIn(lang)
    await page.goto(server.url + adults[lang])
    await page.locator('main a[data-audience=adult]').first().click()
    await heading(page, say('request:wish.adult.legend'))
    await expect(page.getByText(say('common:step', { n: 1, of: 5 }))).toBeVisible()

    await next(page)
    await expect(page.locator('.error-summary')).toBeFocused()
    await expect(page).toHaveTitle(`${say('common:errorPrefix')} ${say('common:titles.contact')}`)

    await choose(page, 'wish', 'treatment')
    await next(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await choose(page, 'substance', 'alcohol')
    await next(page)
    await choose(page, 'identity', 'named')
    await next(page)

    const name = page.getByLabel(say('request:reach.name'), { exact: true })
    const phone = page.getByLabel(say('request:reach.phone'), { exact: true })
    await name.fill('Karen Æblegård')
    await phone.fill('ring')
    await next(page)
    await expect(page.getByRole('link', { name: say('request:errors.phone-wrong') })).toBeVisible()
    await expect(name).toHaveValue('Karen Æblegård')
    await phone.fill('+45 12 34 56 78')
    await choose(page, 'callTimes', 'morning')
    await choose(page, 'ifSomeoneElseAnswers', 'hang-up')
    await next(page)

    await heading(page, say('request:review.title'))
    await expect(page.getByRole('heading', { name: say('request:box.named.title') })).toBeVisible()
    const message = page.locator('textarea[name=message]')
    await message.fill('Mit cpr er 010203-1234')
    await next(page)
    await expect(page.getByRole('link', { name: say('request:errors.message-cpr') })).toBeVisible()
    await expect(message).toHaveValue('Mit cpr er 010203-1234')

    await message.fill('Jeg vil gerne i gang. Jeg orker ikke mere.')
    await expect(page.getByRole('heading', { name: say('request:crisis.title') })).toBeVisible()
    await next(page)

    await heading(page, say('request:receipt.sent'))
    await expect(page.getByText(say('request:receipt.dates').split('{{intake}}')[0]!.trim())).toBeVisible()
    await expect(page.locator('.code-value')).toHaveText(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)

    const staff = await signInToInbox(browser, server, lang)
    await staff
      .getByRole('button', { name: /Karen Æblegård/ })
      .first()
      .click()
    await heading(
      staff,
      `${say('inbox:values.audience.adult')}: ${say('inbox:values.wish.treatment')} (Karen Æblegård)`,
    )
    await expectRows(
      staff,
      told(say, {
        callTimes: 'values.callTimes.morning',
        ifSomeoneElseAnswers: 'values.ifSomeoneElseAnswers.hang-up',
        name: 'Karen Æblegård',
        phone: '12 34 56 78',
        audience: 'values.audience.adult',
        wish: 'values.wish.treatment',
        substance: 'values.substance.alcohol',
        language: languageName(lang, lang),
      }),
    )
    const crisis = staff.locator('.notice[data-tone=urgent]')
    await expect(crisis.getByText(say('inbox:crisis.life'))).toBeVisible()
    await expect(crisis.getByRole('blockquote')).toHaveText('Jeg orker ikke mere.')
    await expect(crisis.getByRole('link', { name: '12 34 56 78' })).toHaveAttribute('href', 'tel:12345678')
  })

  test(`a young person books a talk without a name, in two screens (${lang})`, async ({ page, browser }) => {
    const say = await wordsIn(lang)
    await page.goto(server.url + addresses.youth[lang])
    await page.getByRole('link', { name: say('youth:reach.book') }).click()
    await heading(page, say('request:times.youthLegend'))
    await tick(page)
    await next(page)

    await heading(page, say('request:review.titleTalk'))
    await expect(page.getByRole('heading', { name: say('request:box.youthTalk.title') })).toBeVisible()
    const alias = (await page.locator('[data-key=alias] strong').innerText()).trim()
    await next(page)

    await heading(page, say('request:receipt.booked'))
    await expect(
      page.locator('main p', { hasText: say('request:receipt.sayAlias', { alias }) }),
    ).toBeVisible()
    await expect(page.getByText(say('request:receipt.codeWithTime'))).toBeVisible()
    expect(page.url()).toBe(server.url + addresses.contact[lang])

    const staff = await signInToInbox(browser, server, lang)
    await staff.getByRole('button', { name: new RegExp(`\\(${alias}\\)`) }).click()
    await expectRows(
      staff,
      told(say, {
        alias,
        identity: 'values.nameGiven.anonymous',
        audience: 'values.audience.youth',
        wish: 'values.wish.anonymous-talk',
        language: languageName(lang, lang),
      }),
    )
    const rows = await rowsOf(staff)
    expect(rows[say('inbox:fields.bookings')]).toMatch(/\d\d[.:]\d\d/)
    for (const field of ['substance', 'phone', 'name', 'connection'])
      expect(Object.keys(rows)).not.toContain(say(`inbox:fields.${field}`))
  })

  test(`a relative asks for the course, and the language is changed in the middle with nothing lost (${lang} to ${other})`, async ({
    page,
    browser,
  }) => {
    const first = await wordsIn(lang)
    const say = await wordsIn(other)
    await openFlow(page, server.url + addresses.contact[lang])
    await choose(page, 'audience', 'relative')
    await next(page)
    await expect(page.getByText(first('request:concern.under18', { name: 'BørneTelefonen' }))).toBeVisible()
    await choose(page, 'concern', 'adult')
    await next(page)
    await choose(page, 'connection', 'enrolled')
    await page.getByRole('link', { name: languages[other].name }).click()
    await heading(page, say('request:connection.legend'))
    expect(page.url()).toBe(server.url + addresses.contact[other])
    await expect(page.locator('input[name=connection][value=enrolled]')).toBeChecked()
    await next(page)
    await choose(page, 'wish', 'relatives-course')
    await tick(page)
    await next(page)
    await choose(page, 'identity', 'number-only')
    const phone = page.getByRole('textbox', { name: say('request:reach.phone') })
    await phone.fill('12345678')
    await next(page)

    await expect(page.getByRole('heading', { name: say('request:box.relative.title') })).toBeVisible()
    const change = say('request:review.change', { what: say('request:review.what.phone') })
    await page.getByRole('button', { name: change }).click()
    await phone.fill('87654321')
    await next(page)
    await expect(
      page.getByText(say('request:review.weCall', { number: '87\u00a065\u00a043\u00a021' })),
    ).toBeVisible()
    await next(page)
    await heading(page, say('request:receipt.bookedCourse'))
    await codeShown(page)

    const staff = await signInToInbox(browser, server, lang)
    const card = staff.locator('.request-card', { hasText: first('inbox:values.audience.relative') })
    await card.first().getByRole('button').click()
    await expectRows(
      staff,
      told(first, {
        phone: '87 65 43 21',
        concern: 'values.concern.adult',
        connection: 'values.connection.enrolled',
        identity: 'values.nameGiven.number-only',
        audience: 'values.audience.relative',
        wish: 'values.wish.relatives-course',
        language: languageName(other, lang),
      }),
    )
  })
}

/** Through the door for adults up to the review, with a message that has been put away. */
async function toReview(page: Page): Promise<void> {
  await page.goto(`${server.url}/voksne`)
  await page.locator('main a[data-audience=adult]').first().click()
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'alcohol')
  await next(page)
  await choose(page, 'identity', 'named')
  await next(page)
  await page.locator('input[name=name]').fill('Karen')
  await page.locator('input[name=phone]').fill('12345678')
  await next(page)
  await page.locator('textarea[name=message]').fill('En lang besked')
  await answersPutAway(page, { message: 'En lang besked' })
}

const backLink = (page: Page): Promise<void> => page.locator('.back').click()

test('Back and Forward restore each step as it was, and no answer stands in the history', async ({
  page,
}) => {
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'both')
  await page.goBack()
  await expect(page.locator('input[name=wish][value=advice]')).toBeChecked()
  await page.goForward()
  await expect(page.locator('input[name=substance][value=both]')).toBeChecked()
  expect(page.url()).toBe(`${server.url}/kontakt`)
  // Two numbers: which screen, and how many of the flow lie before it. Without the second nobody could tell after a
  // reload or a Forward whether Back stays in the flow.
  expect(await page.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"step":\d+,"depth":\d+\}$/)
})

test('the link back goes one question back after Forward and after a reload, and never out of the flow', async ({
  page,
}) => {
  const say = await wordsIn('da')
  await toReview(page)
  await page.goBack()
  await heading(page, say('request:reach.title'))
  await page.goForward()
  await heading(page, say('request:review.title'))
  await backLink(page)
  await heading(page, say('request:reach.title'))
  await next(page)
  await heading(page, say('request:review.title'))
  await page.reload()
  await expect(page.locator('textarea[name=message]')).toHaveValue('En lang besked')
  await backLink(page)
  await heading(page, say('request:reach.title'))
  await backLink(page)
  await heading(page, say('request:identity.legend'))
  await backLink(page)
  // A second tap before the first has led anywhere is that of a double one, and leads nowhere.
  await heading(page, say('request:substance.legend'))
  await backLink(page)
  await heading(page, say('request:wish.adult.legend'))
  await backLink(page)
  await expect(page).toHaveURL(`${server.url}/voksne`)
})

test('the way past the header leaves the link back as it is', async ({ page }) => {
  const say = await wordsIn('da')
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await heading(page, say('request:wish.adult.legend'))
  await page.locator('.skip').press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await expect(page).toHaveURL(`${server.url}/kontakt`)
  await choose(page, 'wish', 'advice')
  await next(page)
  await heading(page, say('request:substance.legend'))
  await page.goBack()
  await heading(page, say('request:wish.adult.legend'))
  await backLink(page)
  await expect(page.locator('input[name=audience][value=adult]')).toBeChecked()
})

test('the same door again goes on where the flow was; a door for others begins anew', async ({ page }) => {
  const say = await wordsIn('da')
  await toReview(page)
  await page.goto(`${server.url}/voksne`)
  await page.locator('main a[data-audience=adult]').first().click()
  await heading(page, say('request:review.title'))
  await expect(page.locator('textarea[name=message]')).toHaveValue('En lang besked')
  await expect(page.locator('[data-key=name]')).toContainText('Karen')
  // There is no entry of the flow before this one.
  await backLink(page)
  await heading(page, say('request:reach.title'))
  await expect(page.locator('input[name=name]')).toHaveValue('Karen')

  await page.goto(`${server.url}/paaroerende`)
  await page.locator('main a[data-audience=relative]').first().click()
  await heading(page, say('request:concern.legend'))
  await choose(page, 'concern', 'adult')
  await next(page)
  await choose(page, 'connection', 'resident')
  await next(page)
  await choose(page, 'wish', 'talk')
  await next(page)
  await choose(page, 'identity', 'named')
  await expect(page.locator('input[name=name]')).toHaveValue('')
})

test('who has changed the language keeps it through Back and Forward, at its own address', async ({
  page,
}) => {
  const say = await wordsIn('en')
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await page.getByRole('link', { name: 'English' }).click()
  await choose(page, 'substance', 'alcohol')
  await next(page)
  await heading(page, say('request:identity.legend'))
  for (const legend of ['request:substance.legend', 'request:wish.adult.legend', 'request:audience.legend']) {
    await backLink(page)
    await heading(page, say(legend))
    await expect(page).toHaveURL(`${server.url}/en/contact`)
  }
  await page.goForward()
  await expect(page.locator('input[name=wish][value=advice]')).toBeChecked()
  await expect(page).toHaveURL(`${server.url}/en/contact`)
})

test('without what the phone has kept, a language that cannot be had says so where answers would be lost, and else leads to its page', async ({
  page,
  context,
}) => {
  const say = await wordsIn('da')
  await context.route('**/assets/en-base-*', route => route.abort())
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  const english = page.getByRole('link', { name: 'English' })
  await english.click()
  await expect(page.locator('.notice', { hasText: say('offline:otherLanguage') })).toBeVisible()
  await expect(page.locator('input[name=audience][value=adult]')).toBeChecked()
  expect(page.url()).toBe(`${server.url}/kontakt`)

  // Another tab, which holds no answers.
  const other = await context.newPage()
  await openFlow(other, `${server.url}/tjek`)
  await other.getByRole('link', { name: 'English' }).click()
  await expect(other).toHaveURL(`${server.url}/en/check`)
})

test('the free times are asked for before an adult says that they want no name', async ({ page }) => {
  await page.goto(`${server.url}/kontakt`)
  for (const [name, value] of [
    ['audience', 'adult'],
    ['wish', 'advice'],
  ] as const) {
    await choose(page, name, value)
    await next(page)
  }
  await choose(page, 'substance', 'alcohol')
  const times = page.waitForResponse(/\/api\/slots\?kind=adult-talk$/)
  await next(page)
  expect((await times).ok()).toBe(true)
  await expect(page.locator('input[name=identity]').first()).toBeVisible()
  await expect(page.locator('input[name=identity]:checked')).toHaveCount(0)
})
