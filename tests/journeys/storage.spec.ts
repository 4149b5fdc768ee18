import { expect, test } from './test.ts'
import { onResult } from './check-people.ts'
import { allKept, choose, comeToForget, next, storageOf, visit, writeAsAdult } from './phone.ts'
import { answersPutAway, receiptPutAway } from './put-away.ts'
import { codeShown, wordsIn } from './replies-people.ts'
import { PART_OF_CODE } from './readable.ts'
import { serverForAll } from './served.ts'

const server = serverForAll()

/** A word that can be nowhere by chance. */
const SECRET = 'blåbærgrød'
/** Words of the answers; names of pages and files are public and left out before looking. */
const READABLE = new RegExp(`${SECRET}|"alcohol"|advice|anonymous|relative|adult|message"?:"|${PART_OF_CODE}`)

const withoutPublicFiles = (storage: string): string => {
  return JSON.stringify({ ...(JSON.parse(storage) as object), cached: [] })
}

test('answers under way survive a tab that is dropped, and cannot be read where they lie', async ({
  page,
}) => {
  await visit(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'alcohol')
  await answersPutAway(page, { substance: 'alcohol' })
  const kept = await storageOf(page)
  expect(withoutPublicFiles(kept)).not.toMatch(READABLE)
  expect(kept).toContain('extractable: false')

  await page.reload() // what the phone does with a tab it dropped
  await expect(page.locator('input[name=substance][value=alcohol]')).toBeChecked()
})

test('after sending only a sealed receipt is left until the code is saved, and then nothing tells of the answers', async ({
  page,
}) => {
  const say = await wordsIn('da')
  await visit(page, `${server.url}/kontakt`)
  await writeAsAdult(page, SECRET)
  await next(page)
  await expect(page.getByRole('heading', { level: 1, name: say('request:receipt.sent') })).toBeVisible()
  // Until the code is saved the receipt lies in the tab: ciphertext, whose key cannot be taken out.
  await receiptPutAway(page, 'sent')
  const code = await codeShown(page)
  const unsaved = await storageOf(page)
  expect(withoutPublicFiles(unsaved)).not.toMatch(READABLE)
  expect(unsaved).not.toContain(code)
  expect(unsaved).not.toContain(code.slice(0, 4))
  const { session, databases } = JSON.parse(unsaved) as {
    session: { h: string; d: string }
    databases: { snak: { keys: { name: string; key: string }[] } }
  }
  expect(Object.keys(session).sort()).toEqual(['d', 'h'])
  const laid = JSON.parse(session.d) as { n: string; c: string }
  expect(Object.keys(laid).sort()).toEqual(['c', 'n'])
  expect(laid.c).toMatch(/^[A-Za-z0-9+/]+=*$/)
  expect(databases.snak.keys.find(({ name }) => name === laid.n)?.key).toBe('key, extractable: false')

  await page.getByRole('button', { name: say('request:receipt.saved') }).click()
  await expect.poll(async () => withoutPublicFiles(await storageOf(page))).not.toMatch(/draft:/)
  const kept = JSON.parse(await storageOf(page)) as {
    databases: { snak: { waiting: unknown[]; noted: unknown[] } }
    session: Record<string, string>
    local: object
    cookies: string
  }
  expect(withoutPublicFiles(JSON.stringify(kept))).not.toMatch(READABLE)
  expect(kept.databases.snak.waiting).toEqual([])
  await expect
    .poll(async () => (JSON.parse(await storageOf(page)) as typeof kept).databases.snak.noted)
    .toEqual([])
  expect(Object.keys(kept.session)).toEqual(['h'])
  expect(kept.local).toEqual({})
  expect(kept.cookies).toBe('')
  expect(page.url()).toBe(`${server.url}/kontakt`)
  expect(JSON.stringify(await page.evaluate(() => history.state as unknown))).not.toMatch(READABLE)
})

test('after 20 minutes untouched the answers are gone, with a gentle word before', async ({ page }) => {
  await page.clock.install()
  await visit(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await page.clock.runFor(1_000)
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).not.toBeNull()

  await page.clock.fastForward('18:10')
  await expect(page.getByText('Er du her stadig?')).toBeVisible()
  await page.getByRole('button', { name: 'Jeg er her' }).click()
  await expect(page.getByText('Er du her stadig?')).toHaveCount(0)

  await page.clock.fastForward('20:10')
  await expect(page.getByText('Appen har slettet det, du havde valgt og skrevet')).toBeVisible()
  await expect(page.locator('input:checked')).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).toBeNull()
  // Beginning again: a choice must not turn the page to the screen of before.
  await choose(page, 'audience', 'adult')
  await expect(page.locator('input[name=audience][value=adult]')).toBeChecked()
})

test('after 20 minutes untouched what the check was told is gone, and it begins at its first question', async ({
  page,
}) => {
  await page.clock.install()
  await visit(page, `${server.url}/tjek`)
  const first = page.getByText(/^Side 1 af højst \d+$/)
  await choose(page, 'subject', 'self')
  await next(page)
  while (!(await onResult(page))) await page.getByRole('button', { name: 'Spring over' }).click()

  await page.clock.fastForward('18:10')
  await expect(page.getByText('Er du her stadig?')).toBeVisible()
  await expect(page.locator('#next-step')).toBeVisible()
  await expect(page.getByText('eller når den står stille i 20 minutter')).toBeVisible()
  await page.clock.fastForward('02:00')
  await expect(page.getByText('Appen har slettet det, du havde valgt og skrevet')).toBeVisible()
  await expect(first).toBeVisible()
  await expect(page.locator('input:checked')).toHaveCount(0)
  // Back leads to no screen that the answers of before have opened, and no answer comes back.
  await page.goBack()
  await expect(page.locator('input:checked')).toHaveCount(0)
  await expect(page.locator('#next-step')).toHaveCount(0)
})

test('a draft that has run out is not brought back', async ({ page }) => {
  await page.clock.install()
  await visit(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await page.clock.runFor(1_000)
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).not.toBeNull()
  const laid = await page.evaluate(() => sessionStorage.getItem('d') ?? '')
  // The phone dropped the tab and brings it back half an hour later: no timer of ours has run meanwhile.
  await page.goto('about:blank')
  await page.clock.setSystemTime(Date.now() + 30 * 60_000)
  await page.goto(`${server.url}/kontakt`)
  await expect(page.locator('input[name=audience]').first()).toBeVisible()
  await expect.poll(async () => storageOf(page)).not.toContain((JSON.parse(laid) as { n: string }).n)
})

test('"forget everything" shows what there is and removes it', async ({ page }) => {
  await visit(page, `${server.url}/om/privatliv`)
  await comeToForget(page)
  await expect(page.getByText('Sider til brug uden net')).toBeVisible()
  await page.getByRole('button', { name: 'Glem det hele' }).click()
  await page.getByRole('button', { name: 'Ja, glem det hele' }).click()
  await expect(page.getByText('Siden har slettet alt, den selv havde lagt på telefonen')).toBeVisible()
  const left = await page.evaluate(async () => ({
    caches: await caches.keys(),
    session: Object.keys(sessionStorage),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: await indexedDB.databases(),
  }))
  expect(left.caches).toEqual([])
  expect(left.workers).toBe(0)
  expect(left.session).toEqual([])
  expect(left.databases).toEqual([])
})

test('where the browser refuses a part, "forget everything" shows and removes the rest, and says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker // as a private window of Firefox
    CacheStorage.prototype.keys = () => Promise.reject(new DOMException('insecure', 'SecurityError'))
  })
  await page.goto(`${server.url}/om/privatliv`)
  await comeToForget(page)
  await expect(page.getByText('Ingen beskeder, der venter')).toBeVisible()
  await expect(page.getByText('Browseren viser ikke appen det hele')).toBeVisible()
  await page.getByRole('button', { name: 'Glem det hele' }).click()
  await page.getByRole('button', { name: 'Ja, glem det hele' }).click()
  await expect(page.getByText((await wordsIn('da'))('offline:forget.failed'))).toBeVisible()
})

for (const lost of ['islands', 'background'])
  test(`where its script cannot be had, "forget everything" says so, and how to go on (${lost})`, async ({
    page,
  }) => {
    const say = await wordsIn('da')
    await page.route(`**/assets/${lost}-*.js`, route => route.abort())
    await page.goto(`${server.url}/om/privatliv`)
    await page.getByRole('heading', { name: say('offline:forget.title') }).scrollIntoViewIfNeeded()
    await expect(page.getByText(say('offline:forget.notHad'))).toBeVisible()
    await expect(page.getByText(say('offline:forget.loading'))).toBeHidden()
    await page.unrouteAll()
    await page.getByRole('link', { name: say('request:sendErrors.fetch') }).click()
    await comeToForget(page)
    await expect(page.getByRole('button', { name: say('offline:forget.button') })).toBeVisible()
  })

test('the message is never offered for autofill, and titles say nothing', async ({ page }) => {
  await visit(page, `${server.url}/kontakt`)
  await writeAsAdult(page)
  await expect(page.locator('textarea')).toHaveAttribute('autocomplete', 'off')
  await expect(page).toHaveTitle('Kontakt')
  await allKept(page)
})
