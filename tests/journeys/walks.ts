import type { Page, Route } from '@playwright/test'
import { pageIds, pages } from '../../src/app/routes.ts'
import { pathOf, people, personCalled, walk as walkCheck } from './check-people.ts'
import { choose, goOn, openFlow, type Lang } from './people.ts'
import { bookAsYouth, openReplies } from './replies-people.ts'
import type { TestServer } from './server.ts'

/** Called at each state worth seeing. Names are file names. */
export type Snap = (page: Page, name: string) => Promise<void>
export type Walk = (page: Page, server: TestServer, lang: Lang, snap: Snap) => Promise<void>

/** Each document as it is read. */
const documents: Walk = async (page, server, lang, snap) => {
  for (const id of pageIds.filter(one => pages[one].kind === 'document')) {
    await page.goto(server.url + pages[id][lang])
    await snap(page, `page-${id}`)
  }
  await page.goto(`${server.url}${lang === 'da' ? '' : '/en'}/findes-ikke-her`)
  await snap(page, 'page-not-found')
  await page.goto(`${server.url}/ude.html`)
  await snap(page, 'page-left')
}

const w = (lang: Lang, da: string, en: string): string => (lang === 'da' ? da : en)
const contactAt = (server: TestServer, lang: Lang): string => server.url + pages.contact[lang]

const adultByName: Walk = async (page, server, lang, snap) => {
  await openFlow(page, contactAt(server, lang))
  await snap(page, 'request-who')
  await goOn(page, lang)
  await snap(page, 'request-who-error')
  await choose(page, w(lang, 'Jeg er 18 år eller mere', 'I am 18 or older'))
  await goOn(page, lang)
  await snap(page, 'adult-1-wish')
  await choose(page, w(lang, 'I gang med behandling', 'To start treatment'))
  await goOn(page, lang)
  await snap(page, 'adult-2-substance')
  await choose(page, w(lang, 'Begge dele', 'Both'))
  await goOn(page, lang)
  await snap(page, 'adult-3-identity')
  await choose(page, w(lang, 'Ja, med navn', 'Yes, with my name'))
  await goOn(page, lang)
  await page.locator('#field-name').waitFor()
  await snap(page, 'adult-4-reach')
  await goOn(page, lang)
  await page.locator('.error-summary').waitFor()
  await snap(page, 'adult-4-reach-error')
  await page.locator('#field-name').fill('Karen Eksempel')
  await page.locator('#field-phone').fill('12 34 56 78')
  await goOn(page, lang)
  await snap(page, 'adult-5-review')
  await page
    .locator('#field-message')
    .fill(w(lang, 'Jeg vil ikke leve længere. 010203-1234', 'I want to die. 010203-1234'))
  await send(page)
  await snap(page, 'adult-5-review-crisis-and-cpr')
  await page.locator('#field-message').fill('')
  await page.route('**/api/requests', (route: Route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:foerste-snak:problem:unacceptable',
        title: 'x',
        status: 422,
        field: 'sealed',
      }),
    }),
  )
  await send(page)
  await page.locator('.notice').first().waitFor()
  await snap(page, 'adult-5-review-refused')
  await page.unroute('**/api/requests')
  await send(page)
  await page.locator('.code-value').waitFor()
  await snap(page, 'adult-6-receipt')
}

const adultWithout: Walk = async (page, server, lang, snap) => {
  await openFlow(page, contactAt(server, lang))
  await choose(page, w(lang, 'Jeg er 18 år eller mere', 'I am 18 or older'))
  await goOn(page, lang)
  await choose(page, w(lang, 'Tale med nogen først', 'To talk to someone first'))
  await goOn(page, lang)
  await choose(page, w(lang, 'Hash, piller eller andre stoffer', 'Cannabis, pills or other drugs'))
  await goOn(page, lang)
  await choose(page, w(lang, 'Nej', 'No'))
  await goOn(page, lang)
  await snap(page, 'adult-without-name-review')
  await page.route('**/api/requests', (route: Route) => route.abort())
  await send(page)
  await page.locator('.code-value').waitFor()
  await snap(page, 'adult-without-name-waiting')
  await page.unroute('**/api/requests')
}

const young: Walk = async (page, server, lang, snap) => {
  await page.goto(server.url + pages.youth[lang])
  await page.locator('main a[data-audience="youth-talk"]').first().click()
  await page.getByRole('checkbox').first().waitFor()
  await snap(page, 'young-1-times')
  await page.locator('.choice label').nth(0).click()
  await page.locator('.choice label').nth(1).click()
  await snap(page, 'young-1-times-chosen')
  await goOn(page, lang)
  await snap(page, 'young-2-review')
  await send(page)
  await page.locator('.code-value').waitFor()
  await snap(page, 'young-3-receipt')
}

const youngInTrouble: Walk = async (page, server, lang, snap) => {
  await page.route('**/api/slots*', (route: Route) => route.abort())
  await page.goto(server.url + pages.youth[lang])
  await page.locator('main a[data-audience="youth-talk"]').first().click()
  await page.getByRole('button', { name: w(lang, 'Prøv igen', 'Try again') }).waitFor()
  await snap(page, 'young-1-times-unreachable')
  await page.unroute('**/api/slots*')
  await page.route('**/api/slots*', (route: Route) => route.fulfill({ json: { slots: [] } }))
  await page.getByRole('button', { name: w(lang, 'Prøv igen', 'Try again') }).click()
  await page.getByRole('button', { name: w(lang, 'Skriv i stedet', 'Write instead') }).waitFor()
  await snap(page, 'young-1-times-none')
  await page.unroute('**/api/slots*')
}

const relative: Walk = async (page, server, lang, snap) => {
  await openFlow(page, contactAt(server, lang))
  await choose(page, w(lang, 'Jeg er pårørende', 'I am a relative or friend'))
  await goOn(page, lang)
  await snap(page, 'relative-1-concern')
  await choose(page, w(lang, 'Mit barn på 15-17 år', 'My child, aged 15-17'))
  await goOn(page, lang)
  await snap(page, 'relative-2-connection')
  await choose(page, w(lang, 'Ja', 'Yes'))
  await goOn(page, lang)
  await choose(page, w(lang, 'Med på kurset for pårørende', 'A place on the relatives’ course'))
  await page.getByRole('checkbox').first().waitFor()
  await snap(page, 'relative-3-wish')
  await goOn(page, lang)
  await choose(page, w(lang, 'Kun et nummer', 'Just a phone number'))
  await snap(page, 'relative-4-who')
  await page.locator('#field-phone').fill('12345678')
  await goOn(page, lang)
  await snap(page, 'relative-5-review')
  await send(page)
  await page.locator('.code-value').waitFor()
  await snap(page, 'relative-6-receipt')
}

/** Every question once, and the results of four very different people. */
const check: Walk = async (page, server, lang, snap) => {
  for (const [index, who] of whoIsChecked.entries()) {
    await openFlow(page, server.url + pathOf[lang])
    let screen = 0
    await walkCheck(page, personCalled(who).answers, lang, async () => {
      screen += 1
      if (index === 0) await snap(page, `check-${screen}`)
    })
    await snap(page, `check-result-${index + 1}`)
  }
}
const whoIsChecked = ['pregnant', '16-year-old', 'a relative who', 'of 14'].map(word => {
  const found = people.find(person => person.who.includes(word))
  if (!found) throw new Error(`nobody is called "${word}"`)
  return found.who
})

const replies: Walk = async (page, server, lang, snap) => {
  const { code } = await bookAsYouth(page, server, lang)
  await openFlow(page, server.url + pages.replies[lang])
  await snap(page, 'replies-1-code')
  await page.locator('main input').first().fill('ABCD')
  await send(page)
  await page.locator('.error-summary').waitFor()
  await snap(page, 'replies-1-code-error')
  await openReplies(page, server, lang, code)
  await snap(page, 'replies-2-thread')
}

const staff: Walk = async (page, server, lang, snap) => {
  await page.goto(`${server.url}/inbox`)
  if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
  await snap(page, 'inbox-1-sign-in')
  const enter = page.getByRole('button', { name: w(lang, 'Log ind', 'Sign in'), exact: true })
  await enter.click()
  await snap(page, 'inbox-1-sign-in-error')
  await page.getByLabel(w(lang, 'Nøglefil', 'Key file')).setInputFiles(server.keyFile)
  await enter.click()
  await page.getByRole('button', { name: w(lang, 'Hent igen', 'Fetch again') }).waitFor()
  await snap(page, 'inbox-2-list')
  await page.locator('.request-card button').first().click()
  await page.locator('.summary').first().waitFor()
  await snap(page, 'inbox-3-request')
  await page.getByRole('button', { name: w(lang, 'Tider', 'Times'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: w(lang, 'Tider', 'Times') }).waitFor()
  await snap(page, 'inbox-4-times')
}

/** Sends from the last screen: its form has the one button that submits. */
async function send(page: Page): Promise<void> {
  await page.locator('main form button[type="submit"]').click()
}

/** Every way through the app that has states worth seeing; `staff` comes last, when there is something to read. */
export const walks: Readonly<Record<string, Walk>> = {
  documents,
  adultByName,
  adultWithout,
  young,
  youngInTrouble,
  relative,
  check,
  replies,
  staff,
}
