// In a document
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import da from '../../../locales/da/inbox.json'
import { lockKey, makeMember, writeKeyFile } from '../../../src/core/sealing/index.ts'
import { aSession } from '../made-up.ts'
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
const { forgetKey, keepKey, keptKeys } = await import('../../../src/inbox/session/credentials/kept-keys.ts')

const { key } = await makeMember('Åse')
const session = aSession({ name: 'Åse' })
const onSession = vi.fn<(session: unknown) => Promise<void>>(() => Promise.resolve())

eachOnItsOwnPage()
beforeEach(() => {
  vi.mocked(openSession).mockReset().mockResolvedValue(session)
  onSession.mockClear()
  localStorage.clear()
})

const show = (): void =>
  void render(
    <CopyContext.Provider value={{ lang: 'da', t: tIn('da') }}>
      <main>
        <SignIn takesFocus={false} onSession={onSession} />
      </main>
    </CopyContext.Provider>,
  )
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string): void =>
  void fireEvent.input(screen.getByLabelText(label), { target: { value } })
const choose = (text: string): void =>
  void fireEvent.change(screen.getByLabelText(da.signIn.file), {
    target: { files: [new File([text], 'k.json')] },
  })

test('a key is kept only under six words that the app made and the member has typed again', async () => {
  show()
  choose(writeKeyFile(key))
  fireEvent.click(screen.getByLabelText(new RegExp(da.signIn.remember)))
  press(da.signIn.button)
  const words = (await screen.findByText(/^[a-z]+( [a-z]+){5}$/)).textContent
  type(da.keepKey.again, 'sol skov sten bro hat sko')
  press(da.keepKey.button)
  expect((await screen.findAllByText(da.keepKey.wrong)).length).toBeGreaterThan(0)
  expect(keptKeys()).toEqual([])
  expect(onSession).not.toHaveBeenCalled()

  type(da.keepKey.again, words.toUpperCase())
  press(da.keepKey.button)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledWith(session)
  })
  expect(keptKeys().map(({ name }) => name)).toEqual(['Åse'])
  const kept = JSON.stringify(localStorage)
  for (const secret of [key.identity, key.signing, words]) expect(kept).not.toContain(secret)

  // The next time, F5 and a desk that has locked itself included, the words are enough.
  cleanup()
  onSession.mockClear()
  show()
  // Nobody beside reads them, unless they are to be seen; no browser offers to keep them.
  const field = screen.getByLabelText<HTMLInputElement>(da.signIn.words)
  const isMasked = (): boolean => field.closest('.masked') !== null
  expect([isMasked(), field.type]).toEqual([true, 'text'])
  fireEvent.click(screen.getByLabelText(da.signIn.showWords))
  expect(isMasked()).toBe(false)
  type(da.signIn.words, 'wrong')
  press(da.signIn.unlock)
  expect((await screen.findAllByText(da.signIn['wrong-words'])).length).toBeGreaterThan(0)
  type(da.signIn.words, words)
  press(da.signIn.unlock)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledWith(session)
  })
  expect(openSession).toHaveBeenLastCalledWith(writeKeyFile(key))
})

test('who has one of two keys forgotten unlocks with the one that is left', async () => {
  const bo = await makeMember('Bo')
  keepKey(await lockKey(key, 'sol skov sten bro hat sko'))
  keepKey(await lockKey(bo.key, 'hat sko sol skov sten bro'))
  show()
  fireEvent.click(screen.getByLabelText('Åse'))
  const names = (): string[] => keptKeys().map(({ name }) => name)
  // It may be the only one there is: one press does not take it.
  press(da.signIn.forget.replace('{{name}}', 'Åse'))
  expect(names()).toEqual(['Åse', 'Bo'])
  press(da.signIn.forgetKeyNo)
  press(da.signIn.forget.replace('{{name}}', 'Åse'))
  press(da.signIn.forgetKeyYes)
  await vi.waitFor(() => {
    expect(names()).toEqual(['Bo'])
  })
  type(da.signIn.words, 'hat sko sol skov sten bro')
  press(da.signIn.unlock)
  await vi.waitFor(() => {
    expect(openSession).toHaveBeenLastCalledWith(writeKeyFile(bo.key))
  })
})

test('without asking, nothing is kept', async () => {
  show()
  choose(writeKeyFile(key))
  press(da.signIn.button)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledWith(session)
  })
  expect(localStorage).toHaveLength(0)
})

test('a locked key file asks for its words', async () => {
  const locked = await lockKey(key, 'solskov stenbro hatsko bogblad lyslampe dugkop')
  show()
  choose(JSON.stringify(locked))
  await screen.findByLabelText(da.signIn.words)
  press(da.signIn.button)
  expect((await screen.findAllByText(da.signIn['no-words'])).length).toBeGreaterThan(0)
  type(da.signIn.words, 'solskov stenbro hatsko bogblad lyslampe dugkop')
  press(da.signIn.button)
  await vi.waitFor(() => {
    expect(openSession).toHaveBeenCalledWith(writeKeyFile(key))
  })
})

test('of several at one desk each says who they are, and can take their key away', async () => {
  keepKey(await lockKey(key, 'a'))
  keepKey(await lockKey({ ...key, name: 'Bo' }, 'b'))
  show()
  type(da.signIn.words, 'b')
  press(da.signIn.unlock)
  expect((await screen.findAllByText(da.signIn['no-name'])).length).toBeGreaterThan(0)
  fireEvent.click(screen.getByLabelText('Bo'))
  press(da.signIn.unlock)
  await vi.waitFor(() => {
    expect(openSession).toHaveBeenCalledWith(writeKeyFile({ ...key, name: 'Bo' }))
  })
  press(/Bo/)
  press(da.signIn.forgetKeyYes)
  await vi.waitFor(() => {
    expect(keptKeys().map(({ name }) => name)).toEqual(['Åse'])
  })
  await vi.waitFor(() => {
    expect(document.activeElement?.textContent).toBe(da.signIn.title)
  })
})

test('a browser that keeps nothing says so, and the file still signs in', async () => {
  show()
  choose(writeKeyFile(key))
  fireEvent.click(screen.getByLabelText(new RegExp(da.signIn.remember)))
  press(da.signIn.button)
  const words = (await screen.findByText(/^[a-z]+( [a-z]+){5}$/)).textContent
  vi.stubGlobal('localStorage', undefined)
  type(da.keepKey.again, words)
  press(da.keepKey.button)
  expect((await screen.findAllByText(da.keepKey.failed)).length).toBeGreaterThan(0)
  press(da.keepKey.skip)
  await vi.waitFor(() => {
    expect(onSession).toHaveBeenCalledWith(session)
  })
})

test('what lies in the place of the keys and cannot be read is told, kept beside new keys, and goes only when asked', async () => {
  const lies = (): string => localStorage.getItem('inbox-keys') ?? ''
  const bo = await lockKey({ ...key, name: 'Bo' }, 'b')
  for (const [text, names] of [
    ['{"v":1,"name":"Åse","loc', []],
    [JSON.stringify({ v: 9 }), []],
    [JSON.stringify([bo, { v: 9, name: 'Mette', locked: 'x' }]), ['Bo']],
  ] as const) {
    cleanup()
    localStorage.setItem('inbox-keys', text)
    expect(keptKeys().map(({ name }) => name)).toEqual(names)
    show()
    expect(screen.getByText(da.signIn.unreadable)).toBeTruthy()
    expect(lies()).toBe(text)
    keepKey(await lockKey(key, 'a'))
    expect(keptKeys().map(({ name }) => name)).toEqual([...names, 'Åse'])
    forgetKey('Åse')
    const left = text.startsWith('[') ? 'Mette' : JSON.stringify(text)
    expect(lies()).toContain(left)
    press(da.signIn.forgetUnreadable)
    press(da.signIn.forgetNo)
    expect(lies()).toContain(left)
    press(da.signIn.forgetUnreadable)
    press(da.signIn.forgetYes)
    expect(lies()).not.toContain(left)
    expect(keptKeys().map(({ name }) => name)).toEqual(names)
    expect(screen.queryByText(da.signIn.unreadable)).toBeNull()
  }
})
