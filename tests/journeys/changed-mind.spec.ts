import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { openFlow } from './people.ts'
import { choose, next } from './phone.ts'
import { answersPutAway } from './put-away.ts'
import { codeShown, tick, wordsIn } from './replies-people.ts'
import { serverForEach } from './served.ts'

// No test here is about what is kept for use without a network.
test.use({ serviceWorkers: 'block' })

const server = serverForEach()

/** What went to the intake: the wished times of each request, by its id. One that is asked for a proof goes twice. */
function wishedTimes(page: Page): Map<string, string[]> {
  const wished = new Map<string, string[]>()
  page.on('request', request => {
    if (request.method() !== 'POST' || !request.url().endsWith('/api/requests')) return
    const { id, slotIds = [] } = request.postDataJSON() as { id: string; slotIds?: string[] }
    wished.set(id, slotIds)
  })
  return wished
}

test('a time ticked without a name is not booked by who then gives one', async ({ page }) => {
  const say = await wordsIn('da')
  const wished = wishedTimes(page)
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'alcohol')
  await next(page)
  await choose(page, 'identity', 'anonymous')
  await next(page)
  await tick(page)
  await next(page)
  await expect(page.locator('[data-key=alias]')).toBeVisible()

  const identity = say('request:review.change', { what: say('request:review.what.identity') })
  await page.getByRole('button', { name: identity }).click()
  await choose(page, 'identity', 'named')
  await next(page)
  await page.locator('#field-name').fill('Karen Eksempel')
  await page.locator('#field-phone').fill('12345678')
  await next(page)
  await expect(page.locator('[data-key=name]')).toBeVisible()
  await expect(page.locator('[data-key=alias]')).toHaveCount(0)
  await next(page)
  await codeShown(page)
  await expect(page.getByRole('heading', { level: 1, name: say('request:receipt.sent') })).toBeVisible()
  expect([...wished.values()]).toEqual([[]])
})

test('a wish that staff have withdrawn is told, and another can be ticked', async ({ page }) => {
  await openFlow(page, `${server.url}/kontakt`)
  await choose(page, 'audience', 'youth')
  await next(page)
  await choose(page, 'wish', 'anonymous-talk')
  await next(page)
  for (const nth of [0, 1, 2]) await tick(page, nth)
  const gone = await page
    .locator('input[name=slotIds]:checked')
    .evaluateAll(boxes => boxes.map(box => (box as HTMLInputElement).value))
  await next(page)
  await page.route('**/api/slots*', async route => {
    const answer = await route.fetch()
    const { slots } = (await answer.json()) as { slots: { id: string }[] }
    await route.fulfill({ json: { slots: slots.filter(slot => !gone.includes(slot.id)) } })
  })
  await answersPutAway(page, { slotIds: gone })
  await page.reload()
  await expect(page.locator('[data-key=times]')).toContainText('Tiden er ikke ledig mere.')
  await page.getByRole('button', { name: 'Ret tid' }).click()
  await expect(page.locator('input[name=slotIds]')).not.toHaveCount(0)
  await expect(page.locator('input[name=slotIds]:checked')).toHaveCount(0)
  await tick(page)
  await next(page)
  await expect(page.locator('[data-key=times]')).not.toContainText('ikke ledig')
})
