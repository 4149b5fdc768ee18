import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Noted, OnThePhone } from '../outbox/types.ts'

/** Neutral on purpose: a browser lists the names of databases to whoever looks. */
export const DATABASE = 'snak'

/** A key that scripts can use but never read, and when it must be gone (milliseconds since 1970; absent: kept). */
export type KeptKey = { readonly name: string; readonly key: CryptoKey; readonly expires?: number }

interface Schema extends DBSchema {
  keys: { key: string; value: KeptKey }
  waiting: { key: string; value: OnThePhone }
  noted: { key: string; value: Noted }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

/**
 * All that the app keeps on the phone, besides the pages themselves and a tab's draft.
 *
 * @throws DOMException where the browser allows no storage.
 */
export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('keys', { keyPath: 'name' })
      db.createObjectStore('waiting', { keyPath: 'id' })
      db.createObjectStore('noted', { keyPath: 'id' })
    },
    // A newer release in another tab, or somebody forgetting everything, must not wait for this page.
    blocking(_current, _wanted, event) {
      const db = event.target as IDBDatabase
      db.close()
      opened = null
    },
    terminated() {
      opened = null
    },
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/**
 * Removes the whole database; waits for other tabs to let go of it.
 *
 * @throws DOMException where the browser allows no storage.
 */
export async function dropDatabase(): Promise<void> {
  const open = await opened?.catch(() => null) // what never opened need not be closed
  open?.close()
  opened = null
  await deleteDB(DATABASE)
}
