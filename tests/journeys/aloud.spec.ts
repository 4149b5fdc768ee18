import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { pages } from '../../src/app/routes.ts'
import aloud from '../../locales/da/aloud.json' with { type: 'json' }
import { serverForAll } from './served.ts'

// With a stand-in for the phone's voice: no browser for tests brings one along.

// No test here is about what is kept for use without a network.
test.use({ serviceWorkers: 'block' })

const server = serverForAll()

type Spoken = { texts: string[]; cancelled: number; end: (() => void) | null }

/** A voice of the phone's own, in one language, that ends a sentence when the test says so. */
async function withVoice(page: Page, lang: string): Promise<void> {
  await page.addInitScript(voiceLang => {
    const spoken: Spoken = { texts: [], cancelled: 0, end: null }
    const speech = {
      getVoices: () => [{ lang: voiceLang, localService: true }],
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      speak: (said: { text: string; onend: () => void }) => {
        spoken.texts.push(said.text)
        spoken.end = said.onend
      },
      cancel: () => {
        spoken.cancelled += 1
        // eslint-disable-next-line no-console -- what a page says as it goes reaches the test no other way
        console.info('silent')
      },
    }
    class Said {
      voice: unknown
      lang = ''
      text: string
      constructor(text: string) {
        this.text = text
      }
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speech })
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Said })
    Object.assign(globalThis, { spoken })
  }, lang)
}
const spokenOn = (page: Page): Promise<Spoken> =>
  page.evaluate(() => {
    const { texts, cancelled } = (globalThis as unknown as { spoken: Spoken }).spoken
    return { texts, cancelled, end: null }
  })

test('a page is read aloud sentence by sentence, each marked, and falls silent when somebody leaves', async ({
  page,
}) => {
  await withVoice(page, 'da-DK')
  await page.goto(server.url + pages.place.da)
  await page.getByRole('button', { name: aloud.read }).click()
  await page.evaluate(() => (globalThis as unknown as { spoken: Spoken }).spoken.end?.())
  const { texts } = await spokenOn(page)
  expect(texts[0]).toBe(await page.locator('h1').textContent())
  const marked = await page.evaluate(() =>
    [...(CSS.highlights.get('read') ?? [])].map(range => (range as Range).toString()),
  )
  expect(marked).toEqual([texts[1]])
  await page.getByRole('button', { name: aloud.stop }).click()
  expect((await spokenOn(page)).cancelled).toBe(1)
  await page.getByRole('button', { name: aloud.read }).click()
  const silent = page.waitForEvent('console', said => said.text() === 'silent')
  await page.locator('[data-leave]').click()
  await silent
  await page.waitForURL('**/ude.html')
})

test('no button stands where the phone has no voice for the language', async ({ page }) => {
  await withVoice(page, 'sv-SE')
  const there = page.waitForResponse(response => /\/assets\/offer-/.test(response.url()))
  await page.goto(server.url + pages.place.da)
  await there
  await page.locator('main [data-aloud]').waitFor({ state: 'attached' })
  await expect(page.getByRole('button', { name: aloud.read })).toHaveCount(0)
})
