// In a document
import { act, cleanup, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aSession } from '../made-up.ts'
import { UNTOUCHED } from '../../../src/inbox/session/use-idle.ts'

// A desk that is locked leaves nobody who sits down at it a session to act with in the member's name.
const intake = vi.hoisted(() => ({ closeSession: vi.fn(), closeSessionHere: vi.fn() }))
vi.mock('../../../src/inbox/session/session.ts', () => intake)
const { useSession } = await import('../../../src/inbox/desk/use-session.ts')

const keptKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
  'encrypt',
  'decrypt',
])

/** Stands in for the Web Locks API: what the windows of this browser hold. */
const elsewhere = { desks: 0, here: 0 }
const locks = {
  request: async (_: string, __: object, hold: () => Promise<void>) => {
    elsewhere.here++
    await hold()
    elsewhere.here--
  },
  query: async () => {
    const held = [{ name: 'other' }, ...Array(elsewhere.desks + elsewhere.here).fill({ name: 'desk' })]
    return Promise.resolve({ held })
  },
}

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(elsewhere, { desks: 0, here: 0 })
  intake.closeSession.mockReset().mockResolvedValue(undefined)
  intake.closeSessionHere.mockReset().mockResolvedValue(undefined)
  vi.stubGlobal('reportError', vi.fn())
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks })
})
afterEach(() => {
  cleanup()
  Reflect.deleteProperty(navigator, 'locks')
})

const settled = (): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(10)
  })
async function signedIn(): Promise<() => ReturnType<typeof useSession>> {
  const { result } = renderHook(useSession)
  await act(async () => result.current.onSession(aSession({ keptKey })))
  await settled()
  expect(result.current.session).not.toBeNull()
  return () => result.current
}
async function untouched(): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(UNTOUCHED)
  })
  await settled()
}

test.each([0, 1])(
  'who locks their desk ends its session, with %i more of their windows open',
  async desks => {
    elsewhere.desks = desks
    const desk = await signedIn()
    await act(() => {
      desk().onLock()
    })
    expect(desk().session).toBeNull()
    await settled()
    expect(intake.closeSessionHere).toHaveBeenCalledOnce()
    expect(intake.closeSession).not.toHaveBeenCalled()
  },
)

test('a desk that locks itself ends its session, unless another window is worked in', async () => {
  const desk = await signedIn()
  await untouched()
  expect(desk()).toMatchObject({ session: null, away: 'locked' })
  expect(intake.closeSessionHere).toHaveBeenCalledOnce()

  elsewhere.desks = 1
  const beside = await signedIn()
  await untouched()
  expect(beside()).toMatchObject({ session: null, away: 'locked' })
  expect(intake.closeSessionHere).toHaveBeenCalledOnce()
})

test('where the browser does not say which windows are open, the session ends', async () => {
  Reflect.deleteProperty(navigator, 'locks')
  await signedIn()
  await untouched()
  expect(intake.closeSessionHere).toHaveBeenCalledOnce()
})

test('a session that the intake has ended is not ended once more', async () => {
  const desk = await signedIn()
  await act(() => {
    desk().onEnded()
  })
  await settled()
  expect(intake.closeSessionHere).not.toHaveBeenCalled()
})

test('a desk that is shut is not counted as one that stands open', async () => {
  const desk = await signedIn()
  expect(elsewhere.here).toBe(1)
  await act(() => {
    desk().onLock()
  })
  await settled()
  expect(elsewhere.here).toBe(0)
})
