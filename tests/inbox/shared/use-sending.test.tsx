// In a document
import { act, renderHook } from '@testing-library/preact'
import type { ComponentChildren, JSX } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftsContext } from '../../../src/inbox/shared/drafts.ts'
import { HeldBack, IntakeError } from '../../../src/inbox/shared/failure.ts'
import { SignedOutContext } from '../../../src/inbox/shared/signed-out.ts'
import { useSending } from '../../../src/inbox/shared/use-sending.ts'

const onSignedOut = vi.fn()
beforeEach(() => {
  onSignedOut.mockClear()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const wrapper = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <SignedOutContext.Provider value={onSignedOut}>{children}</SignedOutContext.Provider>
)
const sending = () => renderHook(() => useSending<number>(), { wrapper }).result

test('two taps before the first is drawn prepare once and send once', async () => {
  const result = sending()
  const prepare = vi.fn(() => 1)
  const send = vi.fn(() => Promise.resolve())
  const { run } = result.current
  let answers: boolean[] = []
  await act(async () => {
    answers = await Promise.all([run('a', prepare, send), run('a', prepare, send)])
  })
  expect(answers).toEqual([true, false])
  expect(prepare).toHaveBeenCalledTimes(1)
  expect(send).toHaveBeenCalledTimes(1)
  expect(result.current.busy).toBe(false)
})

test('a second try sends what was prepared for the first, and another key prepares again', async () => {
  const result = sending()
  let made = 0
  const sent: number[] = []
  const run = async (key: string, arrives: boolean): Promise<void> => {
    await act(async () => {
      await result.current.run(
        key,
        () => ++made,
        ready => {
          sent.push(ready)
          return arrives ? Promise.resolve() : Promise.reject(new IntakeError('unreachable'))
        },
      )
    })
  }
  await run('a', false)
  expect(result.current.failed).toBe('unreachable')
  await run('a', true)
  expect(result.current.failed).toBeNull()
  await run('a', true)
  await run('b', false)
  await run('c', true)
  expect(sent).toEqual([1, 1, 2, 3, 4])
})

test('a session that has ended signs out; what is held back is for the form to say', async () => {
  const result = sending()
  const failing = (error: Error) =>
    result.current.run(
      'a',
      () => 1,
      () => Promise.reject(error),
    )
  await act(async () => {
    expect(await failing(new IntakeError('not-signed-in'))).toBe(false)
  })
  expect(onSignedOut).toHaveBeenCalledOnce()
  expect(result.current.failed).toBeNull()
  const held = new HeldBack('newer')
  await act(async () => {
    await expect(failing(held)).rejects.toBe(held)
  })
  expect(result.current.busy).toBe(false)
})

test('what is kept is sent again as it is, also by a form that is new, until it has arrived', async () => {
  const drafts = new Map<string, string>()
  const inDrafts = ({ children }: { children: ComponentChildren }): JSX.Element => (
    <DraftsContext.Provider value={drafts}>{children}</DraftsContext.Provider>
  )
  let made = 0
  const sent: number[] = []
  const run = async (arrives: boolean): Promise<void> => {
    const { result, unmount } = renderHook(() => useSending<number>('reply-a'), { wrapper: inDrafts })
    await act(async () => {
      await result.current.run(
        'a',
        () => ++made,
        ready => {
          sent.push(ready)
          return arrives ? Promise.resolve() : Promise.reject(new IntakeError('unreachable'))
        },
      )
    })
    unmount()
  }
  await run(false)
  await run(true)
  await run(true)
  expect(sent).toEqual([1, 1, 2])
  expect(drafts.size).toBe(0)
})
