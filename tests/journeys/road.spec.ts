import { expect, test } from '@playwright/test'
import { choose, expectAccessible, goOn, openFlow, rowsOf, signInToInbox } from './people.ts'
import { dispose, startServer, type TestServer } from './server.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await dispose(server)
})

test('an adult writes by name in Danish, and staff read exactly that', async ({ page, browser }) => {
  await page.goto(`${server.url}/voksne`)
  await page.locator('main a[href="/kontakt"]').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hvad vil du helst?' })).toBeVisible()
  await expect(page.getByText('Trin 1 af 5')).toBeVisible()
  await expectAccessible(page)

  await goOn(page, 'da')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page).toHaveTitle('Fejl: Kontakt')
  await expectAccessible(page)

  await choose(page, 'I gang med behandling')
  await goOn(page, 'da')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expectAccessible(page)
  await choose(page, 'Alkohol')
  await goOn(page, 'da')
  await expectAccessible(page)
  await choose(page, 'Ja, med navn')
  await goOn(page, 'da')

  await page.getByLabel('Navn').fill('Karen Æblegård')
  await page.getByLabel('Telefonnummer').fill('ring')
  await goOn(page, 'da')
  await expect(page.getByRole('link', { name: 'Skriv et nummer, vi kan ringe til.' })).toBeVisible()
  await expect(page.getByLabel('Navn')).toHaveValue('Karen Æblegård')
  await expectAccessible(page)
  await page.getByLabel('Telefonnummer').fill('+45 12 34 56 78')
  await page.getByRole('checkbox', { name: 'Om formiddagen' }).check({ force: true })
  await choose(page, 'Læg på')
  await goOn(page, 'da')

  await expect(page.getByRole('heading', { level: 1, name: 'Passer det?' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Hvem får det at vide?' })).toBeVisible()
  await page.getByLabel('Vil du skrive lidt?').fill('Mit cpr er 010203-1234')
  await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
  await expect(page.getByRole('link', { name: /ligner et cpr-nummer/ })).toBeVisible()
  await expect(page.getByLabel('Vil du skrive lidt?')).toHaveValue('Mit cpr er 010203-1234')
  await expectAccessible(page)

  await page.getByLabel('Vil du skrive lidt?').fill('Jeg vil gerne i gang. Jeg orker ikke mere.')
  await expect(page.getByRole('heading', { name: 'Har du brug for hjælp nu?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send til Torvehuset' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  await expect(page.getByText(/første samtale som regel senest/)).toBeVisible()
  await expect(page.locator('.code-value')).toHaveText(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  await expectAccessible(page)

  const staff = await signInToInbox(browser, server)
  await expectAccessible(staff)
  await staff.getByRole('button', { name: /Voksen: Behandling \(Karen Æblegård\)/ }).click()
  const rows = await rowsOf(staff)
  expect(rows).toMatchObject({
    'Må ringe': 'formiddag',
    'Hvis en anden svarer': 'Læg på',
    Navn: 'Karen Æblegård',
    Telefon: '+45 12 34 56 78',
    'Hvem de er': 'Med navn',
    Hvem: 'Voksen',
    Ønske: 'Behandling',
    'Handler om': 'Alkohol',
    Sprog: 'Dansk',
    Besked: 'Jeg vil gerne i gang. Jeg orker ikke mere.',
  })
  await expect(staff.getByText('Beskeden nævner selvmord eller ikke at ville leve.')).toBeVisible()
  await expectAccessible(staff)
})

test('a young person books a talk in English without a name, in two screens', async ({ page, browser }) => {
  await page.goto(`${server.url}/en/youth`)
  await page.locator('main a[data-audience="youth-talk"]').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'When can you come?' })).toBeVisible()
  const time = page.getByRole('checkbox').first()
  await time.check({ force: true })
  await expectAccessible(page)
  await goOn(page, 'en')

  await expect(
    page.getByRole('heading', { level: 1, name: 'Shall we book this time for you?' }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Will my parents be told?' })).toBeVisible()
  const alias = (await page.locator('[data-key="alias"] strong').innerText()).trim()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Book the talk' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Your time is booked' })).toBeVisible()
  await expect(page.getByText(`Say ${alias}.`)).toBeVisible()
  await expect(page.getByText(/You can come without the code/)).toBeVisible()
  expect(page.url()).toBe(`${server.url}/en/contact`)
  await expectAccessible(page)

  const staff = await signInToInbox(browser, server, 'en')
  await staff.getByRole('button', { name: new RegExp(`Talk without a name \\(${alias}\\)`) }).click()
  const rows = await rowsOf(staff)
  expect(rows).toMatchObject({
    'Name at the door': alias,
    'Who they are': 'Without a name',
    Who: 'Young, 15-17',
    Wish: 'Talk without a name',
    Language: 'English',
  })
  expect(rows['Time']).toMatch(/45|:|\./)
  expect(Object.keys(rows)).not.toContain('About')
  expect(Object.keys(rows)).not.toContain('Phone')
})

test('a relative asks for the course, and the language is changed in the middle with nothing lost', async ({
  page,
  browser,
}) => {
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'Jeg er pårørende')
  await goOn(page, 'da')
  await expect(page.getByText('Er du selv under 18? Ring 116 111, hele døgnet.')).toBeVisible()
  await choose(page, 'En voksen')
  await goOn(page, 'da')
  await choose(page, 'Nej, men en af mine nære er i behandling i Torvehuset')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Do you live in Lyngby-Taarbæk?' })).toBeVisible()
  expect(page.url()).toBe(`${server.url}/en/contact`)
  await expect(
    page.getByRole('radio', { name: 'No, but someone close to me is in treatment at Torvehuset' }),
  ).toBeChecked()
  await goOn(page, 'en')
  await choose(page, 'A place on the relatives’ course')
  await page.getByRole('checkbox').first().check({ force: true })
  await expectAccessible(page)
  await goOn(page, 'en')
  await choose(page, 'Just a phone number')
  await page.getByRole('textbox', { name: 'Phone number' }).fill('12345678')
  await expectAccessible(page)
  await goOn(page, 'en')

  await expect(page.getByRole('heading', { name: 'Help for you' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change phone number' }).click()
  await page.getByRole('textbox', { name: 'Phone number' }).fill('87654321')
  await goOn(page, 'en')
  await expect(page.getByText('87654321')).toBeVisible()
  await page.getByRole('button', { name: 'Send to Torvehuset' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your time is booked' })).toBeVisible()

  const staff = await signInToInbox(browser, server)
  await staff.getByRole('button', { name: /Pårørende: Kursus for pårørende/ }).click()
  expect(await rowsOf(staff)).toMatchObject({
    Telefon: '87654321',
    'Bekymret for': 'En voksen',
    Bopæl: 'Bor ikke her; en nær er i behandling i Torvehuset',
    'Hvem de er': 'Kun et nummer',
    Sprog: 'Engelsk',
  })
})

test('Back and Forward restore each step as it was, and no answer stands in the history', async ({
  page,
}) => {
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'Jeg er 18 år eller mere')
  await goOn(page, 'da')
  await choose(page, 'Tale med nogen først')
  await goOn(page, 'da')
  await choose(page, 'Begge dele')
  await page.goBack()
  await expect(page.getByRole('radio', { name: 'Tale med nogen først' })).toBeChecked()
  await page.goForward()
  await expect(page.getByRole('radio', { name: 'Begge dele' })).toBeChecked()
  expect(page.url()).toBe(`${server.url}/kontakt`)
  expect(await page.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"step":\d+\}$/)
})
