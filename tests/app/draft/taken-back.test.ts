// In a document
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftText, readDraft } from '../../../src/app/draft/content.ts'
import type * as Draft from '../../../src/app/draft/draft.ts'
import type * as TakenBackModule from '../../../src/app/draft/taken-back.ts'
import { mend, put, wholeBrowser } from '../harness/refusing.ts'
import { waitingReceipt } from '../harness/receipt.ts'

let draft: typeof Draft
let takeBackReceipt: typeof TakenBackModule.takeBackReceipt
const receipt = waitingReceipt()

beforeEach(async () => {
  vi.resetModules()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: new IDBFactory(), writable: true })
  draft = await import('../../../src/app/draft/draft.ts')
  ;({ takeBackReceipt } = await import('../../../src/app/draft/taken-back.ts'))
  await draft.saveDraft(draftText({ answers: {}, receipt }))
})
afterEach(mend)

const found = async (): Promise<unknown> => {
  const text = await draft.loadDraft()
  return text === null ? null : readDraft(text).receipt
}

test('a receipt put away goes with the message that was taken back on another page', async () => {
  await takeBackReceipt('an-id', 'withdrawn')
  expect(await found()).toBeNull()
})

test('one whose message may have arrived keeps its code, and says that it was taken back', async () => {
  await takeBackReceipt('an-id', 'taken-back')
  expect(await found()).toMatchObject({ state: 'taken-back', code: receipt.code })
})

test('the receipt of another message stays as it is', async () => {
  await takeBackReceipt('another', 'withdrawn')
  expect(await found()).toMatchObject({ state: 'waiting' })
})
