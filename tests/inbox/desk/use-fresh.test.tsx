// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EVERY, UNTOUCHED, useFresh } from '../../../src/inbox/desk/use-fresh.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function start(): ReturnType<typeof vi.fn> {
  const freshen = vi.fn<() => void>()
  renderHook(() => {
    useFresh(freshen)
  })
  vi.advanceTimersByTime(0)
  return freshen
}

test('it is looked for something new every three minutes while somebody is there', () => {
  const freshen = start()
  vi.advanceTimersByTime(EVERY * 2)
  expect(freshen).toHaveBeenCalledTimes(2)
})

test('a desk that nobody touches is left in peace, so that its session ends', () => {
  const freshen = start()
  vi.advanceTimersByTime(UNTOUCHED + 60 * 60_000)
  expect(freshen).toHaveBeenCalledTimes(Math.floor((UNTOUCHED - 1) / EVERY))
  freshen.mockClear()
  dispatchEvent(new KeyboardEvent('keydown'))
  vi.advanceTimersByTime(EVERY)
  expect(freshen).toHaveBeenCalledOnce()
})

test('coming back to the page looks at once, leaving it does not', () => {
  const freshen = start()
  const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(freshen).not.toHaveBeenCalled()
  look.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(freshen).toHaveBeenCalledOnce()
})
