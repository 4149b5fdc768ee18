import type { Page, Request } from '@playwright/test'
import { walkedIn } from './languages.ts'
import { expect, test } from './test.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { assess } from '../../src/core/eligibility/index.ts'
import { languages } from '../../src/app/routes.ts'
import { today } from '../../src/app/today.ts'
import {
  answerScreen,
  onResult,
  pathOf,
  people,
  personCalled,
  titleOf,
  walk,
  type Person,
} from './check-people.ts'
import { bringAxe, expectAccessible } from './axe.ts'
import { expectRows, goOn, openFlow, type Lang } from './people.ts'
import { allKept, storageOf } from './phone.ts'
import { serverForAll } from './served.ts'

// What the phone keeps is a matter of the first test alone; with a worker each other one would fetch and keep the whole site.
test.use({ serviceWorkers: 'block' })

const server = serverForAll()

/** Said at the top and under "what now" instead of in a group. */
const apart = [
  'offer-contact-place',
  'signpost-emergency',
  'caution-emergency-not-here',
  'caution-age-needed',
]
/** Not said to those who stop before the question what it is about. */
const ofTheSubstance = ['caution-substance-decides-rules', 'caution-alcohol-standard-lapsed']
/** Left out beside what says the same with more. */
const saidBy: Readonly<Record<string, string>> = {
  'deadline-complaint': 'caution-complaint-deadline-passed',
  'caution-relative-outside-open': 'caution-relative-reading-ambiguous',
}
const stoppedEarly = ['under15', 'elsewhere', 'noAge', 'common']

test.describe(() => {
  // In flight mode the phone has the check from its worker. The other tests have a network all the time.
  test.use({ serviceWorkers: 'allow' })

  for (const lang of languages) {
    const theirs = people.filter((_, n) => walkedIn(n % 2 === 0 ? 'da' : 'en').includes(lang))
    // One phone for all: the check remembers nobody, as each of them finds.
    test(`each learns in flight mode what there is (${lang}), and nothing leaves the phone`, async ({
      page,
      context,
    }) => {
      expect(theirs.length).toBeGreaterThanOrEqual(people.length / 2)
      await bringAxe(page)
      await openFlow(page, server.url + pathOf[lang])
      await allKept(page)
      await context.setOffline(true)
      for (const person of theirs) await test.step(person.who, () => learns(page, person, lang))
    })
  }
})

async function learns(page: Page, person: Person, lang: Lang): Promise<void> {
  await openFlow(page, server.url + pathOf[lang])
  await page.waitForLoadState('networkidle')
  const keptBefore = await storageOf(page)
  const requests: string[] = []
  const note = (request: Request): void => {
    // The app's own files come out of what the phone keeps: there is no network to ask.
    if (!new URL(request.url()).pathname.startsWith('/assets/')) requests.push(request.url())
  }
  page.on('request', note)

  await walk(page, person.answers, lang)

  // In danger the page's heading is to call; what else there is comes below it.
  const danger = person.situation.acute === true
  const answer = page.getByRole('heading', { level: danger ? 2 : 1 })
  await expect(answer.filter({ hasText: titleOf(person.answer, lang) })).toBeVisible()
  const { because } = assess(person.situation, today())
  const expected = [...because.keys()].filter(
    id =>
      !apart.includes(id) &&
      !(stoppedEarly.includes(person.answer) && ofTheSubstance.includes(id)) &&
      !(person.answer === 'elsewhere' && id === 'signpost-own-municipality') &&
      ![...because.keys()].some(other => other === saidBy[id]),
  )
  const shown = await page
    .locator('main li[data-id]')
    .evaluateAll(lines => [...new Set(lines.map(line => line.getAttribute('data-id') ?? ''))])
  expect(shown.sort()).toEqual(expected.sort())
  const why = await page
    .locator('main li[data-why]')
    .evaluateAll(lines => [...new Set(lines.map(line => line.getAttribute('data-why') ?? ''))])
  expect(why.sort()).toEqual(expected.sort())

  // With all folds open there is no less to find than with them shut, as the states of the check have them (states.ts).
  for (const fold of await page.locator('main summary').all()) await fold.click()
  await expectAccessible(page)
  await expect(page).toHaveTitle(lang === 'da' ? 'Tjek' : 'Check')
  expect(page.url()).toBe(server.url + pathOf[lang])
  // Numbers only: which screen, and how many of the check lie before it.
  expect(await page.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"step":\d+,"depth":\d+\}$/)
  expect(await storageOf(page)).toBe(keptBefore)
  expect(requests).toEqual([])
  page.off('request', note)
}

test('who skips every question still gets an answer and a way on', async ({ page }) => {
  await openFlow(page, `${server.url}/tjek`)
  for (let turn = 0; turn < 15 && !(await onResult(page)); turn++)
    await page.getByRole('button', { name: 'Spring over' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('common', 'da'))
  await expect(page.getByRole('button', { name: 'Skriv til Torvehuset' }).first()).toBeVisible()
})

test('a question skipped says nothing: it does not count as no', async ({ page }) => {
  await openFlow(page, `${server.url}/tjek`)
  await answerScreen(page, [['subject', 'self']])
  await goOn(page, 'da')
  await page.getByRole('button', { name: 'Spring over' }).click()
  // Without an age the check stops, and does not call it "elsewhere".
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('noAge', 'da'))
  await expect(page.locator('[data-key="age"] dd').first()).toHaveText('Ikke svaret')
  await expect(page.getByText('Svar på ét spørgsmål mere, så kan appen vise mere.')).toBeVisible()
  // One press from what would tell more.
  await page.getByRole('button', { name: 'Svar på, hvor gammel du er' }).click()
  await expect(page.locator('input[name="age"]').first()).toBeAttached()
})

test('skipping is offered only where nothing is answered, and never takes danger back', async ({ page }) => {
  await openFlow(page, `${server.url}/tjek`)
  await expect(page.getByText(/^Side 1 af højst \d+$/)).toBeVisible()
  const skip = page.getByRole('button', { name: 'Spring over' })
  await answerScreen(page, [['subject', 'self']])
  await expect(skip).toHaveCount(0)
  await goOn(page, 'da')
  await expect(page.getByText(/^Side 2 af højst \d+$/)).toBeVisible()
  await page.goBack()
  await answerScreen(page, [['acute', 'yes']])
  await expect(skip).toHaveCount(0)

  await openFlow(page, `${server.url}/tjek`)
  await answerScreen(page, [['acute', 'yes']])
  for (let turn = 0; turn < 15 && !(await onResult(page)); turn++) await skip.click()
  await expect(page.locator('main .notice[data-tone=urgent]')).toBeVisible()
  await expect(page.locator('main').getByRole('link', { name: 'Ring 112 nu' })).toBeVisible()
})

test('who only wants to complain reads of that, and finds the rest in a fold', async ({ page }) => {
  await openFlow(page, `${server.url}/tjek`)
  await walk(page, personCalled('an adult who complains about drugs after the limit').answers, 'da')
  await expect(page.locator('[data-group="complain"] li').first()).toHaveAttribute(
    'data-id',
    'caution-complaint-deadline-passed',
  )
  await expect(page.locator('li[data-id="offer-outpatient-adult"]')).toBeHidden()
  await page.locator('summary', { hasText: 'Andet, du kan få' }).click()
  await expect(page.locator('li[data-id="offer-outpatient-adult"]')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Læs, hvordan du klager' })).toHaveAttribute(
    'href',
    '/rettigheder#complaint',
  )
})

test('what comes along to the request is said only when something does that it shows', async ({ page }) => {
  const hint = page.getByText('Nogle af dine svar følger med', { exact: false })
  await openFlow(page, `${server.url}/tjek`)
  await walk(page, personCalled('an adult who wants alcohol treatment').answers, 'da')
  await expect(hint).toBeVisible()
  for (const who of ['a 16-year-old whose parents should not know', 'someone in danger who skips the rest']) {
    await openFlow(page, `${server.url}/tjek`)
    await walk(page, personCalled(who).answers, 'da')
    await expect(page.getByText('Intet bliver sendt, før du selv sender.')).toBeVisible()
    await expect(hint).toHaveCount(0)
  }
})

test('whom a line is for stands beside it, and nobody is sent to talk about what it is not about', async ({
  page,
}) => {
  const outside = personCalled('a relative outside of the municipality').answers
  await openFlow(page, `${server.url}/tjek`)
  await walk(page, outside, 'da')
  await expect(page.locator('main')).toContainText('Al-Anon, for dig, der er tæt på en, der drikker')
  await openFlow(page, `${server.url}/tjek`)
  await walk(page, [...outside.slice(0, -1), ['substance', 'drugs']], 'da')
  await expect(page.locator('main')).not.toContainText('Al-Anon')
  await expect(page.locator('main').getByRole('link', { name: 'Se flere numre' })).toBeVisible()
})

test('each question says why it is asked, to those who want to know', async ({ page }) => {
  await openFlow(page, `${server.url}/en/check`)
  const reasons = new Set<string>()
  await walk(
    page,
    personCalled('an adult who complains about drugs after the limit').answers,
    'en',
    async () => {
      const fold = page.locator('main details', { hasText: 'Why does the app ask?' })
      await expect(fold.locator('p')).toBeHidden()
      await fold.locator('summary').click()
      reasons.add(await fold.locator('p').innerText())
    },
  )
  expect(reasons.size).toBe(7)
})

test('danger is answered at once, and stands first on the result', async ({ page }) => {
  await openFlow(page, `${server.url}/tjek`)
  await answerScreen(page, [['acute', 'yes']])
  await expect(page.locator('main').getByRole('link', { name: 'Ring 112' })).toBeVisible()
  await expectAccessible(page)
  await goOn(page, 'da')
  const first = await page.evaluate(() => document.querySelector('main .notice, main h1')?.className)
  expect(first).toBe('notice')
  await expect(page.locator('main').getByRole('link', { name: 'Ring 112' })).toBeVisible()
})

test('Back goes one question back with its answer; a change from the result comes back to it', async ({
  page,
}) => {
  const person = personCalled('an adult who wants alcohol treatment')
  await openFlow(page, `${server.url}/tjek`)
  await answerScreen(page, person.answers)
  await goOn(page, 'da')
  await answerScreen(page, person.answers)
  await page.goBack()
  await expect(page.locator('input[name="subject"][value="self"]')).toBeChecked()
  await page.goForward()
  await expect(page.locator('input[name="age"][value="adult"]')).toBeChecked()
  await page
    .getByRole('button', { name: 'Tilbage' })
    .or(page.getByRole('link', { name: 'Tilbage' }))
    .click()
  await expect(page.locator('input[name="subject"][value="self"]')).toBeChecked()
  await walk(page, person.answers, 'da')

  await page.locator('summary', { hasText: 'Se og ret dine svar' }).click()
  await page.getByRole('button', { name: 'Ret emne' }).click()
  await page.locator('input[name="substance"][value="drugs"]').press(' ')
  await goOn(page, 'da')
  await expect(page.locator('#next-step')).toBeVisible()
  await page.locator('summary', { hasText: 'Se og ret dine svar' }).click()
  await expectRows(page, { 'Hvad handler det om?': 'Hash, piller eller andre stoffer' })
  await expect(page.locator('li[data-id="caution-drugs-choice-contradiction"]')).toHaveCount(1)

  // A change that opens a new question asks that one, and only that.
  await page.getByRole('button', { name: 'Ret ønsker' }).click()
  await page.locator('input[name="wishes"][value="anonymous"]').press(' ')
  await goOn(page, 'da')
  await expect(page.locator('input[name="criteria"]').first()).toBeAttached()
  await goOn(page, 'da')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('namelessDrugs', 'da'))
})

test('the language is changed in the middle with nothing lost', async ({ page }) => {
  await openFlow(page, `${server.url}/tjek`)
  await answerScreen(page, [['subject', 'relative']])
  await goOn(page, 'da')
  await answerScreen(page, [
    ['relation', 'parent'],
    ['childAge', '15-17'],
  ])
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who are you worried about?')
  expect(page.url()).toBe(`${server.url}/en/check`)
  await expect(page.locator('input[name="childAge"][value="15-17"]')).toBeChecked()
  await goOn(page, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do you live in Lyngby-Taarbæk?')
})

const doors = [
  { from: '/voksne', first: ['resident'], then: 'Mig selv' },
  { from: '/unge', first: ['resident'], then: 'Mig selv' },
  { from: '/paaroerende', first: ['relation'], then: 'En, jeg er tæt på' },
  { from: '/rettigheder', first: ['subject', 'acute'], then: undefined },
  { from: '/', first: ['subject', 'acute'], then: undefined },
]
for (const { from, first, then } of doors)
  test(`from ${from} the check asks only what the door taken has not said`, async ({ page }) => {
    await page.goto(server.url + from)
    await page.locator('main a[href="/tjek"]').first().click()
    await expect(page.locator('main fieldset.form-body:not([disabled])')).toBeAttached()
    await expect(page.locator('main input').first()).toBeAttached()
    const names = await page
      .locator('main input')
      .evaluateAll(boxes => boxes.map(box => (box as HTMLInputElement).name))
    expect([...new Set(names)]).toEqual(first)
    expect(page.url()).toBe(`${server.url}/tjek`)
    if (then === undefined) return
    for (let turn = 0; turn < 15 && !(await onResult(page)); turn++) await goOn(page, 'da')
    await expect(page.locator('[data-key="subject"] dd').first()).toHaveText(then)
  })

test('"Write to Torvehuset" carries what the request asks for, and no question comes twice', async ({
  page,
}) => {
  const person = personCalled('an adult who wants alcohol treatment')
  await openFlow(page, `${server.url}/tjek`)
  await walk(page, person.answers, 'da')
  await page.getByRole('button', { name: 'Skriv til Torvehuset' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vil du sige, hvem du er?' })).toBeVisible()
  expect(page.url()).toBe(`${server.url}/kontakt`)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('treatment', 'da'))
  await page
    .getByRole('button', { name: 'Tilbage' })
    .or(page.getByRole('link', { name: 'Tilbage' }))
    .click()
  await expect(page.locator('input[name="now"]').first()).toBeAttached()
})

test('a relative who writes to Torvehuset is not asked again who, whom and where', async ({ page }) => {
  await openFlow(page, `${server.url}/en/check`)
  await walk(
    page,
    [
      ['subject', 'relative'],
      ['relation', 'parent'],
      ['childAge', '15-17'],
      ['connection', 'resident'],
    ],
    'en',
  )
  await page.getByRole('button', { name: 'Write to Torvehuset' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'What would you like?' })).toBeVisible()
})

test('the result can be printed, with what stands open and what the reader has unfolded', async ({
  page,
}) => {
  await openFlow(page, `${server.url}/tjek`)
  await walk(page, personCalled('a relative who lives here').answers, 'da')
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = 'yes'
    }
  })
  await page.getByRole('button', { name: 'Print eller gem' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  await page.locator('summary', { hasText: 'Hvorfor står det her' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print eller gem' })).toBeHidden()
  await expect(page.locator('li[data-id="offer-relatives-programme"]')).toBeVisible()
  await expect(page.locator('li[data-why]').first()).toBeVisible()
  await expect(page.locator('.summary-row').first()).toBeHidden()
})

const pictured = [
  'a 16-year-old whose parents should not know',
  'a pregnant adult who uses both',
  'a relative who lives here',
  'someone of 14',
]
const pictures = process.env['PICTURES']
for (const who of pictured)
  test(`the result of ${who} fits a phone and a desk, by day and by night`, async ({ page }) => {
    await openFlow(page, `${server.url}/tjek`)
    await walk(page, personCalled(who).answers, 'da')
    // At 320 px every state is looked at (states.ts).
    for (const [width, height] of [
      [360, 740],
      [1280, 800],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow, `${width} ${colorScheme}`).toBeLessThanOrEqual(0)
        await expectAccessible(page, colorScheme === 'light' ? undefined : 'colours')
        if (pictures === undefined) continue
        await mkdir(pictures, { recursive: true })
        const name = `${who.replaceAll(' ', '-')}-${width}-${colorScheme}.png`
        await page.screenshot({ path: join(pictures, name), fullPage: true })
      }
  })
