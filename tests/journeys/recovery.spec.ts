import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../src/commands/build.ts'
import { keysIn } from '../../src/commands/server/keys.ts'
import { dayOf } from '../../src/core/calendar/days.ts'
import { restoreBackup } from '../../src/intake/backup/restore.ts'
import { BACKED_UP } from '../../src/intake/backup/tables.ts'
import { writeBackup } from '../../src/intake/backup/write.ts'
import { checkTeam, readTeam } from '../../src/intake/staff/team.ts'
import { ALL, foundByAxe } from './axe.ts'
import { wordsIn } from './replies-people.ts'
import { builtDir, dispose, startServer, type TestServer } from './server.ts'
import { sendRequest } from './walks/seed.ts'

// The drill: everything is lost but the recovery key, on paper, and a backup that is sealed to it.
let dir: string
let server: TestServer | null = null
test.beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drill-'))
})
test.afterAll(async () => {
  if (server) await dispose(server)
  await rm(dir, { recursive: true, force: true })
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

/** A service with a request in it, backed up to the recovery key; then its machine is gone, keys and all. */
async function loseEverything(backup: string): Promise<string> {
  const lost = await startServer()
  await sendRequest(lost, {
    audience: 'adult',
    wish: 'advice',
    substance: 'alcohol',
    identity: 'named',
    name: 'Ida',
    phone: '12 34 56 78',
    language: 'da',
  })
  const paper = (await readFile(join(lost.dataDir, 'recovery.key.txt'), 'utf8')).trim()
  const { recipients } = await readTeam(join(lost.dataDir, 'keys.json'))
  const { dataDir } = lost
  await writeBackup({
    where: { dataDir },
    tables: BACKED_UP,
    recipient: recipients[1],
    file: backup,
    today: dayOf(Date.now()),
  })
  await dispose(lost)
  return paper
}

test('with the recovery key and a backup alone a new leader begins on an empty machine, and reads what there was', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const say = await wordsIn('da')
  const backup = join(dir, 'backup.age')
  const paper = await loseEverything(backup)

  // The operator, on the empty machine: the public keys out of the backup, the store, the pages.
  const data = join(dir, 'data')
  await mkdir(data)
  const now = Date.now()
  await restoreBackup({
    erased: null,
    where: { dataDir: data },
    file: backup,
    identity: paper,
    at: { today: dayOf(now), now },
  })
  const found = await keysIn(backup, paper)
  const before = await readTeam(join(builtDir, 'keys/keys.json'))
  // So what is built with them are the pages that are there.
  expect(checkTeam(found)).toMatchObject({ fingerprint: before.fingerprint, signed: before.signed })
  await writeFile(join(data, 'keys.json'), JSON.stringify(found))
  server = await startServer({ INTAKE_DATA: data })

  // A person with the paper, in a browser that knows nothing.
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${server.url}/inbox`)
  await button(page, say('inbox:signIn.rescue')).click()
  await page.getByLabel(say('inbox:rescue.key')).fill('AGE-SECRET-KEY-PQ-1QQQQ')
  await button(page, say('inbox:rescue.button')).click()
  await expect(page.locator('.error-summary').getByText(say('inbox:rescue.wrong'))).toBeVisible()
  expect(await foundByAxe(page, ALL)).toEqual([])
  // As it is typed from paper.
  await page.getByLabel(say('inbox:rescue.key')).fill(paper.toLowerCase().replace(/(.{8})/g, '$1 '))
  await button(page, say('inbox:rescue.button')).click()
  await expect(heading(page, say('inbox:rescue.leaderTitle'))).toBeVisible()
  await page.getByLabel(say('inbox:join.name')).fill('Anna')
  await button(page, say('inbox:join.button')).click()
  const passphrase = await page.locator('[data-words]').innerText()
  await page.getByLabel(say('inbox:keepKey.again')).fill(passphrase)
  await button(page, say('inbox:keepKey.button')).click()
  await expect(heading(page, say('inbox:rescue.doneTitle'))).toBeVisible()
  const downloaded = page.waitForEvent('download')
  await button(page, say('inbox:team.build.save')).click()
  const keysFile = join(data, 'keys.json')
  await writeFile(keysFile, await readFile(await (await downloaded).path(), 'utf8'))

  // The operator builds with it.
  const site = join(dir, 'site')
  await build({ keysFile, outDir: site, version: 'drill', compressed: false })
  await server.restart({ SITE_DIR: site })
  await page.goto(`${server.url}/inbox`)
  await page.getByLabel(say('inbox:signIn.words')).fill(passphrase)
  await button(page, say('inbox:signIn.unlock')).click()
  await expect(heading(page, say('inbox:list.title'))).toBeVisible()

  // What was sealed to keys that are lost opens with the recovery key alone.
  await button(page, say('inbox:tabs.team')).click()
  await page.getByText(say('inbox:team.older.title'), { exact: true }).click()
  await page.getByLabel(say('inbox:rescue.key')).fill(paper)
  await button(page, say('inbox:team.older.button')).click()
  await button(page, say('inbox:tabs.requests')).click()
  await page.locator('.request-card', { hasText: 'Ida' }).getByRole('button').click()
  await expect(page.locator('main').getByRole('link', { name: '12 34 56 78' })).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), location.href]))
  expect(kept).not.toContain('SECRET-KEY')
})
