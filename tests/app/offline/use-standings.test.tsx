// In a document
import { act, cleanup, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Standing } from '../../../src/app/outbox/types.ts'

const fakes = vi.hoisted(() => ({ isSilent: vi.fn(), onOutboxChange: vi.fn(), standings: vi.fn() }))
vi.mock('../../../src/app/outbox/outbox.ts', () => fakes)
const { useStandings } = await import('../../../src/app/offline/use-standings.ts')

const waits: Standing = { id: 'a', purpose: 'request', at: 'waiting', why: null, inMemory: false }
const run = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('reportError', vi.fn())
  vi.resetAllMocks()
  fakes.standings.mockResolvedValue([])
  fakes.onOutboxChange.mockReturnValue(() => undefined)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('a phone that does not tell is asked until it does, half a minute apart at most', async () => {
  fakes.isSilent.mockReturnValue(true)
  const { result } = renderHook(() => useStandings())
  await run(0)
  for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
    fakes.standings.mockClear()
    await run(seconds * 1_000 - 1)
    expect(fakes.standings).not.toHaveBeenCalled()
    await run(1)
    expect(fakes.standings).toHaveBeenCalledOnce()
  }
  fakes.isSilent.mockReturnValue(false)
  fakes.standings.mockResolvedValue([waits])
  await run(30_000)
  expect(result.current).toEqual([waits])
  fakes.standings.mockClear()
  await run(600_000)
  expect(fakes.standings).not.toHaveBeenCalled()
})

test('who has gone to another page asks no more', async () => {
  fakes.isSilent.mockReturnValue(true)
  const { unmount } = renderHook(() => useStandings())
  await run(0)
  unmount()
  fakes.standings.mockClear()
  await run(600_000)
  expect(fakes.standings).not.toHaveBeenCalled()
})

test('nor does who goes before the phone has told', async () => {
  fakes.isSilent.mockReturnValue(true)
  const { unmount } = renderHook(() => useStandings())
  unmount()
  fakes.standings.mockClear()
  await run(600_000)
  expect(fakes.standings).not.toHaveBeenCalled()
})

test('a look that takes longer does not undo what a later one found', async () => {
  const answers: ((all: readonly Standing[]) => void)[] = []
  fakes.standings.mockImplementation(() => new Promise(done => answers.push(done)))
  let tell: (news: object) => void = () => undefined
  fakes.onOutboxChange.mockImplementation((listener: typeof tell) => {
    tell = listener
    return () => undefined
  })
  const { result } = renderHook(() => useStandings())
  await run(0)
  tell({ id: 'a' })
  answers[1]!([{ id: 'a', at: 'sent', answer: null, wished: false }])
  await run(0)
  answers[0]!([waits])
  await run(0)
  expect(result.current).toMatchObject([{ at: 'sent' }])
  tell({ id: 'a' })
  tell({ forgotten: true })
  answers[2]!([waits])
  await run(0)
  expect(result.current).toEqual([])
})
