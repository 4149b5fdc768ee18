// In a document
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mend, put } from '../harness/refusing.ts'

// A page that comes back after somebody left starts nothing, however it came.

const replace = vi.fn()

beforeEach(() => {
  vi.resetModules()
  replace.mockClear()
  sessionStorage.clear()
  document.documentElement.className = ''
  put(location, 'replace', { value: replace })
})
afterEach(mend)

const began = (origin: number, type: 'navigate' | 'back_forward'): void => {
  put(globalThis, 'performance', { value: { timeOrigin: origin, getEntriesByType: () => [{ type }] } })
}

test.each([
  ['come to by Back', 2_000, 'back_forward'],
  ['left before its script had come, and kept by the browser', 500, 'navigate'],
] as const)('a page %s is hidden and goes to the clock', async (_, origin, type) => {
  sessionStorage.setItem('left', '1000')
  began(origin, type)
  const { wireLeaving } = await import('../../../src/app/leave/leave.ts')
  expect(wireLeaving()).toBe(false)
  expect(replace).toHaveBeenCalledWith('/ude.html')
  expect(document.documentElement.classList.contains('left')).toBe(true)
})

test('a page whose address is typed again opens as always', async () => {
  sessionStorage.setItem('left', '1000')
  began(2_000, 'navigate')
  const { wireLeaving } = await import('../../../src/app/leave/leave.ts')
  expect(wireLeaving()).toBe(true)
  expect(replace).not.toHaveBeenCalled()
  expect(sessionStorage.getItem('left')).toBeNull()
})

test.each([
  ['the length of the history', undefined, 3, 6, 3],
  ['the browser, where the first page was gone on from too soon', 3, 4, 6, 3],
] as const)('the way back to the first page is known from %s', async (_, index, arrived, length, steps) => {
  sessionStorage.setItem('h', String(arrived))
  put(globalThis, 'history', { value: { length, pushState: () => undefined } })
  put(globalThis, 'navigation', { value: index === undefined ? undefined : { currentEntry: { index } } })
  const { stepsToFirst } = await import('../../../src/app/leave/history.ts')
  expect(stepsToFirst()).toBe(steps)
})
