// In a document at http://localhost/inbox
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { lockKey, makeMember, writeKeyFile } from '../../../src/core/sealing/index.ts'
import { aSession } from '../made-up.ts'
import {
  forgetKey,
  keepKey,
  keepPasskey,
  keptKeys,
} from '../../../src/inbox/session/credentials/kept-keys.ts'
import {
  isReadyHere,
  knowsPasskeys,
  lockWithPasskey,
  unlockWithPasskey,
} from '../../../src/inbox/session/credentials/passkey.ts'
import { holdPasskeys, type Holder } from './passkey-holder.ts'
import { eachOnItsOwnPage } from '../own-page.ts'

vi.mock('../../../src/inbox/model/build-info.ts', () => ({
  recipients: [],
  signers: [],
  epochs: [],
  first: null,
}))
vi.mock('../../../src/inbox/session/session.ts', () => ({ openSession: vi.fn() }))

const { openSession } = await import('../../../src/inbox/session/session.ts')
const { SignIn } = await import('../../../src/inbox/session/sign-in.tsx')
const { CopyContext, tIn } = await import('../../../src/inbox/shared/copy.ts')
const { OwnKey } = await import('../../../src/inbox/team/own-key.tsx')

// Locking a key under words is slow on purpose.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 60_000 })

const { key } = await makeMember('Åse')
const WORDS = 'solskov stenbro hatsko bogblad lyslampe dugkop'
const underWords = await lockKey(key, WORDS)
const session = aSession({ name: 'Åse' })
const onSession = vi.fn<(session: unknown) => Promise<void>>(() => Promise.resolve())
let holder: Holder

eachOnItsOwnPage()
beforeEach(() => {
  vi.mocked(openSession).mockReset().mockResolvedValue(session)
  onSession.mockClear()
  localStorage.clear()
  holder = holdPasskeys()
})

const within = (children: unknown): void =>
  void render(
    <CopyContext.Provider value={{ lang: 'da', t: tIn('da') }}>{children as never}</CopyContext.Provider>,
  )
const atSignIn = (): void => {
  within(<SignIn takesFocus={false} onSession={onSession} />)
}
const atTeam = (): void => {
  within(<OwnKey memberKey={key} />)
}
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }))
const kept = (): string => JSON.stringify(Object.entries(localStorage))

/** Åse's key under her words and under a passkey, as the page "Team" makes it. */
async function withPasskey(): Promise<void> {
  keepKey(underWords)
  const lock = await lockWithPasskey(key, 'Indbakke: Åse')
  if (typeof lock === 'string') throw new Error(lock)
  expect(keepPasskey('Åse', lock)).toBe(true)
}

test('a key under a passkey opens with it again, and what lies there is neither the key nor a part of it', async () => {
  const lock = await lockWithPasskey(key, 'Indbakke: Åse')
  if (typeof lock === 'string') throw new Error(lock)
  expect(holder.made).toEqual(['Indbakke: Åse'])
  expect(await unlockWithPasskey(lock)).toEqual(key)
  const text = JSON.stringify(lock) + Buffer.from(lock.locked, 'base64url').toString('latin1')
  for (const secret of [key.identity, key.signing, 'AGE-SECRET-KEY']) expect(text).not.toContain(secret)
})

test.each([
  ['NotAllowedError', 'cancelled'],
  ['SecurityError', 'no-passkeys'],
  ['ConstraintError', 'no-prf'],
  ['TypeError', 'no-prf'],
] as const)('when the browser says %s, nothing is locked, and it is told: %s', async (says, told) => {
  holder.says = says
  expect(await lockWithPasskey(key, 'x')).toBe(told)
})

test('a passkey that has no PRF locks nothing, and one that lost it opens nothing', async () => {
  const lock = await lockWithPasskey(key, 'x')
  if (typeof lock === 'string') throw new Error(lock)
  holder.hasPrf = false
  expect(await lockWithPasskey(key, 'x')).toBe('no-prf')
  expect(await unlockWithPasskey(lock)).toBe('no-fit')
})

test('another passkey, or a key that was changed where it lies, opens nothing', async () => {
  const lock = await lockWithPasskey(key, 'x')
  if (typeof lock === 'string') throw new Error(lock)
  const at = lock.locked.length - 8
  const other = lock.locked[at] === 'A' ? 'B' : 'A'
  const changed = { ...lock, locked: lock.locked.slice(0, at) + other + lock.locked.slice(at + 1) }
  expect(await unlockWithPasskey(changed)).toBe('no-fit')
  expect(await unlockWithPasskey({ ...lock, passkey: 'AGE-PLUGIN-FIDO2PRF-1QQQQQQQ' })).toBe('no-fit')
  holder.forget()
  expect(await unlockWithPasskey(lock)).toBe('no-fit')
})

test('a browser without passkeys has none', async () => {
  const lock = await lockWithPasskey(key, 'x')
  if (typeof lock === 'string') throw new Error(lock)
  vi.stubGlobal('PublicKeyCredential', undefined)
  expect(knowsPasskeys()).toBe(false)
  expect(await isReadyHere()).toBe(false)
  expect([await lockWithPasskey(key, 'x'), await unlockWithPasskey(lock)]).toEqual([
    'no-passkeys',
    'no-passkeys',
  ])
})

test('a browser that will not say whether it is ready counts as not ready', async () => {
  holder.isReady = 'refuses'
  expect(await isReadyHere()).toBe(false)
  holder.isReady = true
  expect(await isReadyHere()).toBe(true)
})

test('a passkey is kept only beside a key that is kept, and goes with it', async () => {
  const lock = await lockWithPasskey(key, 'x')
  if (typeof lock === 'string') throw new Error(lock)
  expect(keepPasskey('Åse', lock)).toBe(false)
  await withPasskey()
  // A new key of the same name: the old passkey would open the old key.
  keepKey(underWords)
  expect(keptKeys()[0]?.passkey).toBeUndefined()
  forgetKey('Åse')
  expect(keptKeys()).toEqual([])
})

test('on the page "Team" a member makes a passkey, unlocks with it, and goes back to the words', async () => {
  keepKey(underWords)
  atTeam()
  press(da.passkey.make)
  await screen.findByText(da.passkey.made)
  await vi.waitFor(() => {
    expect(document.activeElement?.textContent).toBe(da.passkey.title)
  })
  for (const secret of [key.identity, key.signing, WORDS]) expect(kept()).not.toContain(secret)
  cleanup()

  atSignIn()
  expect(screen.queryByLabelText(da.signIn.words)).toBeNull()
  press(da.passkey.unlock)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledWith(session)
  })
  expect(openSession).toHaveBeenLastCalledWith(writeKeyFile(key))
  cleanup()

  atTeam()
  press(da.passkey.remove)
  await screen.findByText(da.passkey.removed)
  expect(keptKeys()).toEqual([underWords])
  cleanup()
  atSignIn()
  expect(screen.getByLabelText(da.signIn.words)).toBeTruthy()
})

test('who says no at making is told, and the words still lock', async () => {
  keepKey(underWords)
  holder.says = 'NotAllowedError'
  atTeam()
  press(da.passkey.make)
  await screen.findByText(da.passkey.cancelled)
  expect(keptKeys()).toEqual([underWords])
  holder.says = 'yes'
  vi.stubGlobal('localStorage', undefined)
  press(da.passkey.make)
  await screen.findByText(da.passkey['not-kept'])
})

test('a browser without passkeys is told on the page "Team", and where no key is kept nothing is', () => {
  atTeam()
  expect(screen.queryByRole('heading')).toBeNull()
  cleanup()
  vi.stubGlobal('PublicKeyCredential', undefined)
  keepKey(underWords)
  atTeam()
  expect(screen.getByText(da.passkey['no-passkeys'])).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('who says no at unlocking is asked for the words, which open, and can go back to the passkey', async () => {
  await withPasskey()
  holder.says = 'NotAllowedError'
  atSignIn()
  press(da.passkey.unlock)
  expect((await screen.findAllByText(da.passkey.cancelled)).length).toBeGreaterThan(0)
  expect(onSession).not.toHaveBeenCalled()
  press(da.passkey.use)
  expect(screen.queryByText(da.passkey.cancelled)).toBeNull()
  press(da.signIn.useWords)
  fireEvent.input(screen.getByLabelText(da.signIn.words), { target: { value: WORDS } })
  press(da.signIn.unlock)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledWith(session)
  })
})

test('what the intake refuses is told beside the passkey', async () => {
  await withPasskey()
  vi.mocked(openSession).mockResolvedValue('unreachable')
  atSignIn()
  press(da.passkey.unlock)
  await screen.findByText(da.signIn.unreachable)
  expect(screen.getByRole('button', { name: da.passkey.unlock })).toBeTruthy()
})

test('of several at one desk only the one with a passkey is asked for it', async () => {
  await withPasskey()
  keepKey(await lockKey({ ...key, name: 'Bo' }, WORDS))
  atSignIn()
  fireEvent.click(screen.getByLabelText('Åse'))
  expect(screen.getByRole('button', { name: da.passkey.unlock })).toBeTruthy()
  fireEvent.click(screen.getByLabelText('Bo'))
  expect(screen.getByLabelText(da.signIn.words)).toBeTruthy()
})

test('where the machine is ready, a passkey is offered when a key has just been kept', async () => {
  const keep = async (): Promise<void> => {
    atSignIn()
    const file = new File([writeKeyFile(key)], 'k.json')
    fireEvent.change(screen.getByLabelText(da.signIn.file), { target: { files: [file] } })
    fireEvent.click(screen.getByLabelText(new RegExp(da.signIn.remember)))
    press(da.signIn.button)
    const six = (await screen.findByText(/^[a-z]+( [a-z]+){5}$/)).textContent
    fireEvent.input(screen.getByLabelText(da.keepKey.again), { target: { value: six } })
    press(da.keepKey.button)
    await screen.findByText(da.passkey.offerTitle)
  }
  holder.isReady = true
  await keep()
  press(da.keepKey.skip)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledTimes(1)
  })
  expect(keptKeys()[0]?.passkey).toBeUndefined()
  cleanup()
  localStorage.clear()
  await keep()
  press(da.passkey.make)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledTimes(2)
  })
  expect(keptKeys()[0]?.passkey).toBeDefined()
})
