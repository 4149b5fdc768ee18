import { chromium, expect, type BrowserContext, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signInAs } from '../../src/commands/demo.ts'
import { readKeyFile } from '../../src/core/sealing/index.ts'
import { briefArguments, findChromium } from '../browser.ts'
import type { TestServer } from './server.ts'

/** A phone whose browser can be killed and started again: one profile on disk, a browser process of our own. */
export type Phone = {
  start(options?: { offline?: boolean }): Promise<{ context: BrowserContext; page: Page }>
  /** As when the battery dies. */
  kill(): Promise<void>
  throwAway(): Promise<void>
}

export async function newPhone(): Promise<Phone> {
  const profile = await mkdtemp(join(tmpdir(), 'phone-'))
  let browser: ChildProcess | null = null

  const kill = async (): Promise<void> => {
    const running = browser
    browser = null
    if (running?.exitCode !== null) return
    const ended = new Promise(done => running.once('close', done))
    running.kill('SIGKILL')
    await ended
  }
  return {
    async start({ offline = false } = {}) {
      const started = spawn(
        await findChromium(),
        [
          ...briefArguments,
          '--headless',
          '--lang=da-DK',
          '--window-size=360,740',
          '--remote-debugging-port=0',
          `--user-data-dir=${profile}`,
          'about:blank',
        ],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      )
      browser = started
      const address = await new Promise<string>((done, fail) => {
        let said = ''
        started.stderr.on('data', (part: Buffer) => {
          said += part.toString()
          const found = /DevTools listening on (\S+)/.exec(said)?.[1]
          if (found) done(found)
        })
        started.once('exit', () => {
          fail(new Error(said))
        })
      })
      const [context] = (await chromium.connectOverCDP(address)).contexts()
      if (!context) throw new Error('the browser has no profile')
      await context.setOffline(offline)
      return { context, page: context.pages()[0] ?? (await context.newPage()) }
    },
    kill,
    async throwAway() {
      await kill()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Opens an address and waits until all there is for use without network is on the phone, in both languages. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await allKept(page)
}

/** Waits until every address that the served worker lists is kept. */
export async function allKept(page: Page): Promise<void> {
  const listed = await page.evaluate(async () => {
    const worker = await (await fetch('/sw.js', { cache: 'no-store' })).text()
    return [...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url)
  })
  expect(listed.length).toBeGreaterThan(40)
  const missing = async (): Promise<(string | undefined)[]> =>
    page.evaluate(async wanted => {
      if (!navigator.serviceWorker.controller) return ['nobody controls the page yet']
      const kept = new Set<string>()
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) kept.add(new URL(url).pathname)
      return wanted.filter(url => url !== undefined && !kept.has(url))
    }, listed)
  await expect.poll(missing).toEqual([])
}

/** Chooses as one who uses the keyboard does. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const input = page.locator(`.form-body:not([disabled]) input[name="${name}"][value="${value}"]`)
  await input.press(' ')
  await expect(input).toBeChecked()
}

export async function next(page: Page): Promise<void> {
  await page.locator('main button[type=submit]').click()
}

/** An adult who asks for a talk without a name, from the first field to the last. */
export async function answerAsAdult(
  page: Page,
  substance: 'alcohol' | 'drugs' = 'alcohol',
  times: 'wanted' | 'declined' = 'declined',
): Promise<void> {
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', substance)
  await next(page)
  await choose(page, 'identity', 'anonymous')
  await next(page)
  await afterTimes(page, times)
}

/** Past the free times, a screen of their own where there are some: `declined` leads on to the last screen. */
export async function afterTimes(page: Page, times: 'wanted' | 'declined' = 'declined'): Promise<void> {
  const slot = page.locator('input[name=slotIds]').first()
  const none = page.getByRole('button', {
    name: /skriver hellere|would rather write|Skriv i stedet|Write instead/,
  })
  await slot.or(none).or(page.locator('textarea[name=message]')).first().waitFor({ state: 'attached' })
  if (times === 'declined' && (await none.isVisible())) await none.click()
}

/** The same, up to the last screen before sending. */
export async function writeAsAdult(page: Page, message = ''): Promise<void> {
  await answerAsAdult(page)
  const write = page.locator('textarea[name=message]')
  await write.waitFor({ state: 'attached' })
  if (message === '') return
  if (!(await write.isVisible()))
    await page
      .locator('summary', { has: page.locator(':scope') })
      .first()
      .click()
  await write.fill(message)
}

/** What seals and sends is fetched while the last screen is read: without it nothing can wait on the phone. */
export async function whatSealsIsThere(page: Page): Promise<void> {
  for (const part of ['sealing', 'sending'])
    await page.waitForFunction(
      path => performance.getEntriesByType('resource').some(({ name }) => new RegExp(path).test(name)),
      // The worker's own script says only that what it runs is on its way.
      `/assets/${part}-(?!worker-)`,
    )
}

/** A session with each server, by its data: who waits for something looks more often than anybody may sign in. */
const sessions = new Map<string, Awaited<ReturnType<typeof signInAs>>>()

/** What the intake holds, as a member of staff sees it. */
export async function requestsAt(server: TestServer): Promise<string[]> {
  const staff = sessions.get(server.dataDir) ?? (await signInToIntake(server))
  sessions.set(server.dataDir, staff)
  const { requests } = (await (await staff('/api/staff/requests')).json()) as { requests: { id: string }[] }
  return requests.map(({ id }) => id)
}

async function signInToIntake({ keyFile, url }: TestServer): ReturnType<typeof signInAs> {
  const key = readKeyFile(await readFile(keyFile, 'utf8'))
  return signInAs(url.replace('localhost', '127.0.0.1'), key).catch(async () => signInAs(url, key))
}

/** Everything the app keeps on the phone, as text: databases, caches, and this tab's own storage. */
export async function storageOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const shown = (value: unknown): unknown => {
      if (value instanceof CryptoKey) return `key, extractable: ${value.extractable}`
      if (value instanceof ArrayBuffer) return shown(new Uint8Array(value))
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value)
      if (Array.isArray(value)) return value.map(shown)
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(inner)]))
      return value
    }
    const request = async <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        asked.onsuccess = () => {
          done(asked.result)
        }
        asked.onerror = () => {
          fail(asked.error ?? new Error('no answer'))
        }
      })
    const databases: Record<string, Record<string, unknown>> = {}
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const db = await request(indexedDB.open(name))
      const stores: Record<string, unknown> = {}
      for (const store of db.objectStoreNames)
        stores[store] = shown(await request(db.transaction(store).objectStore(store).getAll()))
      databases[name] = stores
      db.close()
    }
    const cached: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) {
        const { pathname, search } = new URL(url)
        cached.push(`${name} ${pathname}${search}`)
      }
    return JSON.stringify(
      {
        databases,
        cached: cached.sort(),
        session: Object.fromEntries(Object.entries(sessionStorage)),
        local: Object.fromEntries(Object.entries(localStorage)),
        cookies: document.cookie,
      },
      null,
      1,
    )
  })
}

/** Down to "forget everything on this phone", which looks for what is there once somebody is near. */
export async function comeToForget(page: Page): Promise<void> {
  await page.locator('[data-forget]').scrollIntoViewIfNeeded()
  await page.locator('[data-forget] button').waitFor()
}
