// In a document
import { cleanup, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EVERY, useFresh } from '../../../src/inbox/desk/use-fresh.ts'

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

test('it is looked for something new every three minutes', () => {
  const freshen = start()
  vi.advanceTimersByTime(EVERY * 2)
  expect(freshen.mock.calls).toEqual([[true], [true]])
})

test('coming back to the page looks at once, leaving it does not', () => {
  const freshen = start()
  const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(freshen).not.toHaveBeenCalled()
  look.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(freshen.mock.calls).toEqual([[false]])
})
