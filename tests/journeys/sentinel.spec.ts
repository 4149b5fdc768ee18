import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from './test.ts'
import { choose, goOn, openFlow } from './people.ts'
import { storageOf } from './phone.ts'
import { answersPutAway } from './put-away.ts'
import { serverForAll } from './served.ts'

const server = serverForAll()

/** Words that occur nowhere else, one for each field that takes text. */
const name = 'Ulvstjerne Sentinelsen'
const phone = '70 99 88 77'
const words = 'kanariefugl-besked-7731'
const language = 'Sentinelsprog'

/** As typed, as JSON, as base64 in each of its three shifts, and url-encoded. */
function shapesOf(text: string): string[] {
  const shifts = ['', 'x', 'xy'].map(before => {
    const bytes = Buffer.from(before + text)
    // A symbol is six bits. The first and last can depend on the neighbours; of all others none is left out: what is sealed
    // has any four symbols somewhere, once in a thousand times.
    return bytes
      .toString('base64')
      .slice(Math.ceil((before.length * 8) / 6), Math.floor((bytes.length * 8) / 6))
  })
  return [
    text,
    encodeURIComponent(text),
    ...shifts,
    ...shifts.map(s => s.replaceAll('+', '-').replaceAll('/', '_')),
  ]
}
const sentinels = [name, phone, phone.replaceAll(' ', ''), words, language].flatMap(shapesOf)

const found = (where: string): string[] => sentinels.filter(one => where.includes(one))

test('words typed in the form are in no request, no storage and no file or log of the server', async ({
  page,
  context,
}) => {
  expect(Math.min(...sentinels.map(one => one.length))).toBeGreaterThanOrEqual(8)
  const sent: string[] = []
  context.on('request', request => {
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`)
  })
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'Jeg er 18 år eller ældre')
  await goOn(page, 'da')
  await choose(page, 'I gang med behandling')
  await goOn(page, 'da')
  await choose(page, 'Begge dele')
  await goOn(page, 'da')
  await choose(page, 'Ja, med navn')
  await goOn(page, 'da')
  await page.getByLabel('Navn').fill(name)
  await page.getByLabel('Telefonnummer').fill(phone)
  await goOn(page, 'da')
  await page.getByLabel('Vil du skrive lidt?').fill(words)
  await page.getByText('Har du brug for tolk?', { exact: true }).click()
  await page.getByLabel('Hvilket sprog?').fill(language)
  await answersPutAway(page, { message: words, interpreter: language })
  expect(found(await storageOf(page))).toEqual([])
  await page.getByRole('button', { name: 'Send til Torvehuset' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  const code = (await page.locator('.code-value').innerText()).trim()

  const posts = sent.filter(one => one.includes('"sealed"'))
  // Under load the intake may ask for a proof first: then the same one goes twice.
  expect(new Set(posts.map(one => /"sealed":"([^"]+)"/.exec(one)?.[1])).size).toBe(1)
  expect(sent.flatMap(found)).toEqual([])
  expect(sent.filter(one => one.includes(code) || one.includes(code.replaceAll('-', '')))).toEqual([])
  expect(found(await storageOf(page))).toEqual([])
  expect(await storageOf(page)).not.toContain(code)
  expect(await page.title()).toBe('Kontakt')
  expect(await page.evaluate(() => JSON.stringify(history.state))).toMatch(/^\{"step":\d+,"depth":\d+\}$/)
  expect(await context.cookies()).toEqual([])

  const files = await readdir(server.dataDir, { recursive: true, withFileTypes: true })
  let read = 0
  for (const file of files.filter(one => one.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name))
    read += 1
    expect(found(bytes.toString('latin1')), file.name).toEqual([])
    expect(found(bytes.toString('utf8')), file.name).toEqual([])
  }
  expect(read).toBeGreaterThan(2)
  expect(found(server.log())).toEqual([])
  expect(server.log()).toContain('"event":"started"')
  expect(server.log()).not.toMatch(/Mozilla|Chrome|AppleWebKit/)
})

test('what the server keeps of citizens has no address and no time finer than a day', () => {
  const database = new DatabaseSync(join(server.dataDir, 'intake.sqlite'), { readOnly: true })
  const tables = database
    .prepare("select name from sqlite_master where type = 'table'")
    .all()
    .map(row => String(row['name']))
  expect(tables).toContain('requests')
  for (const table of ['requests', 'mailboxes', 'messages', 'erased'].filter(one => tables.includes(one))) {
    for (const row of database.prepare(`select * from ${table}`).all() as Record<string, unknown>[]) {
      for (const [column, value] of Object.entries(row)) {
        const text = String(value instanceof Uint8Array ? '' : value)
        expect(text, `${table}.${column}`).not.toMatch(/\d{4}-\d\d-\d\dT|\d\d:\d\d|127\.0\.0\.1|::1/)
        // Seconds or milliseconds since 1970 of our days.
        expect(text, `${table}.${column}`).not.toMatch(/^1[678]\d{8}(\d{3})?$/)
      }
    }
  }
  database.close()
})
