// In a document
import { act, renderHook } from '@testing-library/preact'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Ended } from '../../../src/client/beside.ts'
import { withdrawAll, type Mailbox } from '../../../src/app/replies/mailbox.ts'
import { laterOfReplies } from '../../../src/app/replies/later.ts'
import { useMailbox } from '../../../src/app/replies/use-mailbox.ts'
import { onQuiet, sayQuiet, type Quiet } from '../../../src/app/idle/quiet.ts'
import { wipeAll } from '../../../src/app/leave/on-leave.ts'
import { makeCode } from '../../../src/core/sealing/return-code.ts'

const beside = vi.hoisted(() => ({ performBeside: vi.fn(), prepareSealing: vi.fn(), endSealing: vi.fn() }))
vi.mock('../../../src/app/sealing/beside.ts', () => beside)
vi.mock('../../../src/app/build-info.ts', () => ({ recipients: ['', ''], signers: [] }))
const intake = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../../../src/app/replies/intake.ts', () => intake)
const waits = vi.hoisted(() => ({
  isSilent: vi.fn(),
  listWaiting: vi.fn(),
  putAndSend: vi.fn(),
  withdrawWaiting: vi.fn(),
}))
vi.mock('../../../src/app/outbox/outbox.ts', () => ({
  isWaitingHere: () => Promise.resolve(false),
  onOutboxChange: () => () => undefined,
  ...waits,
}))

const derived = { mailboxToken: 'token', mailboxHash: 'hash' }
const opened = { messages: [], gaps: [] }
const reported = vi.fn()

beforeEach(() => {
  vi.resetAllMocks()
  vi.stubGlobal('reportError', reported)
  waits.listWaiting.mockResolvedValue([])
  waits.withdrawWaiting.mockResolvedValue('withdrawn')
  intake.call.mockResolvedValue({
    kind: 'ok',
    value: { messages: [], bookings: [], bookingsLeft: {}, closesOn: '2026-12-01' },
  })
  beside.performBeside.mockImplementation((craft: string) =>
    Promise.resolve(craft === 'keys' ? derived : craft === 'thread' ? opened : { sealed: 'sealed' }),
  )
})

async function hook() {
  const { result, unmount } = renderHook(() => useMailbox(() => undefined))
  await act(() => Promise.resolve())
  return { state: () => result.current, unmount }
}
const openIt = async (state: Awaited<ReturnType<typeof hook>>['state']) => {
  let problem: unknown = 'none yet'
  await act(async () => {
    problem = await state().open(makeCode())
  })
  return problem
}

test('what opens is fetched while the code is typed, and ends with the mailbox', async () => {
  const { state } = await hook()
  state().prepare()
  await laterOfReplies.fetch()
  expect(beside.prepareSealing).toHaveBeenCalledOnce()
  expect(await openIt(state)).toBeNull()
  expect(state().mailbox?.thread).toBe(opened)
  expect(beside.endSealing).not.toHaveBeenCalled()
  await act(() => {
    state().close()
  })
  expect(beside.endSealing).toHaveBeenCalledOnce()
})

test.each(['leaving', 'another page of the app'])('%s ends it', async how => {
  await laterOfReplies.fetch()
  const { unmount } = await hook()
  expect(beside.endSealing).not.toHaveBeenCalled()
  await act(() => {
    if (how === 'leaving') wipeAll()
    else unmount()
  })
  expect(beside.endSealing).toHaveBeenCalled()
})

test('what opens cannot be fetched: that is told, as what a network mends', async () => {
  beside.performBeside.mockRejectedValue(new TypeError('Failed to fetch dynamically imported module'))
  const { state } = await hook()
  expect(await openIt(state)).toBe('unreachable')
  expect(reported).toHaveBeenCalledOnce()
})

test('neither can the script that knows how: that is told too, and asked for again', async () => {
  const { state } = await hook()
  vi.spyOn(laterOfReplies, 'fetch').mockRejectedValueOnce(new TypeError('Failed to fetch'))
  expect(await openIt(state)).toBe('unreachable')
  expect(reported).toHaveBeenCalledOnce()
  expect(await openIt(state)).toBeNull()
})

test('what comes after the page was left makes nothing ready', async () => {
  const { state, unmount } = await hook()
  await act(() => {
    state().prepare()
    unmount()
  })
  await laterOfReplies.fetch()
  expect(beside.prepareSealing).not.toHaveBeenCalled()
})

test('closed while it opens, it stays closed, and that is no problem', async () => {
  let fail: (why: Error) => void = () => undefined
  beside.performBeside.mockImplementation(
    () =>
      new Promise((_, failed) => {
        fail = failed
      }),
  )
  const { state } = await hook()
  const asked = openIt(state)
  await act(() => {
    state().close()
  })
  fail(new Ended('ended'))
  expect(await asked).toBeNull()
  expect(state()).toMatchObject({ mailbox: null, busy: false })
  expect(reported).not.toHaveBeenCalled()
})

// What waits here is looked for when nobody answers, and the phone may be slow to tell.
test('closed while what waits is looked for, it stays closed', async () => {
  const { state } = await hook()
  await openIt(state)
  let tell: (waiting: []) => void = () => undefined
  waits.listWaiting.mockReturnValue(
    new Promise<[]>(resolve => {
      tell = resolve
    }),
  )
  intake.call.mockResolvedValue({ kind: 'unreachable' })
  let asked: Promise<boolean> = Promise.resolve(true)
  await act(() => {
    asked = state().refresh()
  })
  await vi.waitFor(() => {
    expect(waits.listWaiting).toHaveBeenCalledTimes(2)
  })
  await act(async () => {
    state().close()
    tell([])
    await asked
  })
  expect([await asked, state().mailbox, state().stale]).toEqual([false, null, false])
})

test('words that the phone cannot seal are not sent, and not kept', async () => {
  const { write } = await import('../../../src/app/replies/mailbox.ts')
  beside.performBeside.mockRejectedValue(new Error('no'))
  // Sound: it has what is used of one.
  const mailbox = { keys: derived, thread: opened } as unknown as Mailbox
  expect(await write(mailbox, { text: 'Hej' })).toBe('failed')
  expect(waits.putAndSend).not.toHaveBeenCalled()
  expect(reported).toHaveBeenCalledOnce()
})

test.each([
  ['comes back to the field', true, 1],
  ['stays in the outbox where the field is not shown any more', false, 0],
])('what the intake will not have %s', async (_, isShown, times) => {
  const { write } = await import('../../../src/app/replies/mailbox.ts')
  const field = { onKept: vi.fn(), onBack: vi.fn(() => isShown) }
  waits.putAndSend.mockImplementation((_entry, onKept: () => void) => {
    onKept()
    return Promise.resolve({ kind: 'needs-you', why: 'unacceptable' })
  })
  // Sound: it has what is used of one.
  const mailbox = { keys: derived, thread: opened } as unknown as Mailbox
  expect(await write(mailbox, { text: 'Hej' }, field)).toBe('failed')
  expect(field.onKept).toHaveBeenCalledBefore(field.onBack)
  expect(waits.withdrawWaiting).toHaveBeenCalledTimes(times)
})

test('what breaks on the phone is told, and what is open stays open', async () => {
  const { state } = await hook()
  const broken = new Error('the outbox broke')
  waits.listWaiting.mockRejectedValueOnce(broken)
  expect(await openIt(state)).toBe('broken')
  expect(reported).toHaveBeenCalledExactlyOnceWith(broken)
  expect(await openIt(state)).toBeNull()
  waits.listWaiting.mockRejectedValueOnce(broken)
  let came: unknown = 'nothing yet'
  await act(async () => {
    came = await state().refresh()
  })
  expect([came, state().stale, state().mailbox?.thread]).toEqual([false, true, opened])
})

test('a phone that does not say what waits on it has not deleted it, and its thread is not called whole', async () => {
  const { state } = await hook()
  await openIt(state)
  const mailbox = state().mailbox as Mailbox
  waits.isSilent.mockReturnValue(true)
  await act(async () => {
    await state().refresh()
  })
  expect([mailbox.isWhole, state().mailbox?.isWhole]).toEqual([true, false])
  expect(await withdrawAll(mailbox)).toBe(false)
  waits.isSilent.mockReturnValue(false)
  expect(await withdrawAll(mailbox)).toBe(true)
})

// "The app has deleted what you had written" frightened who had only read: nothing of theirs is deleted.
test('left alone, replies are closed and called closed', async () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
    sayQuiet('here')
  })
  const heard: Quiet[] = []
  onTestFinished(onQuiet(quiet => heard.push(quiet)))
  await laterOfReplies.fetch()
  const { state } = await hook()
  expect(await openIt(state)).toBeNull()
  await act(() => {
    vi.advanceTimersByTime(18.5 * 60_000)
  })
  await act(() => {
    vi.advanceTimersByTime(2 * 60_000)
  })
  expect(state().mailbox).toBeNull()
  expect(heard).toEqual(['here', 'closing', 'closed'])
})
