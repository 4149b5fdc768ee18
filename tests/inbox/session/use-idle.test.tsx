// In a document
import { cleanup, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UNTOUCHED, useIdle } from '../../../src/inbox/session/use-idle.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function start(): ReturnType<typeof vi.fn> {
  const onIdle = vi.fn<() => void>()
  renderHook(() => {
    useIdle(true, onIdle)
  })
  vi.advanceTimersByTime(0)
  return onIdle
}

test('ten minutes without key or touch lock the desk, also when the tab is out of sight', () => {
  const onIdle = start()
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  vi.advanceTimersByTime(UNTOUCHED - 1)
  expect(onIdle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  expect(onIdle).toHaveBeenCalled()
})

test('each key and touch counts from the beginning', () => {
  const onIdle = start()
  for (const event of ['keydown', 'pointerdown', 'wheel']) {
    vi.advanceTimersByTime(UNTOUCHED - 1)
    dispatchEvent(new Event(event))
  }
  expect(onIdle).not.toHaveBeenCalled()
})

test('a computer that slept is locked before the touch that wakes it counts', () => {
  const onIdle = start()
  vi.setSystemTime(Date.now() + 8 * 3_600_000)
  dispatchEvent(new Event('pointerdown'))
  expect(onIdle).toHaveBeenCalledOnce()
})
