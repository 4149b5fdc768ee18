// In a document
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftText, readDraft } from '../../../src/app/draft/content.ts'
import type * as Draft from '../../../src/app/draft/draft.ts'
import type * as PutAway from '../../../src/app/draft/put-away.ts'
import { mend, put, wholeBrowser } from '../harness/refusing.ts'
import { waitingReceipt } from '../harness/receipt.ts'

let draft: typeof Draft
let takeBackReceipt: typeof PutAway.takeBackReceipt
let noteArrival: typeof PutAway.noteArrival
const receipt = waitingReceipt()

beforeEach(async () => {
  vi.resetModules()
  wholeBrowser()
  put(globalThis, 'indexedDB', { value: new IDBFactory(), writable: true })
  draft = await import('../../../src/app/draft/draft.ts')
  ;({ takeBackReceipt, noteArrival } = await import('../../../src/app/draft/put-away.ts'))
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

test('what is being written in a thread stays when the receipt goes', async () => {
  const writing = { mailbox: 'hash', text: 'Jeg kan ikke på mandag.' }
  await draft.saveDraft(draftText({ answers: {}, receipt, writing }))
  await takeBackReceipt('an-id', 'withdrawn')
  expect(readDraft((await draft.loadDraft()) ?? '{}')).toEqual({ answers: {}, receipt: null, writing })
})

test('one whose message may have arrived keeps its code, and says that it was taken back', async () => {
  await takeBackReceipt('an-id', 'taken-back')
  expect(await found()).toMatchObject({ state: 'taken-back', code: receipt.code })
})

test('one whose arrival was read on another page says so when it is found again, with its time', async () => {
  const answer = { id: 'an-id', slot: null, receivedOn: '2026-11-26' }
  await noteArrival({ id: 'an-id', at: 'sent', answer, wished: false })
  expect(await found()).toMatchObject({ state: 'sent', receivedOn: '2026-11-26' })
})

test('the receipt of another message stays as it is', async () => {
  await takeBackReceipt('another', 'withdrawn')
  await noteArrival({ id: 'another', at: 'sent', answer: null, wished: false })
  expect(await found()).toMatchObject({ state: 'waiting' })
})
