import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pages } from '../../src/app/routes.ts'
import { PART_OF_CODE } from '../journeys/readable.ts'
import { serverForEach } from '../journeys/served.ts'
import {
  choose,
  heading,
  leave,
  newFirefoxPhone,
  next,
  open,
  presses,
  shown,
  storageOf,
  visit,
  writeAsAdult,
  type FirefoxPhone,
} from './firefox.ts'

let phone: FirefoxPhone

test.beforeEach(async () => {
  phone = await newFirefoxPhone()
})
test.afterEach(async () => {
  expect(phone.errors).toEqual([])
  await phone.throwAway()
})
const server = serverForEach()

/** A word that can be nowhere by chance. */
const SECRET = 'sølvræv-besked-4417'
/** The words of the answers as they would stand in anything readable, and a code. */
const READABLE = new RegExp(`${SECRET}|"alcohol"|advice|anonymous|"adult"|youth|${PART_OF_CODE}`)

/** Rows at the intake, read from its file. */
function rows(): number {
  const db = new DatabaseSync(join(server.dataDir, 'intake.sqlite'), { readOnly: true })
  try {
    return (db.prepare('SELECT count(*) AS n FROM requests').get() as { n: number }).n
  } finally {
    db.close()
  }
}

type Kept = {
  databases: { snak: { waiting: unknown[]; noted: unknown[]; keys: { name: string }[] } }
  cached: string[]
  session: Record<string, string>
  local: object
  cookies: string
}

/** What is kept, without the public names of pages and files. */
const privately = (kept: Kept): string => JSON.stringify({ ...kept, cached: [] })

test('after one visit and a cold start the pages open without a server, in both languages', async () => {
  const first = await phone.start()
  await visit(first, `${server.url}/`)
  const addresses = (['home', 'youth', 'contact', 'check', 'urgent'] as const).flatMap(page =>
    Object.values({ da: pages[page].da, en: pages[page].en }),
  )
  const headings: Record<string, string> = {}
  for (const address of addresses) {
    await open(first, server.url + address)
    headings[address] = await first.$eval('h1', h1 => h1.textContent)
  }
  await phone.close()
  await server.stop()

  const page = await phone.start()
  for (const address of addresses) {
    await open(page, server.url + address)
    expect(await page.$eval('h1', h1 => h1.textContent), address).toBe(headings[address])
    expect(await page.$eval('html', html => html.lang), address).toBe(address.startsWith('/en') ? 'en' : 'da')
  }
  await open(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult') // the script is there too, not only the text
  await next(page)
  await page.waitForSelector('.form-body:not([disabled]) input[name=wish]')
})

test('a request written while the server is down goes once, and the page says that it arrived', async () => {
  const page = await phone.start()
  await visit(page, `${server.url}/kontakt`)
  await server.stop()
  await writeAsAdult(page, SECRET)
  await next(page)
  await heading(page, 'Ikke sendt endnu')
  expect(rows()).toBe(0)
  const waiting = JSON.parse(await storageOf(page)) as Kept
  expect(waiting.databases.snak.waiting).toHaveLength(1)
  expect(privately(waiting)).not.toMatch(READABLE)

  await server.restart()
  // No tap: the page tries again after a pause of some seconds.
  await heading(page, 'Beskeden er kommet frem')
  expect(rows()).toBe(1)
  await expect
    .poll(async () => (JSON.parse(await storageOf(page)) as Kept).databases.snak)
    .toMatchObject({ waiting: [], noted: [] })
  const after = JSON.parse(await storageOf(page)) as Kept
  expect(privately(after)).not.toMatch(READABLE)
  // `d` is the receipt, as ciphertext, until the code is saved.
  expect(Object.keys(after.session).sort()).toEqual(['d', 'h'])
  expect(after.local).toEqual({})
  expect(after.cookies).toBe('')
})

test('a request that waits survives a closed browser and goes at the next start', async () => {
  const first = await phone.start()
  await visit(first, `${server.url}/kontakt`)
  await server.stop()
  await writeAsAdult(first, SECRET)
  await next(first)
  await heading(first, 'Ikke sendt endnu')
  await phone.close()

  await server.restart()
  const page = await phone.start()
  await open(page, `${server.url}/`)
  await shown(page, '.notice ::-p-text(Beskeden er kommet frem)')
  expect(rows()).toBe(1)
})

test('a young person books a talk, and nothing of it can be read on the phone', async () => {
  const page = await phone.start()
  await visit(page, `${server.url}/unge`)
  await (await shown(page, 'main a[data-audience="youth-talk"]')).click()
  await heading(page, 'Hvornår kan du komme?')
  const time = await page.waitForSelector('.form-body:not([disabled]) input[name=slotIds]')
  await time?.press(' ')
  await next(page)
  await heading(page, 'Skal Torvehuset holde tiden til dig?')
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).not.toBeNull()
  expect(privately(JSON.parse(await storageOf(page)) as Kept)).not.toMatch(READABLE)
  await next(page)
  await heading(page, 'Du har en tid')
  expect(rows()).toBe(1)
  await expect
    .poll(async () => (JSON.parse(await storageOf(page)) as Kept).databases.snak)
    .toMatchObject({ waiting: [], noted: [] })
  expect(privately(JSON.parse(await storageOf(page)) as Kept)).not.toMatch(READABLE)
})

for (const down of [false, true]) {
  test(`leaving${down ? ' while the server is down' : ''}: a clock, and eight presses bring nothing back`, async () => {
    const before = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end('<title>Vejret</title><h1>Vejret</h1>')
    })
    await new Promise<void>(done => {
      before.listen(0, '127.0.0.1', done)
    })
    try {
      const page = await phone.start()
      await open(page, `http://127.0.0.1:${(before.address() as AddressInfo).port}/`)
      await visit(page, `${server.url}/`)
      await open(page, `${server.url}/unge`)
      await open(page, `${server.url}/kontakt`)
      await writeAsAdult(page, SECRET)
      // The answers under way have been put away, so that there is something to wipe.
      await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).not.toBeNull()
      if (down) await server.stop()
      await leave(page)
      const kept = JSON.parse(await storageOf(page)) as Kept
      expect(privately(kept)).not.toMatch(READABLE)
      expect(kept.session).not.toHaveProperty('d')
      expect(kept.databases.snak.keys.filter(({ name }) => name.startsWith('draft:'))).toEqual([])
      for (const seen of await presses(page)) {
        expect(seen).not.toContain(SECRET)
        expect(seen).not.toMatch(/Første snak|Unge|Kontakt|Hvem er du|alkohol|Torvehuset|kontakt|unge/i)
        expect(seen).toMatch(/Ur|Vejret|about:blank/)
      }
    } finally {
      before.close()
    }
  })
}
