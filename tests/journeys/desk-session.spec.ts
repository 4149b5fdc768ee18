import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { staffCalls } from '../../src/core/contract/calls.ts'
import { UNTOUCHED } from '../../src/inbox/session/use-idle.ts'
import { signInOn } from './people.ts'
import { wordsIn } from './replies-people.ts'
import { serverForAll } from './served.ts'

// What a colleague who sits down at a shared desk could do in the member's name: all that the browser's session allows.
const server = serverForAll()

/** As a person would who knows the browser's console, and has no key. */
const actsFrom = (page: Page): Promise<number> =>
  page.evaluate(async ({ method, path }) => (await fetch(path, { method })).status, staffCalls.staffRequests)

/** Nobody touches this window for longer than a desk stays open: its clock alone goes on. */
const leaveAlone = (page: Page): Promise<void> =>
  page.evaluate(late => {
    const now = Date.now() + late
    Date.now = () => now
    dispatchEvent(new Event('focus'))
  }, UNTOUCHED)

test('a locked desk leaves no session in the browser, but to a window that is still worked in', async ({
  context,
}) => {
  const say = await wordsIn('da')
  const [first, second] = [await context.newPage(), await context.newPage()]
  await signInOn(first, server)
  await signInOn(second, server)
  expect(await actsFrom(first)).toBe(200)

  // Nobody touches the first window for ten minutes: it locks itself. The second goes on.
  await leaveAlone(first)
  await expect(first.getByText(say('inbox:problems.locked'))).toBeVisible()
  expect(await actsFrom(second)).toBe(200)
  await second.getByRole('button', { name: say('inbox:list.refresh') }).click()
  await expect(second.getByRole('heading', { level: 1, name: say('inbox:list.title') })).toBeVisible()

  await second.getByRole('button', { name: say('inbox:lock'), exact: true }).click()
  await expect(second.getByText(say('inbox:problems.left'))).toBeVisible()
  await expect.poll(() => actsFrom(second)).toBe(401)
  expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([])

  // Alone, a desk that locks itself ends its session too.
  await second.close()
  await signInOn(first, server)
  expect(await actsFrom(first)).toBe(200)
  await leaveAlone(first)
  await expect(first.getByText(say('inbox:problems.locked'))).toBeVisible()
  await expect.poll(() => actsFrom(first)).toBe(401)
})
