import { expect, type Page } from '@playwright/test'
import type { Draft } from '../../src/app/draft/content.ts'

/**
 * Waits until the tab has put its receipt away as it stands now: only from then on does the next page have it. What is put
 * away is opened with the tab's own key, which cannot be taken out of it (src/app/draft/draft.ts).
 */
export async function receiptPutAway(page: Page, state: 'sent' | 'waiting'): Promise<void> {
  // Not `waitForFunction`: it takes the promise of an answer for the answer.
  await expect.poll(async () => (await page.evaluate(draftPutAway))?.receipt?.state).toBe(state)
}

/** Waits until the tab has put these answers away: that something is put away may be of the change before. */
export async function answersPutAway(page: Page, answers: Draft['answers']): Promise<void> {
  await expect.poll(async () => (await page.evaluate(draftPutAway))?.answers).toMatchObject(answers)
}

/** Waits until the tab has put nothing away any more: on the page it is gone a moment before. */
export async function nothingPutAway(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('d'))).toBeNull()
}

/** Runs in the page, so it has nothing but what stands in it. Null also while it is being put away. */
async function draftPutAway(): Promise<Draft | null> {
  const laid = sessionStorage.getItem('d')
  if (laid === null) return null
  // Our own, as `saveDraft` wrote it.
  const { n, c } = JSON.parse(laid) as { n: string; c: string }
  const request = async <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      asked.onsuccess = () => {
        done(asked.result)
      }
      asked.onerror = () => {
        fail(asked.error ?? new Error('no answer'))
      }
    })
  const db = await request(indexedDB.open('snak'))
  // IndexedDB tells no types: what the app keeps under this name.
  const kept = (await request(db.transaction('keys').objectStore('keys').get(n))) as
    | { key: CryptoKey }
    | undefined
  db.close()
  if (!kept) return null
  const bytes = Uint8Array.from(atob(c), letter => letter.charCodeAt(0))
  const cipher = { name: 'AES-GCM', iv: bytes.slice(0, 12) }
  const plain = new TextDecoder().decode(await crypto.subtle.decrypt(cipher, kept.key, bytes.slice(12)))
  return JSON.parse(plain) as Draft
}

/**
 * Lets nobody else at what is kept until it is called, as on a phone whose storage is slow: a transaction that goes on
 * writing in another page. Returns once it has begun.
 */
export async function busyStorage(other: Page): Promise<() => Promise<void>> {
  await other.evaluate(async () => {
    const asked = indexedDB.open('snak')
    await new Promise<void>((done, fail) => {
      asked.onerror = () => {
        fail(asked.error ?? new Error('no answer'))
      }
      asked.onsuccess = () => {
        const writing = asked.result.transaction([...asked.result.objectStoreNames], 'readwrite')
        const again = (): void => {
          const read = writing.objectStore('keys').getAllKeys()
          read.onsuccess = () => {
            done()
            if ('letGo' in globalThis) asked.result.close()
            else again()
          }
        }
        again()
      }
    })
  })
  return async () =>
    other.evaluate(() => {
      Object.assign(globalThis, { letGo: true })
    })
}
