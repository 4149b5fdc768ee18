import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packed, unpacked } from '../../src/app/service-worker/packs.ts'
import { allKept, choose, next, requestsAt, visit, writeAsAdult } from './phone.ts'
import { serverForEach } from './served.ts'
import { builtDir, startServer } from './server.ts'

let site: string
const server = serverForEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'site-'))
  await cp(join(builtDir, 'site'), site, { recursive: true })
  return startServer({ SITE_DIR: site })
})
test.afterEach(async () => {
  await rm(site, { recursive: true, force: true })
})

/** A newer release on the same address: every script gets another name, every page another text; the old ones are gone. */
async function release(name: string): Promise<void> {
  const packs = (await packsOf()).map(([url]) => url.slice(1))
  const isFile = (file: string): boolean => /\.(html|js)$/.test(file) && !packs.includes(file)
  const assets = (await readdir(join(site, 'assets'))).filter(
    file => file.endsWith('.js') && isFile(`assets/${file}`),
  )
  const files = (await readdir(site, { recursive: true })).filter(isFile)
  const renamed = new Map(assets.map(file => [file, file.replace(/(-[^-]{0,2})?\.js$/, `-${name}.js`)]))
  for (const file of files) {
    let text = await readFile(join(site, file), 'utf8')
    for (const [before, after] of renamed) text = text.replaceAll(before, after)
    text = text.replace('</body>', `<!-- ${name} --></body>`)
    await writeFile(join(site, file), text)
  }
  for (const [before, after] of renamed)
    await rename(join(site, 'assets', before), join(site, 'assets', after))
  await writeHashes(name)
  await writePacks(renamed)
  for (const file of await readdir(site, { recursive: true }))
    if (/\.(br|gz)$/.test(file)) await rm(join(site, file))
  await server.restart()
}

/** Another text, another hash: as a real build writes them into the worker's list. */
async function writeHashes(name: string): Promise<void> {
  const worker = join(site, 'sw.js')
  const text = await readFile(worker, 'utf8')
  const entries = [...text.matchAll(/"integrity":"[^"]*","revision":(?:"[^"]*"|null),"url":"([^"]*)"/g)]
  expect(entries.length).toBeGreaterThan(20)
  let written = text
  for (const [entry, url = ''] of entries) {
    const hash = createHash('sha256')
      .update(await readFile(join(site, url)))
      .digest('base64')
    written = written.replace(entry, `"integrity":"sha256-${hash}","revision":"${name}","url":"${url}"`)
  }
  await writeFile(worker, written)
}

/** Address and hash of each pack, as the worker has them. */
async function packsOf(): Promise<[url: string, integrity: string][]> {
  const text = await readFile(join(site, 'sw.js'), 'utf8')
  const packs = [...text.matchAll(/"(\/(?:assets|lean)\/[\w/-]+\.(?:js|html|txt))":[`"](sha256-[^`"]+)[`"]/g)]
  expect(packs.length).toBeGreaterThan(3)
  return packs.map(([, url = '', integrity = '']) => [url, integrity])
}

/** The files of the new release in the packs of the old one. */
async function writePacks(renamed: ReadonlyMap<string, string>): Promise<void> {
  for (const [pack, integrity] of await packsOf()) {
    const texts = new Map<string, string>()
    for (const url of unpacked(await readFile(join(site, pack), 'utf8')).keys()) {
      const file = url.replace(/[^/]+$/, name => renamed.get(name) ?? name)
      texts.set(file, await readFile(join(site, file), 'utf8'))
    }
    const text = packed(texts)
    await writeFile(join(site, pack), text)
    const worker = await readFile(join(site, 'sw.js'), 'utf8')
    const hash = createHash('sha256').update(text).digest('base64')
    await writeFile(join(site, 'sw.js'), worker.replace(integrity, `sha256-${hash}`))
  }
}

const lookForUpdate = async (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
/** Of one answer, or of how it travelled. */
const APART = new Set(['connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive'])
/** The page as it is fetched has its style in itself, which its policy names by hash. */
const STYLES = / 'sha256-[^']*'/g
const offer = (page: Page) => page.locator('.notice', { hasText: 'Der er en ny udgave' })
const releaseOf = async (page: Page): Promise<string> =>
  /<!-- (\w+) -->/.exec(await page.content())?.[1] ?? 'first'

test('a new release is announced and taken only when the person says so', async ({ page }) => {
  await visit(page, `${server.url}/voksne`)
  await release('second')
  await lookForUpdate(page)
  await expect(offer(page)).toBeVisible()
  await offer(page).getByRole('button').click()
  // It cannot be read in the very moment in which it reloads.
  const now = async (): Promise<string> => page.content().catch(() => 'reloading')
  await expect.poll(now).toContain('<!-- second -->')
  await expect(offer(page)).toHaveCount(0)
})

test('what is kept comes out of packs, with the headers of a page that is fetched', async ({ page }) => {
  // What only the packs still hold cannot come from anywhere else.
  const pages = (await readdir(join(site, 'lean'), { recursive: true })).filter(file =>
    file.endsWith('index.html'),
  )
  for (const file of pages) await rm(join(site, 'lean', file))
  await server.restart()
  await visit(page, `${server.url}/voksne`)
  const fetched = await page.request.get(`${server.url}/unge`)
  await server.stop()
  const kept = await page.goto(`${server.url}/unge`)
  await expect(page.locator('main h1')).toBeVisible()
  expect(kept?.fromServiceWorker()).toBe(true)
  const differ = Object.entries(fetched.headers()).filter(
    ([name, value]) => !APART.has(name) && kept?.headers()[name] !== value.replace(STYLES, ''),
  )
  expect(differ).toEqual([])
  expect(kept?.headers()['content-security-policy']).toContain("script-src 'self'")
})

test('where a pack is not the one that was built, each file is kept by itself', async ({ page }) => {
  for (const [pack] of await packsOf()) await appendFile(join(site, pack), ' ')
  for (const file of await readdir(site, { recursive: true }))
    if (/\.(br|gz)$/.test(file)) await rm(join(site, file))
  await server.restart()
  await visit(page, `${server.url}/voksne`)
})

test('a release of which one file is not the built one is not taken', async ({ page }) => {
  await visit(page, `${server.url}/voksne`)
  await release('second')
  await appendFile(join(site, 'lean/unge/index.html'), '<!-- not what was built -->')
  for (const [pack] of await packsOf()) await appendFile(join(site, pack), ' ')
  await server.restart()
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return new Promise(done => {
      registration?.addEventListener('updatefound', () => {
        const worker = registration.installing
        worker?.addEventListener('statechange', () => {
          done(worker.state)
        })
      })
      registration?.update().catch(() => undefined)
    })
  })
  expect(end).toBe('redundant')
  await page.reload()
  expect(await page.content()).not.toContain('<!-- second -->')
})

test('unsaved answers are never reloaded over, here or from another tab', async ({ page, context }) => {
  await visit(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await release('second')
  await lookForUpdate(page)
  await expect(offer(page)).toBeVisible()
  await page.evaluate(() => {
    Object.assign(globalThis, { notReloaded: true })
  })
  await offer(page).getByRole('button').click()
  await expect(page.getByText('Gør det, du er i gang med, færdigt først')).toBeVisible()

  const other = await context.newPage()
  await other.goto(`${server.url}/voksne`)
  await expect(offer(other)).toBeVisible()
  await offer(other).getByRole('button').click()
  await expect(other.getByText('Du er i gang med noget i et andet vindue')).toBeVisible()

  await expect(page.locator('input[name=wish][value=advice]')).toBeChecked()
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
})

test('a page left open across two releases still seals and sends', async ({ page }) => {
  await visit(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await release('second')
  await lookForUpdate(page)
  await release('third')
  await lookForUpdate(page)
  // Back to the first screen of the flow, as it stands.
  await page.goBack()
  await writeAsAdult(page)
  await next(page) // loads the sealing of the first release, which only the phone has any more
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  expect(await requestsAt(server)).toHaveLength(1)
})

test('the next start after all tabs were closed has the new release, without a question', async ({
  page,
  context,
}) => {
  await visit(page, `${server.url}/`)
  expect(await releaseOf(page)).toBe('first')
  await release('second')
  await lookForUpdate(page)
  await expect(offer(page)).toBeVisible()
  await page.close()
  const later = await context.newPage()
  await expect
    .poll(async () => {
      await later.goto(`${server.url}/`)
      const now = await releaseOf(later)
      await later.goto('about:blank')
      return now
    })
    .toBe('second')
  await later.goto(`${server.url}/`)
  await allKept(later)
})
