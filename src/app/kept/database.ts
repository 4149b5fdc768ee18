import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Noted, OnThePhone } from '../outbox/types.ts'
import { inTime, NoAnswer, Refused } from '../phone/refused.ts'

/** Neutral on purpose: a browser lists the names of databases to anyone who looks. */
const DATABASE = 'snak'

/** A key that scripts can use but never read, and when it must be gone (milliseconds since 1970; absent: kept). */
export type KeptKey = { readonly name: string; readonly key: CryptoKey; readonly expires?: number }

interface Schema extends DBSchema {
  keys: { key: string; value: KeptKey }
  waiting: { key: string; value: OnThePhone }
  noted: { key: string; value: Noted }
}

export type Database = IDBPDatabase<Schema>

/** Milliseconds after which a database that does not answer counts as refused. */
const PATIENCE = 4_000

let opened: Promise<Database> | null = null
/**
 * When it last did not answer in time, milliseconds since 1970: not each question has to wait as long again. An answer that
 * comes late ends the silence.
 */
let silentSince = -Infinity
const SILENT_FOR = 60_000

/**
 * Does `act` with all that the app keeps on the phone, besides the pages themselves and a tab's draft: the only door to
 * IndexedDB. What was refused for lack of an answer is not begun later. `act` must be able to end at any time.
 *
 * @throws Refused where the browser allows no storage or has none left; NoAnswer where it does not answer.
 */
export async function withDatabase<T>(act: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await ask(act)
  } catch (error) {
    if (error instanceof NoAnswer || !(error instanceof Refused)) throw error
    // The way to it may be lost: WebKit loses it while a phone sleeps, and another window may have closed it.
    opened = null
    return ask(act)
  }
}

async function ask<T>(act: (db: Database) => Promise<T>): Promise<T> {
  if (isSilent()) throw new NoAnswer('the database did not answer')
  let late = false
  const answer = await inTime(async () => {
    const db = await open().catch((cause: unknown) => {
      throw new Refused('no database', cause)
    })
    if (late) {
      silentSince = -Infinity
      throw new NoAnswer('too late')
    }
    const answer = await settled(act(db))
    silentSince = -Infinity
    return answer
  }, PATIENCE).catch((error: unknown) => {
    late = true
    if (error instanceof NoAnswer) {
      silentSince = Date.now()
      opened = null // what hangs is not waited for twice
    }
    throw error
  })
  if ('fault' in answer) throw answer.fault
  return answer.value
}

/** Whether the database has not answered lately, so that what is kept is not known. */
export function isSilent(): boolean {
  // Either way: a clock that is set back must not make a silence of hours.
  return Math.abs(Date.now() - silentSince) < SILENT_FOR
}

/** A fault of our own is thrown as it is; only what the browser says of itself is a refusal. */
async function settled<T>(acting: Promise<T>): Promise<{ readonly value: T } | { readonly fault: unknown }> {
  try {
    return { value: await acting }
  } catch (error) {
    if (error instanceof DOMException) throw error
    return { fault: error }
  }
}

async function open(): Promise<Database> {
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
 * @throws Refused where the browser allows no storage or another window holds it.
 */
export async function dropDatabase(): Promise<void> {
  await inTime(async () => {
    const db = await opened?.catch(() => null) // what never opened need not be closed
    db?.close()
    opened = null
    await deleteDB(DATABASE)
  }, PATIENCE)
}
