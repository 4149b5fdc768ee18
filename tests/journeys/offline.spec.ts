import type { Page } from '@playwright/test'
import { walkedIn } from './languages.ts'
import { expect, test } from './test.ts'
import { pages } from '../../src/app/routes.ts'
import { takeTime } from './people.ts'
import {
  allKept,
  choose,
  newPhone,
  next,
  requestsAt,
  storageOf,
  visit,
  writeAsAdult,
  type Phone,
} from './phone.ts'
import { serverForEach } from './served.ts'

let phone: Phone

test.beforeEach(async () => {
  phone = await newPhone()
})
test.afterEach(async () => {
  await phone.throwAway()
})
const server = serverForEach()

const notice = (page: Page, title: string) => page.locator('.notice', { hasText: title })
const send = async (page: Page): Promise<void> => next(page)
const waiting = async (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: 'Ikke sendt endnu' })).toBeVisible()

test('a request written in flight mode waits, survives a killed browser, and goes once when the network is back', async () => {
  const first = await phone.start()
  await visit(first.page, `${server.url}/`)
  await first.context.setOffline(true)
  await first.page.goto(`${server.url}/kontakt`)
  await writeAsAdult(first.page)
  await send(first.page)
  await waiting(first.page)
  expect(await requestsAt(server)).toEqual([])
  await phone.kill()
  await server.stop() // no network from the browser's first moment on: else Background Sync is faster than the test

  const second = await phone.start({ offline: true })
  await second.page.goto(`${server.url}/`)
  await expect(notice(second.page, 'Ikke sendt endnu')).toBeVisible()
  const kept = await storageOf(second.page)
  expect(kept).not.toMatch(/alcohol|advice|anonymous|adult"/)

  await server.restart()
  await second.context.setOffline(false)
  await expect(notice(second.page, 'Beskeden er kommet frem')).toBeVisible()
  expect(await requestsAt(server)).toHaveLength(1)

  await second.page.getByRole('button', { name: 'Jeg har set det' }).click()
  await expect(notice(second.page, 'Beskeden er kommet frem')).toHaveCount(0)
  const after = async (): Promise<unknown> =>
    (JSON.parse(await storageOf(second.page)) as { databases: { snak: object } }).databases.snak
  await expect.poll(after).toMatchObject({ waiting: [], noted: [] })
})

test('the phone sends a waiting request by itself, with no page of the app open', async () => {
  const { context, page: written } = await phone.start()
  await visit(written, `${server.url}/kontakt`)
  await context.setOffline(true)
  await writeAsAdult(written)
  await send(written)
  await waiting(written)
  // Closed, not only left: a page that a browser keeps for Back may wake when the network is there.
  const page = await context.newPage()
  await written.close()
  await context.setOffline(false)
  // Background Sync comes when the browser sees fit; here it is asked to see fit now.
  const session = await context.newCDPSession(page)
  const registered = new Promise<string>(done => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.url))
      if (ours) done(ours.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: server.url,
    registrationId: await registered,
    tag: 'outbox',
    lastChance: false,
  })
  await expect.poll(async () => requestsAt(server)).toHaveLength(1)
  await page.goto(`${server.url}/`)
  await expect(notice(page, 'Beskeden er kommet frem')).toBeVisible()
})

test('a request goes once although the server restarts between taking it and answering', async () => {
  const { page } = await phone.start()
  await visit(page, `${server.url}/kontakt`)
  await writeAsAdult(page)
  // The first try alone: the phone tries again by itself, and then nobody is there to take it.
  const lost = page.waitForEvent('requestfailed', request => request.url().endsWith('/api/requests'))
  await page.route(
    '**/api/requests',
    async route => {
      await route.fetch() // the intake takes it …
      await server.stop('SIGKILL') // … and is gone before its answer arrives
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await send(page)
  await waiting(page)
  await lost

  await server.restart()
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  expect(await requestsAt(server)).toHaveLength(1)
})

test('with a server that is down the page says so, and sends by itself once it is up', async () => {
  const { page } = await phone.start()
  await visit(page, `${server.url}/kontakt`)
  await writeAsAdult(page)
  await server.stop()
  await send(page)
  await waiting(page)
  await server.restart()
  // No tap: the page tries again after a pause of some seconds.
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  expect(await requestsAt(server)).toHaveLength(1)
})

test('two open tabs send a waiting request once', async () => {
  const { context, page } = await phone.start()
  await visit(page, `${server.url}/kontakt`)
  await context.setOffline(true)
  await writeAsAdult(page)
  await send(page)
  await waiting(page)
  const other = await context.newPage()
  await other.goto(`${server.url}/`)
  await expect(notice(other, 'Ikke sendt endnu')).toBeVisible()

  // Under load the intake may ask for a proof first: what counts is what it took.
  const taken: number[] = []
  context.on('response', response => {
    if (response.url().endsWith('/api/requests') && response.status() !== 429) taken.push(response.status())
  })
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  await expect(notice(other, 'Ikke sendt endnu')).toHaveCount(0)
  expect(await requestsAt(server)).toHaveLength(1)
  await expect.poll(() => taken).toEqual([201])
})

test('a wished time that was taken meanwhile does not lose the request, and the page says so', async () => {
  const { context, page } = await phone.start()
  await visit(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'youth')
  await next(page)
  await choose(page, 'wish', 'anonymous-talk')
  await next(page)
  const time = page.locator('input[name=slotIds]').first()
  const choice = page.getByRole('button', { name: 'Vælg tid' })
  await time.or(choice).first().waitFor()
  if (await choice.isVisible()) await choice.click()
  await time.press(' ')
  const slotId = (await time.getAttribute('value')) ?? ''
  await next(page)
  await context.setOffline(true)
  await send(page)
  await waiting(page)

  const faster = await takeTime(server, slotId)
  expect(((await faster.json()) as { slot: { id: string } }).slot.id).toBe(slotId)

  await context.setOffline(false)
  await expect(page.getByText('var lige taget')).toBeVisible()
  expect(await requestsAt(server)).toHaveLength(2)
})

test('a waiting request can be taken back and is then never sent', async () => {
  const { context, page } = await phone.start()
  await visit(page, `${server.url}/kontakt`)
  await context.setOffline(true)
  await writeAsAdult(page)
  await send(page)
  await waiting(page)
  await page.goto(`${server.url}/`)
  await page.getByRole('button', { name: 'Slet beskeden' }).click()
  await page.getByRole('button', { name: 'Ja, slet den' }).click()
  await expect(page.getByText('Beskeden er slettet')).toBeVisible()
  await context.setOffline(false)
  await page.reload()
  await allKept(page)
  expect(await requestsAt(server)).toEqual([])
  await expect(notice(page, 'Ikke sendt endnu')).toHaveCount(0)
})

test('keys of another house are told, and nothing is sent to them', async () => {
  const { page } = await phone.start()
  await visit(page, `${server.url}/kontakt`)
  await writeAsAdult(page)
  await page.route('**/api/recipients', async route =>
    route.fulfill({
      json: { recipients: ['age1pq1another', 'age1pq1house'], fingerprint: '0'.repeat(64) },
    }),
  )
  let posts = 0
  page.on('request', request => {
    if (request.url().endsWith('/api/requests')) posts++
  })
  await send(page)
  await expect(page.getByText('for gammel til at sende sikkert')).toBeVisible()
  expect(posts).toBe(0)
})

for (const lang of walkedIn('en')) {
  test(`after one visit every page opens from a cold start without a network (${lang})`, async () => {
    const first = await phone.start()
    await visit(first.page, `${server.url}${lang === 'da' ? '/en' : '/'}`) // the other language is brought along too
    const headings: Record<string, string> = {}
    for (const { [lang]: address } of Object.values(pages)) {
      await first.page.goto(server.url + address)
      headings[address] = (await first.page.locator('h1').first().textContent()) ?? ''
    }
    await phone.kill()
    await server.stop()

    for (const [address, heading] of Object.entries(headings)) {
      const { page } = await phone.start({ offline: true })
      await page.goto(server.url + address)
      await expect(page.locator('h1').first()).toHaveText(heading)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await phone.kill()
    }
  })
}

test('an address that is not there leads on, also without a network', async () => {
  const { context, page } = await phone.start()
  await visit(page, `${server.url}/`)
  await context.setOffline(true)
  await page.goto(`${server.url}/findes-slet-ikke`)
  await expect(page.locator('main a').first()).toBeVisible()
  await page.goto(`${server.url}/unge/`)
  await expect(page).toHaveTitle('Unge')
})

test('a browser takes the app for one that can be installed, under a neutral name', async () => {
  for (const [start, name] of [
    ['/', 'Snak'],
    ['/en', 'Talk'],
  ] as const) {
    const { context, page } = await phone.start()
    await visit(page, server.url + start)
    const session = await context.newCDPSession(page)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
    const manifest = await session.send('Page.getAppManifest')
    expect(manifest.errors).toEqual([])
    const {
      name: said,
      short_name,
      icons,
    } = JSON.parse(manifest.data ?? '') as {
      name: string
      short_name: string
      icons: { src: string; sizes: string; purpose: string }[]
    }
    expect([said, short_name]).toEqual([name, name])
    expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
    for (const { src, sizes } of icons.filter(({ src }) => src.endsWith('.png'))) {
      const png = Buffer.from(await (await fetch(server.url + src)).arrayBuffer())
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes)
    }
    await phone.kill()
  }
})
