import { hold } from './hold.ts'
import { expect, test } from './test.ts'
import { afterTimes, choose, next } from './phone.ts'
import { codeShown, wordsIn } from './replies-people.ts'
import { serverForEach } from './served.ts'
import { startSlowLine, TWO_G } from './slow-line.ts'

// Everything comes, late. No time is asked for here, only that the road goes and that the page says where it is.

const server = serverForEach()
let line: Awaited<ReturnType<typeof startSlowLine>>
test.beforeEach(async () => {
  line = await startSlowLine(server.port, TWO_G)
})
test.afterEach(() => {
  line.stop()
})

test('on 2G with every tenth packet lost a request arrives, and the page says where it is', async ({
  page,
}) => {
  test.setTimeout(300_000)
  page.setDefaultTimeout(120_000)
  const patiently = expect.configure({ timeout: 120_000 })
  const say = await wordsIn('da')
  const letGo = await hold(page, '**/assets/contact-*.js')
  await page.goto(`http://localhost:${line.port}/kontakt`, { waitUntil: 'commit' })

  // The question can be read before its script is there, and says that it cannot be answered yet.
  await patiently(page.getByRole('heading', { level: 1, name: say('request:audience.legend') })).toBeVisible()
  await patiently(page.getByText(say('common:coming'))).toBeVisible()
  letGo()
  await patiently(page.locator('.form-body:not([disabled])')).toBeVisible()
  await expect(page.getByText(say('common:coming'))).toHaveCount(0)

  await choose(page, 'audience', 'adult')
  await next(page)
  await choose(page, 'wish', 'advice')
  await next(page)
  await choose(page, 'substance', 'alcohol')
  await next(page)
  await patiently(page.locator('input[name=identity][value=anonymous]')).toBeAttached()
  await choose(page, 'identity', 'anonymous')
  await next(page)
  // On such a line the free times may not come in the time they are given: then an adult is led on without them.
  await afterTimes(page)
  await patiently(page.getByRole('heading', { level: 1, name: say('request:review.title') })).toBeVisible()
  await next(page)

  // The code is there at once; whether it has arrived is told when it has.
  await patiently(page.getByRole('heading', { level: 1, name: say('request:receipt.sent') })).toBeVisible()
  expect(await codeShown(page)).toMatch(/\S/)
})
