import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { createInstance } from 'i18next'
import { signInAs } from '../../src/commands/demo.ts'
import type { SlotPost } from '../../src/core/contract/index.ts'
import { defaultVariables } from '../../src/core/facts/index.ts'
import { municipality } from '../../src/core/facts/lyngby-taarbaek/index.ts'
import { readKeyFile } from '../../src/core/sealing/index.ts'
import { expectAccessible } from './axe.ts'
import { openFlow, type Lang } from './people.ts'
import { answerAsAdult, choose, next } from './phone.ts'
import { nothingPutAway } from './put-away.ts'
import { root, type TestServer } from './server.ts'

/** The copy as a person reads it: `say('replies:code.title')`. */
export type Say = (key: string, variables?: Record<string, unknown>) => string

export async function wordsIn(lang: Lang): Promise<Say> {
  const resources: Record<string, object> = {}
  for (const ns of ['common', 'inbox', 'offline', 'replies', 'request', 'youth']) {
    resources[ns] = JSON.parse(await readFile(join(root, `locales/${lang}/${ns}.json`), 'utf8')) as object
  }
  const i18n = createInstance({
    lng: lang,
    resources: { [lang]: resources },
    ns: Object.keys(resources),
    initAsync: false,
    interpolation: { escapeValue: false, defaultVariables: defaultVariables(municipality, lang) },
  })
  await i18n.init()
  const t = i18n.t as (key: string, variables?: Record<string, unknown>) => string
  return (key, variables) => t(key, variables)
}

export const addresses = {
  youth: { da: '/unge', en: '/en/youth' },
  contact: { da: '/kontakt', en: '/en/contact' },
  replies: { da: '/svar', en: '/en/replies' },
} as const

/** Ticks the nth free time on the page. */
export async function tick(page: Page, nth = 0): Promise<void> {
  await page.locator('input[name=slotIds]').nth(nth).press(' ')
}

/** The code on the receipt, as it is kept. */
export async function codeShown(page: Page): Promise<string> {
  await expect(page.locator('.code-value')).toBeVisible()
  return (await page.locator('.code-value').innerText()).replace(/[^0-9A-Z]/g, '')
}

/** Waits until the intake has said yes: the code stands there before. */
export async function arrived(page: Page, say: Say): Promise<void> {
  const yes = [say('request:receipt.sent'), say('request:receipt.booked')]
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`^(${yes.join('|')})$`) }),
  ).toBeVisible()
}

/** Says that the code is saved: from then on the way to writing leads to a new message, and not back to the receipt. */
export async function saveCode(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('request:receipt.saved'), exact: true }).click()
  await expect(page.getByText(say('request:receipt.savedDone'))).toBeVisible()
  await nothingPutAway(page)
}

/** A 16-year-old books a talk: two screens and a receipt. */
export async function bookAsYouth(
  page: Page,
  server: TestServer,
  lang: Lang,
): Promise<{ code: string; alias: string }> {
  const say = await wordsIn(lang)
  await page.goto(server.url + addresses.youth[lang])
  await page.getByRole('link', { name: say('youth:reach.book') }).click()
  await tick(page)
  await next(page)
  const alias = (await page.locator('[data-key=alias] dd strong').innerText()).trim()
  await next(page)
  await arrived(page, say)
  return { code: await codeShown(page), alias }
}

/** An adult writes without a name. */
export async function writeAsAdult(
  page: Page,
  server: TestServer,
  lang: Lang,
  options: { message?: string; substance?: 'alcohol' | 'drugs'; time?: boolean; offline?: boolean } = {},
): Promise<string> {
  const say = await wordsIn(lang)
  await openFlow(page, server.url + addresses.contact[lang])
  await answerAsAdult(page, options.substance ?? 'drugs', options.time ? 'wanted' : 'declined')
  if (options.time) {
    await tick(page)
    await next(page)
  }
  if (options.message !== undefined) await page.locator('textarea[name=message]').fill(options.message)
  await next(page)
  if (!options.offline) await arrived(page, say)
  return codeShown(page)
}

/** A relative who wants the course, without choosing a date yet. */
export async function writeAsRelative(page: Page, server: TestServer, lang: Lang): Promise<string> {
  await openFlow(page, server.url + addresses.contact[lang])
  await choose(page, 'audience', 'relative')
  await next(page)
  await choose(page, 'concern', 'adult')
  await next(page)
  await choose(page, 'connection', 'resident')
  await next(page)
  await choose(page, 'wish', 'relatives-course')
  await next(page)
  await choose(page, 'identity', 'anonymous')
  await next(page)
  await next(page)
  await arrived(page, await wordsIn(lang))
  return codeShown(page)
}

/** The open mailbox, however many answers it holds. */
export const threadTitle = (say: Say): RegExp =>
  new RegExp(
    `^(${say('replies:thread.title')}|${say('replies:thread.titleCount', { count: 1 })}|\\d+ (svar|replies))$`,
  )

export async function openReplies(page: Page, server: TestServer, lang: Lang, typed: string): Promise<void> {
  const say = await wordsIn(lang)
  await openFlow(page, server.url + addresses.replies[lang])
  await enterCode(page, say, typed)
  await expect(page.getByRole('heading', { level: 1, name: threadTitle(say) })).toBeVisible()
}

/** On the page that asks for it. */
export async function enterCode(page: Page, say: Say, typed: string): Promise<void> {
  await page.getByLabel(say('replies:code.label'), { exact: true }).fill(typed)
  await page.getByRole('button', { name: say('replies:code.button') }).click()
}

/** A citizen writes in the thread that is open. */
export async function writeMore(page: Page, say: Say, text: string): Promise<void> {
  await page.getByLabel(say('replies:write.label'), { exact: true }).fill(text)
  await page.getByRole('button', { name: say('replies:write.button'), exact: true }).click()
}

/** A member of staff answers the request that is open. */
export async function replyAsStaff(staff: Page, say: Say, text: string): Promise<void> {
  await staff.getByLabel(say('inbox:reply.label'), { exact: true }).fill(text)
  await staff.getByRole('button', { name: say('inbox:reply.button') }).click()
  await expect(staff.getByText(say('inbox:reply.sent'))).toBeVisible()
}

/** Publishes times as a member of staff's program would. */
export async function publish(server: TestServer, slots: readonly Omit<SlotPost, 'id'>[]): Promise<void> {
  const staff = await signInAs(server.url, readKeyFile(await readFile(server.keyFile, 'utf8')))
  const answer = await staff('/api/staff/slots', {
    slots: slots.map(slot => ({ ...slot, id: crypto.randomUUID() })),
  })
  expect(answer.status).toBe(204)
}

/** Noon, so many days from now. */
export const inDays = (days: number): string => {
  const then = new Date(Date.now() + days * 86_400_000)
  then.setUTCHours(11, 0, 0, 0)
  return then.toISOString().replace('.000Z', 'Z')
}

/** Every file of the intake as bytes in one string, one byte a sign. */
export async function filesOf(server: TestServer): Promise<string> {
  const files = await readdir(server.dataDir, { recursive: true, withFileTypes: true })
  const read = await Promise.all(
    files
      .filter(file => file.isFile())
      .map(async file => readFile(join(file.parentPath, file.name), 'latin1')),
  )
  return read.join('\n')
}

const pictures = process.env['REPLIES_PICTURES'] ?? ''

/** The page as it stands has no violation; with `REPLIES_PICTURES` set it is photographed too. */
export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  if (pictures === '') return
  const before = page.viewportSize()
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before) await page.setViewportSize(before)
}
