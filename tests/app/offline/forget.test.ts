// In a document
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Standing } from '../../../src/app/outbox/types.ts'

const fakes = vi.hoisted(() => ({
  dropDatabase: vi.fn(),
  isSilent: vi.fn(),
  standings: vi.fn(),
  tellForgotten: vi.fn(),
  wipeDraft: vi.fn(),
}))
vi.mock('../../../src/app/kept/database.ts', () => ({
  dropDatabase: fakes.dropDatabase,
  withDatabase: (act: () => unknown) => act(),
}))
vi.mock('../../../src/app/outbox/outbox.ts', () => ({
  forgetMemory: vi.fn(),
  isSilent: fakes.isSilent,
  standings: fakes.standings,
  tellForgotten: fakes.tellForgotten,
}))
vi.mock('../../../src/app/draft/draft.ts', () => ({ wipeDraft: fakes.wipeDraft }))
vi.mock('../../../src/app/draft/laid.ts', () => ({ hasDraft: () => true }))
const { forgetEverything, whatIsKept } = await import('../../../src/app/offline/forget.ts')

const refused = (): Promise<never> =>
  Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
const here: Standing[] = [
  { id: 'a', purpose: 'request', at: 'waiting', why: null, inMemory: false },
  { id: 'b', purpose: 'request', at: 'needs-you', why: 'conflict' },
  { id: 'c', at: 'sent', answer: null, wished: false },
]

beforeEach(() => {
  vi.resetAllMocks()
  vi.stubGlobal('reportError', vi.fn())
  vi.stubGlobal('caches', { keys: () => Promise.resolve([]) })
  fakes.standings.mockResolvedValue(here)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('where the phone does not tell all of it, nothing is counted', async () => {
  fakes.isSilent.mockReturnValue(true)
  expect(await whatIsKept()).toMatchObject({ draft: true, waiting: null, noted: null })
})

test('where pages cannot be counted the rest is still told', async () => {
  vi.stubGlobal('caches', { keys: refused })
  expect(await whatIsKept()).toEqual({ pages: null, draft: true, waiting: 2, noted: 1 })
})

test('where the messages cannot be counted it is not said that there are none', async () => {
  fakes.standings.mockImplementation(refused)
  expect(await whatIsKept()).toEqual({ pages: 0, draft: true, waiting: null, noted: null })
})

test('without a service worker and without cache storage all of it can be forgotten', async () => {
  expect('serviceWorker' in navigator).toBe(false)
  vi.stubGlobal('caches', undefined)
  expect(await forgetEverything()).toBe(true)
  expect(fakes.wipeDraft).toHaveBeenCalled()
  expect(fakes.dropDatabase).toHaveBeenCalled()
  expect(fakes.tellForgotten).toHaveBeenCalled()
})

test('pages that cannot be removed leave the messages to go, and it is said', async () => {
  vi.stubGlobal('caches', { keys: refused })
  expect(await forgetEverything()).toBe(false)
  expect(fakes.dropDatabase).toHaveBeenCalled()
})

test('a database that another window holds does not stop the rest, nor the page', async () => {
  const removed = vi.fn()
  vi.stubGlobal('caches', { keys: () => Promise.resolve(['da']), delete: removed })
  fakes.dropDatabase.mockImplementation(refused)
  expect(await forgetEverything()).toBe(false)
  expect(fakes.tellForgotten, 'what waits may still be there').not.toHaveBeenCalled()
  expect(removed).toHaveBeenCalledWith('da')
})
