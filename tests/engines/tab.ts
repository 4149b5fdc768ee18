import type { Page } from '@playwright/test'

/** Milliseconds to wait for anything on a page: the machine may be busy. */
export const PATIENCE = 30_000

/**
 * A tab of some browser engine, with what the walks need of it and nothing more: keys and clicks are the engine's own,
 * and what is looked at is asked of the page.
 */
export type Tab = {
  open(address: string): Promise<void>
  /** Runs a function in the page; what it takes and gives is plain data. */
  evaluate<R, A extends unknown[]>(run: (...given: A) => R | Promise<R>, ...given: A): Promise<R>
  /** Runs a script as it is written: the page's own rules for scripts do not hold for it. */
  run(script: string): Promise<void>
  click(selector: string): Promise<void>
  /** Types with the keyboard into a field. */
  type(selector: string, text: string): Promise<void>
  /** Makes the window so wide and high, in CSS pixels, as far as the engine's window may become it. */
  resize(width: number, height: number): Promise<void>
  /** Puts a file into a file field. */
  upload(selector: string, file: string): Promise<void>
  /** The address in the window's bar, as the driver knows it: the page is not asked. */
  address(): Promise<string>
  /** The driver hears nothing more of a tab that went back to a page of another site (WebKitGTK 2.50). */
  readonly isDeafOutside: boolean
  back(): Promise<void>
  forward(): Promise<void>
}

/** A phone with one engine: a browser that can be started and closed. */
export type EnginePhone = {
  /** Starts the browser and opens an empty tab. */
  newTab(): Promise<Tab>
  throwAway(): Promise<void>
}

/** The page that the checks of the journeys ask: of all a page can, they ask for this. */
export const asPage = (tab: Tab): Page =>
  ({
    evaluate: (asked: string | ((given: unknown) => unknown), given: unknown) =>
      typeof asked === 'string' ? tab.run(asked) : tab.evaluate(asked, given),
  }) as unknown as Page

const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

/** Waits until a question of the page is answered with anything but false or null; gives the answer. */
export async function until<R, A extends unknown[]>(
  tab: Tab,
  what: string,
  ask: (...given: A) => R | null | false | Promise<R | null | false>,
  ...given: A
): Promise<R> {
  const end = Date.now() + PATIENCE
  for (;;) {
    // A page that is being left answers nothing.
    const answer = await tab.evaluate(ask, ...given).catch(() => null)
    if (answer !== null && answer !== false) return answer
    if (Date.now() > end) throw new Error(`not within ${PATIENCE} ms: ${what}\n${await textOf(tab)}`)
    await pause(100)
  }
}

/** What can be read on the page. */
export const textOf = (tab: Tab): Promise<string> =>
  tab.evaluate(() => `${location.pathname} ${document.title}\n${document.body.innerText}`)

/** Waits for one that can be seen and used. */
export const shown = (tab: Tab, selector: string): Promise<true> =>
  until(
    tab,
    `to see ${selector}`,
    css => {
      const found = document.querySelector(css)
      return found !== null && found.getClientRects().length > 0 && !found.closest('fieldset[disabled]')
    },
    selector,
  ).then(() => true)

/** Clicks; once more where the page moved under the finger. */
export async function click(tab: Tab, selector: string): Promise<void> {
  await shown(tab, selector)
  await tab.click(selector).catch(async (cause: unknown) => {
    await pause(1000)
    await tab.click(selector).catch(async () => {
      throw new Error(`could not click ${selector}: ${String(cause)}\n${await textOf(tab)}`, { cause })
    })
  })
}

/** Waits until the main heading reads so. */
export async function heading(tab: Tab, words: string): Promise<void> {
  await until(
    tab,
    `the heading “${words}”`,
    wanted => document.querySelector('main h1')?.textContent.trim() === wanted,
    words,
  )
}

/** Chooses as one who uses the keyboard does. */
export async function choose(tab: Tab, name: string, value: string): Promise<void> {
  const input = `.form-body:not([disabled]) input[name="${name}"][value="${value}"]`
  await until(tab, `to choose ${name}: ${value}`, css => document.querySelector(css) !== null, input)
  await tab.type(input, ' ')
  await until(
    tab,
    `${value} to be chosen`,
    css => document.querySelector<HTMLInputElement>(css)?.checked ?? false,
    input,
  )
}

/** Ticks the first free time. */
export async function tick(tab: Tab): Promise<void> {
  const input = '.form-body:not([disabled]) input[name=slotIds]'
  await until(tab, 'a free time', css => document.querySelector(css) !== null, input)
  await tab.type(input, ' ')
}

export const next = (tab: Tab): Promise<void> => click(tab, 'main button[type=submit]')

export async function write(tab: Tab, selector: string, text: string): Promise<void> {
  await shown(tab, selector)
  await tab.type(selector, text)
}

/** Clicks the button or link that reads so. */
export async function clickWords(tab: Tab, words: string): Promise<void> {
  await until(
    tab,
    `“${words}” to press`,
    wanted => {
      const one = [...document.querySelectorAll('main button, main a')].find(
        found => found.textContent.trim() === wanted && found.getClientRects().length > 0,
      )
      document.querySelector('[data-pressed]')?.removeAttribute('data-pressed')
      one?.setAttribute('data-pressed', '')
      return one !== undefined
    },
    words,
  )
  await tab.click('[data-pressed]')
}

/** Waits until all there is for use without network is on the phone. */
export async function allKept(tab: Tab): Promise<void> {
  await until(tab, 'every file to be kept', async () => {
    if (!navigator.serviceWorker.controller) return false
    const worker = await (await fetch('/sw.js', { cache: 'no-store' })).text()
    const listed = [...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url)
    const kept = new Set<string>()
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) kept.add(new URL(url).pathname)
    return listed.length > 40 && listed.every(url => url !== undefined && kept.has(url))
  })
}
