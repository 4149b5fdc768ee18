import type { Page as PlaywrightPage } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core'
import { firefox, programsOf } from '../../src/commands/engines.ts'
import * as phone from '../journeys/phone.ts'

/** Milliseconds to wait for anything on a page: the machine may be busy. */
const PATIENCE = 30_000

/** A phone with Firefox: one profile on disk, so that the browser can be closed and started again. */
export type FirefoxPhone = {
  /** Starts the browser and opens an empty tab. */
  start(): Promise<Page>
  close(): Promise<void>
  throwAway(): Promise<void>
  /** Errors that no script of ours caught, in any of its pages. */
  readonly errors: readonly string[]
}

export async function newFirefoxPhone(): Promise<FirefoxPhone> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  const [executablePath] = await programsOf(firefox)
  const errors: string[] = []
  let browser: Browser | null = null

  const close = async (): Promise<void> => {
    await browser?.close()
    browser = null
  }
  return {
    errors,
    async start() {
      browser = await puppeteer.launch({
        browser: 'firefox',
        ...(executablePath !== undefined && { executablePath }),
        headless: true,
        userDataDir: profile,
        timeout: 60_000,
        extraPrefsFirefox: { 'intl.accept_languages': 'da,en', 'intl.locale.requested': 'da' },
      })
      // A tab of its own: the one Firefox opens with has no keyboard focus when nobody sits at the screen.
      const page = await browser.newPage()
      page.setDefaultTimeout(PATIENCE)
      page.on('pageerror', error => errors.push(String(error)))
      return page
    },
    close,
    async throwAway() {
      await close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** `phone.ts` asks its page only for `evaluate`, and both drivers have it alike. */
const asked = (page: Page): PlaywrightPage => page as unknown as PlaywrightPage

/** Opens an address and waits until all there is for use without network is on the phone, in both languages. */
export async function visit(page: Page, address: string): Promise<void> {
  await open(page, address)
  await phone.allKept(asked(page))
}

/** Opens a page and lets it finish: Firefox calls a script it was fetching when the page was left an error. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle0' })
}

/** Everything the app keeps on the phone, as text. */
export const storageOf = (page: Page): Promise<string> => phone.storageOf(asked(page))

/** Waits for one that can be seen. */
export async function shown(page: Page, selector: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(selector, { visible: true })
  if (!found) throw new Error(`nothing to be seen at ${selector}`)
  return found
}

/**
 * Waits until the page says that it is so. Asked from here, again and again: a page of ours lets nobody make a function of
 * text, which is how puppeteer waits in Firefox. A page between two addresses is asked again.
 */
export async function until(page: Page, isSo: (wanted: string) => boolean, wanted = ''): Promise<void> {
  const end = Date.now() + PATIENCE
  let why: unknown
  while (Date.now() < end) {
    try {
      if (await page.evaluate(isSo, wanted)) return
    } catch (error) {
      why = error
    }
    await new Promise(done => setTimeout(done, 50))
  }
  throw new Error(`it never came: ${isSo.toString()} ${wanted}`, { cause: why })
}

/** Waits until the main heading reads so. */
export const heading = (page: Page, words: string): Promise<void> =>
  until(page, wanted => document.querySelector('main h1')?.textContent.trim() === wanted, words)

/** Chooses as one who uses the keyboard does. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const choice = await page.waitForSelector(
    `.form-body:not([disabled]) input[name="${name}"][value="${value}"]`,
  )
  await choice?.press(' ')
}

export async function next(page: Page): Promise<void> {
  await (await shown(page, 'main button[type=submit]')).click()
}

/** An adult who asks for a talk without a name and writes some words, up to the last screen before sending. */
export async function writeAsAdult(page: Page, message: string): Promise<void> {
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'alcohol')
  await next(page)
  await choose(page, 'identity', 'anonymous')
  await next(page)
  const noTimes = '::-p-text(jeg skriver hellere)'
  const write = 'textarea[name=message]'
  await page.waitForSelector(`${write}, ${noTimes}`)
  await (await page.$(noTimes))?.click()
  const field = await page.waitForSelector(write)
  if (!(await field?.isVisible())) await (await shown(page, 'main details:has(textarea) > summary')).click()
  await (await shown(page, write)).type(message)
}

/** Closes as everybody can, and waits for the clock. */
export async function leave(page: Page): Promise<void> {
  await (await shown(page, '[data-leave]')).click()
  await until(page, () => location.pathname === '/ude.html' && document.title === 'Ur' && history.state === 1)
}

/** Presses Back and Forward eight times. What is there after each: address, title, text, fields, and the page's source. */
export async function presses(page: Page): Promise<string[]> {
  const seen: string[] = []
  for (let n = 1; n <= 8; n++) {
    const press = n <= 3 ? page.goForward({ timeout: 2_000 }) : page.goBack({ timeout: 2_000 })
    await press.catch(() => null) // nothing there to go to
    await new Promise(done => setTimeout(done, 500))
    seen.push(
      await page.evaluate(() =>
        [
          location.pathname,
          document.title,
          document.body.innerText,
          ...[...document.querySelectorAll('input, textarea')].map(
            field => (field as HTMLInputElement).value,
          ),
          document.documentElement.outerHTML,
        ].join('\n'),
      ),
    )
  }
  return seen
}
