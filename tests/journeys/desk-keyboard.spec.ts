import type { Locator, Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { closedOn } from '../../src/core/calendar/closed-days.ts'
import { dayOf, daysAfter, weekdayOf } from '../../src/core/calendar/days.ts'
import { mondayOf } from '../../src/core/calendar/weeks.ts'
import { expectAccessible } from './axe.ts'
import { enterOn, isSomewhere, tabTo, typeDay } from './by-keyboard.ts'
import { signInToInbox } from './people.ts'
import { inDays, wordsIn, type Say } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { button, heading } from './team-people.ts'
import { publishTime, sendRequest } from './walks/seed.ts'

// A member without a mouse: what is handed over, and the times.
const server = serverForAll()
let say: Say
test.beforeAll(async () => {
  say = await wordsIn('da')
})

/** Goes to a tab of the desk, back over what stands below it. */
async function toTab(page: Page, tab: 'requests' | 'slots'): Promise<void> {
  await tabTo(page, button(page, say(`inbox:tabs.${tab}`)), 'Shift+Tab')
  await page.keyboard.press('Enter')
}
const named = { audience: 'adult', identity: 'named', phone: '12 34 56 78', language: 'da' } as const
const begins = (page: Page | Locator, key: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${say(key)}`) })

test('a call is noted and taken back, the request handed over and that undone, and nothing is left to paste', async ({
  browser,
}) => {
  await sendRequest(server, { ...named, name: 'Ida', wish: 'treatment', substance: 'alcohol' })
  const page = await signInToInbox(browser, server)
  await page.context().grantPermissions(['clipboard-write'])
  // The pages let nobody read the clipboard, a test neither: what the browser has taken is written down beside it.
  const written: string[] = []
  await page.exposeFunction('noteWritten', (text: string) => written.push(text))
  await page.evaluate(() => {
    const { clipboard } = navigator
    const write = clipboard.writeText.bind(clipboard)
    const { noteWritten } = globalThis as unknown as { noteWritten: (text: string) => Promise<number> }
    clipboard.writeText = async text => {
      await write(text)
      await noteWritten(text)
    }
  })
  await enterOn(page, page.locator('.request-card', { hasText: 'Ida' }).getByRole('button'))
  await expect(page.getByRole('heading', { level: 1, name: 'Ida' })).toBeFocused()

  await enterOn(page, button(page, say('inbox:notes.do.talked')))
  const noted = page.locator('.note-list li', { hasText: say('inbox:notes.events.talked') })
  await expect(noted).toBeVisible()
  await isSomewhere(page)
  await enterOn(page, begins(noted, 'inbox:notes.wrong'))
  await expect(noted.locator('s')).toHaveText(say('inbox:notes.events.talked'))
  await expect(noted.locator('[data-wrong]')).toBeFocused()

  await tabTo(page, button(page, say('inbox:detail.copy')), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('inbox:handOver.ask'))).toBeFocused()
  expect(written.at(-1)).toContain('Ida')
  await expectAccessible(page)
  await enterOn(page, button(page, say('inbox:handOver.no')))
  await expect(button(page, say('inbox:detail.copy'))).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('inbox:handOver.ask'))).toBeFocused()
  await enterOn(page, button(page, say('inbox:handOver.yes')))
  const saved = say('inbox:detail.stateSaved', { state: say('inbox:state.handed-over') })
  await expect(page.locator('.said', { hasText: saved })).toBeFocused()
  await enterOn(page, button(page, say('inbox:close.undo')))
  await expect(page.getByText(say('inbox:close.back', { state: say('inbox:state.opened') }))).toBeVisible()
  await isSomewhere(page)

  await tabTo(page, button(page, say('inbox:signOut')), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(heading(page, say('inbox:signIn.title'))).toBeVisible()
  await expect.poll(() => written.at(-1)).toBe('')
})

test('a time is published, corrected and removed, and a booked one is called off', async ({ browser }) => {
  const room = 'Lokale med tastatur'
  const dates = [{ startsAt: inDays(2), minutes: 45 }]
  const slot = await publishTime(server, { kind: 'adult-talk', dates, place: 'house', seats: 1, room })
  await sendRequest(server, { ...named, name: 'Eva', wish: 'advice', substance: 'alcohol' }, [slot])
  const page = await signInToInbox(browser, server)
  await toTab(page, 'slots')
  await expect(heading(page, say('inbox:slots.title'))).toBeVisible()
  await isSomewhere(page)

  await enterOn(page, page.locator('summary', { hasText: say('inbox:slots.publish') }))
  await tabTo(page, page.locator('input[name=kind]').first())
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('input[name=kind][value=adult-talk]')).toBeChecked()
  const day = openDay(daysAfter(dayOf(Date.now()), 20))
  await tabTo(page, page.locator('input[name=date]'))
  await typeDay(page, page.locator('input[name=date]'), day)
  await tabTo(page, page.locator('input[name=time]'))
  // The "a" is for a browser that counts twice to twelve.
  await page.keyboard.type('0730a')
  await expect(page.locator('input[name=time]')).toHaveValue('07:30')
  await tabTo(page, page.locator('input[name=room]'))
  await page.keyboard.type('Lokale 9')
  await expectAccessible(page)
  await enterOn(page, button(page, say('inbox:slots.button')))
  // Before eight: it is asked.
  await expect(page.locator('[data-question]')).toBeFocused()
  await enterOn(page, button(page, say('inbox:slots.publishAnyway', { count: 1 })))
  await expect(page.getByText(say('inbox:slots.done', { count: 1 }))).toBeVisible()
  await isSomewhere(page)

  const row = (text: string): Locator => page.locator('.slot-row', { hasText: text })
  await enterOn(page, begins(row('Lokale 9'), 'inbox:slots.change'))
  await tabTo(page, row('Lokale 9').getByLabel(say('inbox:slots.room')))
  await page.keyboard.press('End')
  await page.keyboard.type('8')
  await enterOn(page, row('Lokale 9').getByRole('button', { name: say('inbox:slots.save'), exact: true }))
  // It still begins before eight.
  await expect(row('Lokale 9').locator('[data-question]')).toBeFocused()
  await enterOn(page, button(page, say('inbox:slots.saveAnyway')))
  await expect(row('Lokale 98')).toBeVisible()
  await isSomewhere(page)
  await enterOn(page, begins(row('Lokale 98'), 'inbox:slots.withdraw'))
  await expect(row('Lokale 98').locator('[data-question]')).toBeFocused()
  await enterOn(page, button(page, say('inbox:slots.withdrawNo')))
  await expect(begins(row('Lokale 98'), 'inbox:slots.withdraw')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row('Lokale 98').locator('[data-question]')).toBeFocused()
  await enterOn(page, button(page, say('inbox:slots.withdrawOne')))
  await expect(row('Lokale 98')).toHaveCount(0)
  await isSomewhere(page)

  // Back to the week in which Eva comes.
  await toTab(page, 'requests')
  await enterOn(page, page.locator('.request-card', { hasText: 'Eva' }).getByRole('button'))
  await expect(page.getByRole('heading', { level: 1, name: 'Eva' })).toBeFocused()
  await toTab(page, 'slots')
  await tabTo(page, button(page, say('inbox:slots.today')), 'Shift+Tab')
  await page.keyboard.press('Enter')
  if (mondayOf(dayOf(Date.parse(dates[0]!.startsAt))) !== mondayOf(dayOf(Date.now())))
    await enterOn(page, begins(page, 'inbox:slots.after.week'))
  await enterOn(page, begins(row(room), 'inbox:cancel.open'))
  await expect(row(room).locator('textarea')).toBeFocused()
  await expectAccessible(page)
  await enterOn(page, row(room).getByRole('button', { name: say('inbox:cancel.button') }))
  await expect(row(room)).toHaveCount(0)
  await expect(
    page.locator('.said', { hasText: say('inbox:cancel.done_one').split('. ')[1] ?? '' }),
  ).toBeFocused()
})

test('the browser’s own print leaves out what is pressed, and of the young prints the list for their meeting', async ({
  browser,
}) => {
  const message = 'Mine forældre må ikke vide det'
  const youth = { audience: 'youth', wish: 'anonymous-talk', identity: 'anonymous', language: 'da' } as const
  await sendRequest(server, { ...youth, alias: 'Blå Kano', message })
  const page = await signInToInbox(browser, server)
  const kano = page.locator('.request-card', { hasText: 'Blå Kano' })
  await expect(kano).toBeVisible()
  const table = page.locator('#meeting-list')
  await page.emulateMedia({ media: 'print' })
  await expect(kano).toBeVisible()
  await expect(page.getByLabel(say('inbox:list.search'))).toBeHidden()
  await page.emulateMedia({ media: null })
  await button(page, say('inbox:list.filters.youth')).click()
  await expect(table).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(table.getByText('Blå Kano')).toBeVisible()
  await expect(kano).toBeHidden()
  await expect(page.locator('body')).not.toContainText(message, { useInnerText: true })
  // A request: all that was said, and nothing to press.
  await page.emulateMedia({ media: null })
  await kano.getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Blå Kano' })).toBeFocused()
  await button(page, say('inbox:notes.do.talked')).click()
  await expect(begins(page, 'inbox:notes.wrong')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.thread').getByText(message)).toBeVisible()
  await expect(page.locator('button:visible, textarea:visible, input:visible')).toHaveCount(0)
})

/** From this day on, the first on which the house is open: nothing but the hour is asked about. */
const openDay = (from: string): string =>
  weekdayOf(from) < 5 && closedOn(from) === null ? from : openDay(daysAfter(from, 1))
