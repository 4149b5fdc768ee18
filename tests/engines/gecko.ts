import { ProtocolError, type ElementHandle, type Page } from 'puppeteer-core'
import { newFirefoxPhone, until } from './firefox.ts'
import type { EnginePhone, Tab } from './tab.ts'

/** A phone with Firefox, as the walks of every engine use it. What no script caught breaks the walk at its end. */
export async function newGeckoPhone(): Promise<EnginePhone> {
  const phone = await newFirefoxPhone()
  return {
    async newTab() {
      await phone.close()
      return tabOf(await phone.start())
    },
    async throwAway() {
      await phone.throwAway()
      if (phone.errors.length > 0) throw new Error(phone.errors.join('\n'))
    },
  }
}

function tabOf(page: Page): Tab {
  const element = async (selector: string): Promise<ElementHandle> => {
    const found = await page.$(selector)
    if (!found) throw new Error(`nothing at ${selector}`)
    return found
  }
  return {
    open: async address => {
      // Firefox calls a script it was fetching when the page was left an error.
      await page.goto(address, { waitUntil: 'networkidle0' })
    },
    evaluate: async (run, ...given) =>
      // Sound: what is given is plain data, so the page gets it as it is; the types of puppeteer allow for handles too.
      page.evaluate(run as never, ...given),
    run: async script => {
      await page.evaluate(script)
    },
    async resize(width, height) {
      try {
        await page.setViewport({ width, height })
      } catch (error) {
        // Firefox 140 cannot be told how it is held, which puppeteer does after the window has its size.
        if (!(error instanceof ProtocolError && error.message.includes('setScreenOrientationOverride')))
          throw error
      }
      await until(page, wanted => String(innerWidth) === wanted, String(width))
    },
    click: async selector => {
      await (await element(selector)).click()
    },
    type: async (selector, text) => {
      const found = await element(selector)
      if (text === ' ') await found.press(' ')
      else await found.type(text)
    },
    upload: async (selector, file) => {
      await ((await element(selector)) as ElementHandle<HTMLInputElement>).uploadFile(file)
    },
    address: () => Promise.resolve(page.url()),
    isDeafOutside: false,
    // There may be nothing there to go to.
    back: async () => {
      await page.goBack({ timeout: 2_000 }).catch(() => null)
    },
    forward: async () => {
      await page.goForward({ timeout: 2_000 }).catch(() => null)
    },
  }
}
