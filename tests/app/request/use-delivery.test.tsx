// In a document
import { act, renderHook } from '@testing-library/preact'
import type { ComponentChildren, JSX } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { CitizenContext, type Citizen } from '../../../src/app/citizen.ts'
import { wipeAll } from '../../../src/app/leave/on-leave.ts'
import type { Outcome } from '../../../src/app/outbox/types.ts'
import { useDelivery, type Delivery } from '../../../src/app/request/use-delivery.ts'
import type { Answers } from '../../../src/core/request/index.ts'

const fakes = vi.hoisted(() => ({
  deliver: vi.fn(),
  withdrawWaiting: vi.fn(),
  SealingFailed: class extends Error {
    override readonly name = 'SealingFailed'
  },
}))

const answers: Answers = { audience: 'adult', wish: 'advice', message: 'Hej' }
const kept = { id: 'an-id', code: 'a code', writtenOn: '2026-11-22' }
const sent: Outcome = { kind: 'sent', answer: { id: 'an-id', receivedOn: '2026-11-22', slot: null } }
const reported = vi.fn()
const citizen = { answers, update: vi.fn(), setReceipt: vi.fn() }

/** Sends, as far as the phone has kept it (unless `refused`); `end` lets the first try end. */
async function send(refused?: Error): Promise<{
  sending: () => Delivery
  unmount: () => Promise<void>
  end: (outcome: Outcome) => Promise<void>
}> {
  let settle: (outcome: Outcome) => void = () => undefined
  fakes.deliver.mockImplementation((_answers, _lang, onKept: (now: typeof kept) => void) => {
    if (refused) return Promise.reject(refused)
    onKept(kept)
    return new Promise<Outcome>(resolve => {
      settle = resolve
    })
  })
  const wrapper = ({ children }: { children: ComponentChildren }): JSX.Element => (
    <CitizenContext.Provider value={citizen as unknown as Citizen}>{children}</CitizenContext.Provider>
  )
  const { result, unmount } = renderHook(() => useDelivery(fakes), { wrapper })
  await act(async () => {
    result.current.send(answers, 'da')
    await vi.advanceTimersByTimeAsync(0)
  })
  return {
    sending: () => result.current,
    unmount: () => act(unmount),
    end: outcome =>
      act(async () => {
        settle(outcome)
        await vi.advanceTimersByTimeAsync(0)
      }),
  }
}

const states = (): unknown[] =>
  citizen.setReceipt.mock.calls.map(([receipt]: { state: string }[]) => receipt?.state)

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  vi.stubGlobal('reportError', reported)
  fakes.withdrawWaiting.mockResolvedValue('withdrawn')
})

test('a second tap before the first is drawn seals nothing again; after it has ended, one does', async () => {
  const { sending, end } = await send()
  await act(() => {
    sending().send(answers, 'da')
  })
  expect(fakes.deliver).toHaveBeenCalledOnce()
  await end(sent)
  const { send: before } = sending()
  await act(() => {
    before(answers, 'da')
    before(answers, 'da')
  })
  expect(fakes.deliver).toHaveBeenCalledTimes(2)
})

test('the code is there as soon as the phone has kept it, whatever becomes of the first try', async () => {
  const { sending, end } = await send()
  expect(citizen.setReceipt).toHaveBeenCalledExactlyOnceWith({
    ...kept,
    answers,
    state: 'sending',
    slot: null,
  })
  expect(sending().busy).toBe(true)
  await end(sent)
  expect(states()).toEqual(['sending', 'sent'])
  expect(sending()).toMatchObject({ busy: false, problem: null })
})

test('a try that takes long is told as not sent yet', async () => {
  const { end } = await send()
  await act(async () => {
    await vi.advanceTimersByTimeAsync(10_000)
  })
  expect(states()).toEqual(['sending', 'waiting'])
  await end(sent)
  expect(states()).toEqual(['sending', 'waiting', 'sent'])
})

test('when the intake will not have it the answers come back, with the problem', async () => {
  const { sending, end } = await send()
  await end({ kind: 'needs-you', why: 'too-large' })
  expect(fakes.withdrawWaiting).toHaveBeenCalledWith('an-id')
  expect(states()).toEqual(['sending', undefined])
  expect(citizen.update).toHaveBeenCalledWith(answers)
  expect(sending()).toMatchObject({ busy: false, problem: 'too-large' })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(states()).toEqual(['sending', undefined])
})

test('on another page by then the outbox keeps it and tells; the answers come back all the same', async () => {
  const { unmount, end } = await send()
  await unmount()
  await end({ kind: 'needs-you', why: 'too-large' })
  expect(fakes.withdrawWaiting).not.toHaveBeenCalled()
  expect(citizen.update).toHaveBeenCalledWith(answers)
})

test('after leaving nothing comes back', async () => {
  const { end } = await send()
  wipeAll()
  await end({ kind: 'needs-you', why: 'too-large' })
  expect(states()).toEqual(['sending'])
  expect(citizen.update).not.toHaveBeenCalled()
})

test.each([
  ['sealing', new fakes.SealingFailed(), 0],
  ['other', new TypeError('crypto.randomUUID is not a function'), 1],
] as const)('a failure before that is told: %s', async (problem, error, times) => {
  const { sending } = await send(error)
  expect(sending()).toMatchObject({ busy: false, problem })
  expect(reported).toHaveBeenCalledTimes(times)
  expect(citizen.setReceipt).not.toHaveBeenCalled()
})
