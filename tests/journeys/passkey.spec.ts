import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { ALL, foundByAxe } from './axe.ts'
import { signInToInbox } from './people.ts'
import { wordsIn, type Say } from './replies-people.ts'
import { serverForAll } from './served.ts'
import { button, confirm, heading, invite, keptOnceAt, makeKey, toTeam, unlock } from './team-people.ts'

// A member's key under a passkey, with Chromium's own virtual authenticator (CTAP 2.1 with hmac-secret, which PRF rests on).
const server = serverForAll()
let say: Say
test.beforeAll(async () => {
  say = await wordsIn('da')
})

type Holder = { readonly cdp: CDPSession; readonly authenticatorId: string }

/** Puts a holder of passkeys into the machine: its fingerprint is ready, and says yes until it is told otherwise. */
async function addHolder(page: Page, hasPrf: boolean): Promise<Holder> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

const useWords = (page: Page) => button(page, say('inbox:signIn.useWords'))
const byPasskey = (page: Page) => button(page, say('inbox:passkey.unlock'))
const list = (page: Page) => heading(page, say('inbox:list.title'))

test('a newcomer locks the key with a passkey, unlocks with it after F5, and has the words when it says no', async ({
  browser,
}) => {
  const leader = await signInToInbox(browser, server)
  await toTeam(leader, say)
  const link = await invite(leader, say)
  const page = await (await browser.newContext()).newPage()
  const { cdp, authenticatorId } = await addHolder(page, true)
  await page.goto(link)
  const passphrase = await makeKey(page, say, 'Bo')

  // The machine is ready, so it is offered at once.
  await expect(heading(page, say('inbox:passkey.offerTitle'))).toBeFocused()
  expect(await foundByAxe(page, ALL)).toEqual([])
  await button(page, say('inbox:passkey.make')).click()
  await expect(heading(page, say('inbox:join.compareTitle'))).toBeVisible()
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
  expect(credentials.map(one => [one.rpId, one.userName])).toEqual([
    ['localhost', `${say('inbox:brand')}: Bo`],
  ])

  await toTeam(leader, say)
  await confirm(leader, say, 'Bo')
  await button(page, say('inbox:join.toSignIn')).click()
  expect(await foundByAxe(page, ALL)).toEqual([])
  await byPasskey(page).click()
  await expect(list(page)).toBeVisible()

  // F5: one touch, and Bo is where Bo was.
  await keptOnceAt(page, () => toTeam(page, say))
  await page.reload()
  await byPasskey(page).click()
  await expect(heading(page, say('inbox:team.title'))).toBeVisible()
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(kept).toContain('FIDO2PRF')
  for (const secret of ['AGE-SECRET-KEY', passphrase]) expect(kept).not.toContain(secret)

  // The finger is not known: the words are there, and open.
  await page.reload()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await byPasskey(page).click()
  await expect(page.locator('.error-summary').getByText(say('inbox:passkey.cancelled'))).toBeVisible()
  expect(await foundByAxe(page, ALL)).toEqual([])
  await unlock(page, say, passphrase)
  await expect(heading(page, say('inbox:team.title'))).toBeVisible()

  // Given up on the page "Team": only the words are left here.
  await button(page, say('inbox:passkey.remove')).click()
  await expect(page.getByText(say('inbox:passkey.removed'))).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(say('inbox:signIn.words'))).toBeVisible()
  await expect(byPasskey(page)).toHaveCount(0)
  await expect(useWords(page)).toHaveCount(0)
})

test('a passkey that can lock nothing is told as such, and the words go on', async ({ browser }) => {
  const leader = await signInToInbox(browser, server)
  await toTeam(leader, say)
  const link = await invite(leader, say)
  const page = await (await browser.newContext()).newPage()
  await addHolder(page, false)
  await page.goto(link)
  const passphrase = await makeKey(page, say, 'Cy')
  await button(page, say('inbox:passkey.make')).click()
  await expect(page.getByText(say('inbox:passkey.no-prf'))).toBeVisible()
  expect(await foundByAxe(page, ALL)).toEqual([])
  await button(page, say('inbox:keepKey.skip')).click()
  await expect(heading(page, say('inbox:join.compareTitle'))).toBeVisible()
  await toTeam(leader, say)
  await confirm(leader, say, 'Cy')
  await button(page, say('inbox:join.toSignIn')).click()
  await unlock(page, say, passphrase)
  await expect(list(page)).toBeVisible()
})
