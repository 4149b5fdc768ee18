import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { openFlow } from './people.ts'
import { requestsAt, writeAsAdult } from './phone.ts'
import { enterCode, codeShown, openReplies, wordsIn, writeMore } from './replies-people.ts'
import { serverForAll } from './served.ts'

// Sealing and opening beside the page, and on it where there is no worker. That what is sealed is the same both ways is
// tests/app/sealing; here it is shown in a browser, under the policy that the pages are served with.

test.use({ serviceWorkers: 'block' })

const server = serverForAll()

/** Whether the page itself runs what seals. Chromium lists what a worker fetches among what the page has fetched. */
async function watchPage(page: Page): Promise<() => boolean> {
  const cdp = await page.context().newCDPSession(page)
  const parsed: string[] = []
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    parsed.push(url)
  })
  await cdp.send('Debugger.enable')
  return () => parsed.some(url => /\/assets\/sealing-(?!worker-)/.test(url))
}
const besides = (page: Page): string[] =>
  page
    .workers()
    .map(worker => new URL(worker.url()).pathname)
    .filter(path => path.includes('sealing-worker'))

const typed = 'Det her skal frem'

async function toReceipt(page: Page): Promise<string> {
  await page.locator('main button[type=submit]').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Beskeden er kommet frem' })).toBeVisible()
  return codeShown(page)
}

test('a request is sealed and a thread opened beside the page, and nothing of either stays there', async ({
  page,
}) => {
  const say = await wordsIn('da')
  const faults: Error[] = []
  page.on('pageerror', error => faults.push(error))
  const sealsHere = await watchPage(page)
  const before = (await requestsAt(server)).length
  await openFlow(page, `${server.url}/kontakt`)
  expect(besides(page)).toEqual([])
  await writeAsAdult(page, typed)
  await expect.poll(() => besides(page)).toHaveLength(1)
  const code = await toReceipt(page)
  expect(await requestsAt(server)).toHaveLength(before + 1)
  await expect.poll(() => besides(page)).toEqual([])
  expect(sealsHere()).toBe(false)

  await openReplies(page, server, 'da', code)
  await writeMore(page, say, 'Og lidt mere')
  await expect(page.getByText('Og lidt mere', { exact: true })).toBeVisible()
  expect(besides(page)).toHaveLength(1)
  expect(sealsHere()).toBe(false)
  await page.getByRole('button', { name: say('replies:thread.close') }).click()
  await expect.poll(() => besides(page)).toEqual([])
  expect(faults).toEqual([])
})

test('leaving ends what seals at once', async ({ page }) => {
  await openFlow(page, `${server.url}/kontakt`)
  await writeAsAdult(page, typed)
  await expect.poll(() => besides(page)).toHaveLength(1)
  // A phone that is slow to leave: the page is still there.
  let letGo = (): void => undefined
  const held = new Promise<void>(done => {
    letGo = done
  })
  await page.route('**/ude.html', async route => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest('**/ude.html')
  // Not `click`, which would wait for the page that is held.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-leave]')?.click()
  })
  await asked
  await expect.poll(() => besides(page)).toEqual([])
  letGo()
  await page.waitForURL('**/ude.html')
})

const ways: Readonly<Record<string, () => void>> = {
  'there are no workers': () => {
    Object.defineProperty(globalThis, 'Worker', { value: undefined })
  },
  'the browser refuses one': () => {
    Object.defineProperty(globalThis, 'Worker', {
      value: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  },
  'modules in workers are not known': () => {
    const { Worker } = globalThis
    Object.defineProperty(globalThis, 'Worker', {
      value: class extends Worker {
        constructor(address: string) {
          super(address, { type: 'classic' })
        }
      },
    })
  },
  'the worker dies of what it is asked': () => {
    const { Worker } = globalThis
    Object.defineProperty(globalThis, 'Worker', {
      value: class extends Worker {
        override postMessage(): void {
          this.terminate()
          setTimeout(() => this.dispatchEvent(new Event('error')), 50)
        }
      },
    })
  },
}
for (const [name, refuse] of Object.entries(ways))
  test(`where ${name} the page seals and opens, and nothing is lost`, async ({ page }) => {
    const say = await wordsIn('da')
    await page.addInitScript(refuse)
    const sealsHere = await watchPage(page)
    const before = (await requestsAt(server)).length
    await openFlow(page, `${server.url}/kontakt`)
    await writeAsAdult(page, typed)
    const code = await toReceipt(page)
    expect(await requestsAt(server)).toHaveLength(before + 1)
    expect(sealsHere()).toBe(true)
    await openReplies(page, server, 'da', code)
    await writeMore(page, say, 'Og lidt mere')
    await expect(page.getByText('Og lidt mere', { exact: true })).toBeVisible()
  })

test('what opens cannot be fetched: it is told, and opens when it can', async ({ page }) => {
  const say = await wordsIn('da')
  await openFlow(page, `${server.url}/kontakt`)
  await writeAsAdult(page, typed)
  const code = await toReceipt(page)
  await page.context().route('**/assets/sealing-*.js', route => route.abort())
  await page.goto(`${server.url}/svar`)
  await enterCode(page, say, code)
  await expect(page.getByText(say('replies:code.unreachableTitle'))).toBeVisible()
  await page.context().unroute('**/assets/sealing-*.js')
  await page.getByRole('button', { name: say('replies:code.button') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('replies:thread.title') })).toBeVisible()
})
