import { sql } from 'kysely'
import { retention } from '../../core/facts/retention.ts'
import { book, cancelBooking, staffCancelBookings } from './bookings.ts'
import { answerOf, type Database, type Db, type OnFault } from './database.ts'
import { type Closing, readMailbox } from './mailboxes.ts'
import { addMessage, addReply } from './messages.ts'
import { addNote } from './notes.ts'
import { openPostgres } from './postgres.ts'
import { acceptRequest, withdraw } from './requests.ts'
import * as signIn from './sign-in.ts'
import { freeSlots, publishSlots, staffSlots, withdrawSlots } from './slots.ts'
import { openSqlite } from './sqlite.ts'
import { changes, staffRequest, staffRequests } from './staff.ts'
import { setStates } from './states.ts'
import type { Store } from './store.ts'
import { onceADay, sweep } from './sweep.ts'

/** The embedded database's folder, or the address of a PostgreSQL database. */
export type Where = { readonly dataDir: string } | { readonly databaseUrl: string }

export type StoreSettings = {
  /** What `closesOn` is counted with; the same figures as are given to `sweep`. */
  readonly closing?: Closing
  /** Told of what goes wrong in the background. */
  readonly onFault?: OnFault
}

/**
 * Opens the store, making or migrating its tables.
 * @throws Error with a sentence that names INTAKE_DATA or DATABASE_URL, never its content.
 */
export async function openStore(where: Where, settings: StoreSettings = {}): Promise<Store> {
  const all = { closing: retention, onFault: () => undefined, ...settings }
  const database =
    'dataDir' in where ? await openSqlite(where.dataDir, all.onFault) : await openPostgres(where.databaseUrl)
  return storeOn(database, all)
}

function storeOn(database: Database, { closing, onFault }: Required<StoreSettings>): Store {
  const act = <T>(work: (db: Db) => Promise<T>) => answerOf(database, work)
  return {
    acceptRequest: (post, at) => act(db => acceptRequest(db, post, at)),
    slots: (kind, at) => act(db => freeSlots(db, kind, at)),
    mailbox: (mailbox, at) => act(db => readMailbox(db, mailbox, at, closing)),
    addMessage: (mailbox, message, at) => act(db => addMessage(db, mailbox, message, at)),
    book: (mailbox, post, at) => act(db => book(db, mailbox, post, at)),
    cancelBooking: (mailbox, id, at) => act(db => cancelBooking(db, mailbox, id, at)),
    withdraw: async (mailbox, at) => {
      const answer = await act(db => withdraw(db, mailbox, at))
      if (answer === 'withdrawn') await database.scrub()
      return answer
    },
    staffRequests: after => act(db => staffRequests(db, after)),
    staffRequest: id => act(db => staffRequest(db, id)),
    addReply: (id, message, at) => act(db => addReply(db, id, message, at)),
    addNote: (id, note, at) => act(db => addNote(db, id, note, at)),
    setStates: (post, at) => act(db => setStates(db, post, at)),
    changes: have => act(db => changes(db, have)),
    staffCancelBookings: (ids, at) => act(db => staffCancelBookings(db, ids, at)),
    publishSlots: slots => act(db => publishSlots(db, slots)),
    withdrawSlots: ids => act(db => withdrawSlots(db, ids)),
    staffSlots: at => act(db => staffSlots(db, at)),
    spendNonce: (nonce, expires, at) => act(db => signIn.spendNonce(db, nonce, expires, at)),
    addSession: (id, session) => act(db => signIn.addSession(db, id, session)),
    session: (id, at) => act(db => signIn.session(db, id, at)),
    endSessionsOf: member => act(db => signIn.endSessionsOf(db, member)),
    spendProof: (id, expires, at) => act(db => signIn.spendProof(db, id, expires, at)),
    sweep: async (kept, at) => {
      const swept = await act(db => sweep(db, kept, at))
      const isRewriteDue = !(await onceADay(database, at, () => database.rewrite(), onFault))
      await database.scrub()
      return { ...swept, isRewriteDue }
    },
    ready: async () => {
      await act(db => sql`select 1`.execute(db))
    },
    close: () => database.close(),
  }
}
