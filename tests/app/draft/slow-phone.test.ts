// In a document
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Draft from '../../../src/app/draft/draft.ts'
import { hurry, mend, put, refuseDatabase, wholeBrowser } from '../harness/refusing.ts'

// What the tab has put away, on a phone whose storage takes longer than the app waits.

let draft: typeof Draft
const database = new IDBFactory()

/** The page as it is after a reload, when the storage does not answer. */
async function reloadInSilence(): Promise<void> {
  mend()
  vi.resetModules()
  wholeBrowser()
  refuseDatabase('never answers')
  hurry(100)
  draft = await import('../../../src/app/draft/draft.ts')
}

beforeEach(async () => {
  vi.resetModules()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: database, writable: true })
  draft = await import('../../../src/app/draft/draft.ts')
  expect(await draft.saveDraft('a code')).toBe('kept')
  await reloadInSilence()
})
afterEach(() => {
  draft.wipeDraft()
  mend()
  vi.unstubAllGlobals()
})

test('a phone that does not say is not taken for one that has nothing: what is put away stays', async () => {
  const before = sessionStorage.getItem('d')
  expect(before).not.toBeNull()
  await expect(draft.loadDraft()).rejects.toThrow('did not answer')
  expect(sessionStorage.getItem('d')).toBe(before)
})

test('it is asked until it answers', async () => {
  const onSlow = vi.fn()
  const looked = draft.lookForDraft(onSlow)
  await vi.waitFor(() => {
    expect(onSlow).toHaveBeenCalled()
  })
  put(globalThis, 'indexedDB', { value: database, writable: true })
  vi.setSystemTime(Date.now() + 61_000) // it is not asked again at once
  expect(await looked).toBe('a code')
  vi.useRealTimers()
})

test('who leaves while it is being opened does not find it again', async () => {
  // This phone answers: it has all the time that the app gives it.
  vi.unstubAllGlobals()
  mend()
  vi.resetModules()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: database, writable: true })
  draft = await import('../../../src/app/draft/draft.ts')
  const decrypt = vi.spyOn(crypto.subtle, 'decrypt')
  decrypt.mockImplementationOnce(async (...given) => {
    draft.wipeDraft()
    return crypto.subtle.decrypt(...given)
  })
  expect(await draft.loadDraft()).toBeNull()
  expect(decrypt).toHaveBeenCalledTimes(2)
  decrypt.mockRestore()
})

test('who leaves meanwhile is asked about no more, and nothing comes back', async () => {
  const looked = draft.lookForDraft()
  await new Promise(done => setTimeout(done, 5_000))
  draft.wipeDraft()
  expect(await looked).toBeNull()
})

test('what cannot be put away now does not take what was put away before with it', async () => {
  const before = sessionStorage.getItem('d')
  expect(await draft.saveDraft('a code, arrived')).toBe('silent')
  expect(sessionStorage.getItem('d')).toBe(before)
})
