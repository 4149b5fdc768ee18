import { expect, test } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pageIds, pages } from '../../src/app/routes.ts'
import { ALL, foundByAxe } from '../journeys/axe.ts'
import { personCalled, titleOf } from '../journeys/check-people.ts'
import { allSettings, misfits } from '../journeys/checks/layout.ts'
import { requestsAt } from '../journeys/phone.ts'
import { wordsIn, type Say } from '../journeys/replies-people.ts'
import { serverForEach } from '../journeys/served.ts'
import {
  allKept,
  asPage,
  choose,
  click,
  clickWords,
  heading,
  next,
  shown,
  textOf,
  tick,
  until,
  write,
  type EnginePhone,
  type Tab,
} from './tab.ts'

/** A word that can be nowhere by chance. */
const SECRET = 'sølvræv-besked-4417'

/**
 * The main journeys, the same in every engine: asking by name, a talk for the young, a course for relatives, the answer,
 * leaving, starting without a network, taking it back, the check, and staff reading what was sealed; and each page by axe
 * and in a narrow window. Not the keyboard's walk: a window that nobody sits at draws no focus in these engines.
 */
export function walksIn(engine: string, newPhone: () => Promise<EnginePhone>): void {
  let phone: EnginePhone
  let say: Say

  test.beforeAll(async () => {
    say = await wordsIn('da')
  })
  test.beforeEach(async () => {
    phone = await newPhone()
  })
  test.afterEach(async () => {
    await phone.throwAway()
  })
  const server = serverForEach()

  /** Staff with the demo key file, in the same engine: what was open before is closed. */
  async function signIn(): Promise<Tab> {
    const tab = await phone.newTab()
    await tab.open(`${server.url}/inbox`)
    await shown(tab, 'input[type=file]')
    await tab.upload('input[type=file]', server.keyFile)
    await next(tab)
    await heading(tab, 'Henvendelser')
    return tab
  }

  async function openOnly(tab: Tab): Promise<string> {
    await click(tab, '.request-card button')
    await shown(tab, 'main .summary')
    // What was written and the answer are drawn after what is told of the person.
    await shown(tab, 'main textarea[name=reply]')
    return textOf(tab)
  }

  /** An adult asks to be called, and sends it. */
  async function sendWithNumber(tab: Tab): Promise<void> {
    await tab.open(`${server.url}/kontakt`)
    await writeAsAdult(tab)
    await choose(tab, 'identity', 'number-only')
    await next(tab)
    await write(tab, 'input[name=phone]', '12345678')
    await next(tab)
    await heading(tab, say('request:review.title'))
    await next(tab)
  }

  const h1Of = (tab: Tab): Promise<string> =>
    tab.evaluate(() => document.querySelector('main h1')?.textContent ?? '')

  /** The code on the receipt, as it is kept. */
  async function codeOn(tab: Tab): Promise<string> {
    return until(
      tab,
      'the code',
      () => document.querySelector('.code-value')?.textContent.replace(/[^0-9A-Z]/g, '') ?? null,
    )
  }

  /** Hears what is sealed and opened beside the page from now on. */
  async function hearBeside(tab: Tab): Promise<() => Promise<readonly string[]>> {
    await tab.evaluate(() => {
      const { Worker } = globalThis
      const heard: string[] = []
      Object.assign(globalThis, {
        heard,
        Worker: class extends Worker {
          constructor(...given: ConstructorParameters<typeof Worker>) {
            super(...given)
            this.addEventListener('message', ({ data }: MessageEvent<string | object>) => {
              heard.push(typeof data === 'string' ? data : Object.keys(data).join(' '))
            })
            this.addEventListener('error', () => {
              heard.push('error')
            })
          }
        },
      })
    })
    return () => tab.evaluate(() => (globalThis as { heard?: string[] }).heard ?? [])
  }

  async function writeAsAdult(tab: Tab): Promise<void> {
    await choose(tab, 'audience', 'adult')
    await next(tab)
    await choose(tab, 'wish', 'advice')
    await next(tab)
    await choose(tab, 'substance', 'alcohol')
    await next(tab)
  }

  test(`${engine}: an adult asks by name, and staff who sign in read exactly that`, async () => {
    const tab = await phone.newTab()
    await tab.open(`${server.url}/voksne`)
    await click(tab, 'main a[data-audience=adult]')
    await heading(tab, say('request:wish.adult.legend'))
    await choose(tab, 'wish', 'treatment')
    await next(tab)
    await choose(tab, 'substance', 'alcohol')
    await next(tab)
    await choose(tab, 'identity', 'named')
    await next(tab)
    await write(tab, 'input[name=name]', 'Karen Æblegård')
    await write(tab, 'input[name=phone]', '28 45 67 1')
    await next(tab)
    await until(
      tab,
      'the number to be asked for again',
      wanted => document.querySelector('.error-summary')?.textContent.includes(wanted) ?? false,
      say('request:errors.phone-wrong'),
    )
    await write(tab, 'input[name=phone]', '2')
    const sealed = await hearBeside(tab)
    await next(tab)
    await heading(tab, say('request:review.title'))
    expect((await textOf(tab)).replaceAll('\u00a0', ' ')).toContain(
      say('request:review.weCall', { number: '28 45 67 12' }),
    )
    await write(tab, 'textarea[name=message]', `${SECRET}. Jeg vil bare dø nogle gange.`)
    await until(
      tab,
      'help in sight',
      wanted => document.querySelector('.notice[data-tone=urgent]')?.textContent.includes(wanted) ?? false,
      say('request:crisis.title'),
    )
    await next(tab)
    await heading(tab, say('request:receipt.sent'))
    expect(await sealed()).toEqual(['ready', 'begun', 'turn made'])
    expect(await codeOn(tab)).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)

    const staff = await signIn()
    const read = await openOnly(staff)
    for (const words of ['Karen Æblegård', '28 45 67 12', SECRET, say('inbox:values.wish.treatment')])
      expect(read).toContain(words)
    expect(await staff.evaluate(() => document.querySelector('blockquote mark')?.textContent)).toBe(
      'vil bare dø',
    )
  })

  test(`${engine}: a young person books a talk, and reads the answer with the code`, async () => {
    const tab = await phone.newTab()
    await tab.open(`${server.url}/unge`)
    await click(tab, 'main a[data-audience="youth-talk"]')
    await heading(tab, say('request:times.youthLegend'))
    await tick(tab)
    await next(tab)
    await heading(tab, say('request:review.titleTalk'))
    await next(tab)
    await heading(tab, say('request:receipt.booked'))
    const code = await codeOn(tab)

    const staff = await signIn()
    await openOnly(staff)
    const answer = 'Vi glæder os til at se dig.'
    await write(staff, 'textarea[name=reply]', answer)
    await clickWords(staff, say('inbox:reply.button'))
    await until(
      staff,
      'the answer to be sent',
      sent => document.body.innerText.includes(sent),
      say('inbox:reply.sent'),
    )

    const again = await phone.newTab()
    await again.open(`${server.url}/svar`)
    await shown(again, '.form-body:not([disabled]) input[name=code]')
    const opened = await hearBeside(again)
    await write(again, 'input[name=code]', code)
    await next(again)
    await heading(again, say('replies:thread.titleCount', { count: 1 }))
    expect(await textOf(again)).toContain(answer)
    expect(await opened()).toEqual(['ready', ...['begun', 'turn made'], ...['begun', 'turn made']])
  })

  test(`${engine}: a relative takes a place on the course`, async () => {
    const tab = await phone.newTab()
    await tab.open(`${server.url}/kontakt`)
    await choose(tab, 'audience', 'relative')
    await next(tab)
    await choose(tab, 'concern', 'adult')
    await next(tab)
    await choose(tab, 'connection', 'resident')
    await next(tab)
    await choose(tab, 'wish', 'relatives-course')
    await tick(tab)
    await next(tab)
    await choose(tab, 'identity', 'number-only')
    await write(tab, 'input[name=phone]', '(+45) 12345678')
    await next(tab)
    await heading(tab, say('request:review.title'))
    await next(tab)
    // The code stands there before the intake has said yes.
    await heading(tab, say('request:receipt.bookedCourse'))
    expect(await openOnly(await signIn())).toContain('12 34 56 78')
  })

  test(`${engine}: "What can I have?" leads to an answer, and the answer into the request`, async () => {
    const tab = await phone.newTab()
    await tab.open(`${server.url}/tjek`)
    await shown(tab, '.form-body:not([disabled])')
    const { answers } = personCalled('an adult who wants alcohol treatment')
    const answer = titleOf('treatment', 'da')
    for (let turn = 0; (await h1Of(tab)) !== answer; turn++) {
      expect(turn, 'pages of questions').toBeLessThan(10)
      const before = await h1Of(tab)
      for (const [name, value] of answers) {
        const input = `main input[name="${name}"][value="${value}"]`
        if (await tab.evaluate(css => document.querySelector(css) !== null, input))
          await choose(tab, name, value)
      }
      await next(tab)
      await until(tab, 'the next page', was => document.querySelector('main h1')?.textContent !== was, before)
    }
    await clickWords(tab, 'Skriv til Torvehuset')
    await heading(tab, say('request:identity.legend'))
  })

  test(`${engine}: with the code a request is deleted, here and for staff`, async () => {
    const tab = await phone.newTab()
    await sendWithNumber(tab)
    await heading(tab, say('request:receipt.sent'))
    const code = await codeOn(tab)
    expect(await requestsAt(server)).toHaveLength(1)

    const again = await phone.newTab()
    await again.open(`${server.url}/svar`)
    await shown(again, '.form-body:not([disabled]) input[name=code]')
    await write(again, 'input[name=code]', code)
    await next(again)
    await clickWords(again, say('replies:thread.withdraw'))
    await clickWords(again, say('replies:withdraw.button'))
    await heading(again, say('replies:gone.title'))
    expect(await requestsAt(server)).toEqual([])
  })

  test(`${engine}: axe finds nothing on any page, and each fits a narrow window`, async () => {
    const tab = await phone.newTab()
    const found: string[] = []
    for (const id of pageIds) {
      await tab.open(server.url + pages[id].da)
      await shown(tab, 'main h1')
      if (pages[id].kind === 'interactive') await shown(tab, '.form-body:not([disabled])')
      const wrong = await foundByAxe(asPage(tab), ALL)
      await tab.resize(320, 640)
      wrong.push(...(await misfits(asPage(tab), allSettings)))
      await tab.resize(1000, 700)
      found.push(...wrong.map(one => `${id}: ${one}`))
    }
    expect(found).toEqual([])
  })

  test(`${engine}: after leaving, eight presses of Back and Forward bring nothing back`, async () => {
    let fetched = 0
    const before = createServer(({ url }, response) => {
      if (url === '/') fetched++
      response.setHeader('content-type', 'text/html; charset=utf-8')
      // Fetched each time it is come to, so that its server knows.
      response.setHeader('cache-control', 'no-store')
      response.end('<title>Vejret</title><h1>Vejret</h1>')
    })
    await new Promise<void>(done => {
      before.listen(0, '127.0.0.1', done)
    })
    try {
      const tab = await phone.newTab()
      const weather = `http://127.0.0.1:${(before.address() as AddressInfo).port}/`
      await tab.open(weather)
      await tab.open(`${server.url}/`)
      await allKept(tab)
      await tab.open(`${server.url}/unge`)
      await tab.open(`${server.url}/kontakt`)
      await writeAsAdult(tab)
      await until(tab, 'the answers to be put away', () => sessionStorage.getItem('d') !== null)
      await click(tab, '[data-leave]')
      await until(tab, 'the clock', () => location.pathname === '/ude.html' && document.title === 'Ur')
      await until(tab, 'nothing to be kept', () => sessionStorage.getItem('d') === null)
      for (let press = 1; press <= 8; press++) {
        await (press <= 3 ? tab.forward() : tab.back())
        await new Promise(done => setTimeout(done, 500))
        if (tab.isDeafOutside && fetched > 1) {
          // The other site's page, with none of ours between: this engine's driver hears nothing of it, nor after it.
          expect(press).toBe(5)
          break
        }
        const seen = await textOf(tab)
        expect(seen).not.toMatch(/Første snak|Unge|Kontakt|Hvem er du|alkohol|Torvehuset|kontakt|unge/i)
        expect(seen).toMatch(/Ur|Vejret|blank/)
      }
    } finally {
      before.close()
    }
  })

  test(`${engine}: without a network the pages open, and what is written waits and goes`, async () => {
    const tab = await phone.newTab()
    await tab.open(`${server.url}/`)
    await allKept(tab)
    await server.stop()
    for (const [address, lang] of [
      ['/', 'da'],
      ['/en/youth', 'en'],
      ['/akut', 'da'],
    ] as const) {
      await tab.open(server.url + address)
      await shown(tab, 'main h1')
      expect(await tab.evaluate(() => document.documentElement.lang)).toBe(lang)
    }
    await sendWithNumber(tab)
    await heading(tab, say('request:receipt.waiting'))
    await server.restart()
    // No tap: the page tries again after a pause of some seconds.
    await heading(tab, say('request:receipt.sent'))
  })
}
