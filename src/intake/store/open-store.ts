import type { ServiceLimits } from '../../core/facts/limits.ts'
import { retention } from '../../core/facts/retention.ts'
import { readAudit, record } from './audit.ts'
import { book, cancelBooking, staffCancelBookings } from './bookings.ts'
import { answerOf, type Database, type Db, idOf, type OnFault } from './database.ts'
import { builtLimits, type Counted } from './limits.ts'
import { type Closing, readMailbox } from './mailboxes.ts'
import { addMessage, addReply } from './messages.ts'
import { addNote } from './notes.ts'
import { readFigures } from './figures.ts'
import * as notices from './notices.ts'
import { openPostgres } from './postgres.ts'
import { acceptRequest, withdraw } from './requests.ts'
import * as signIn from './sign-in.ts'
import { changeSlot, freeSlots, publishSlots, staffSlots, withdrawSlots } from './slots.ts'
import { openSqlite } from './sqlite.ts'
import { changes, staffRequest, staffRequests } from './staff.ts'
import { setStates } from './states.ts'
import type { Moment, Store } from './store.ts'
import * as team from './team.ts'
import { mixHourly } from './mix-hourly.ts'
import { confirmDay, sweep } from './sweep.ts'

/** The embedded database's folder, or the address of a PostgreSQL database. */
export type Where = { readonly dataDir: string } | { readonly databaseUrl: string }

export type StoreSettings = {
  /** What `closesOn` is counted with; the same figures as are given to `sweep`. */
  readonly closing?: Closing
  /** The municipality's figures; those of the one that the program was built with when not given. */
  readonly limits?: ServiceLimits
  /** As many connections to PostgreSQL at most; beside them up to two for upkeep. */
  readonly connections?: number
  /** Told of what goes wrong in the background. */
  readonly onFault?: OnFault
}

/**
 * Opens the store, making or migrating its tables.
 * @throws Error with a sentence that names INTAKE_DATA or DATABASE_URL, never its content.
 */
export async function openStore(where: Where, settings: StoreSettings = {}): Promise<Store> {
  const all = { closing: retention, limits: builtLimits, onFault: () => undefined, ...settings }
  const database =
    'dataDir' in where
      ? await openSqlite(where.dataDir, all.onFault)
      : await openPostgres(where.databaseUrl, all.onFault, settings.connections)
  return storeOn(database, { ...all, isAlone: 'dataDir' in where })
}

function storeOn(
  database: Database,
  {
    closing,
    limits,
    onFault,
    isAlone,
  }: Required<Omit<StoreSettings, 'connections'>> & { readonly isAlone: boolean },
): Store {
  const counted = <M extends Moment>(at: M): M & Counted => ({ ...at, limits })
  const act = <T>(work: (db: Db) => Promise<T>) => answerOf(database, work)
  return {
    acceptRequest: (post, at) => act(db => acceptRequest(db, post, counted(at))),
    slots: (kind, at) => act(db => freeSlots(db, kind, at)),
    mailbox: (mailbox, at) => act(db => readMailbox(db, mailbox, counted(at), closing)),
    addMessage: (mailbox, message, at) => act(db => addMessage(db, mailbox, message, at)),
    book: async (mailbox, post, at) => {
      const answer = await act(db => book(db, mailbox, post, counted(at)))
      if (answer.kind === 'accepted' && post.replaces !== undefined) await database.scrub()
      return answer
    },
    cancelBooking: async (mailbox, id, at) => {
      const answer = await act(db => cancelBooking(db, mailbox, id, at))
      if (answer === 'cancelled') await database.scrub()
      return answer
    },
    withdraw: async (mailbox, at) => {
      const answer = await act(db => withdraw(db, mailbox, at))
      if (answer === 'withdrawn') await database.scrub()
      return answer
    },
    staffRequests: after => act(db => staffRequests(db, after)),
    staffRequest: id => act(db => staffRequest(db, id)),
    addReply: (id, message, at) => act(db => addReply(db, id, message, at)),
    addNote: (id, note, at) => act(db => addNote(db, id, note, counted(at))),
    setStates: async (post, at) => {
      const answer = await act(db => setStates(db, post, at))
      if (post.state === 'junk' && answer.changed.length > 0) await database.scrub()
      return answer
    },
    changes: post => act(db => changes(db, post)),
    staffCancelBookings: async (ids, at) => {
      const answer = await act(db => staffCancelBookings(db, ids, at))
      if (answer.cancelled > 0) await database.scrub()
      return answer
    },
    publishSlots: (slots, at) => act(db => publishSlots(db, slots, at)),
    changeSlot: (id, change, at) => act(db => changeSlot(db, id, change, at)),
    withdrawSlots: (ids, at) => act(db => withdrawSlots(db, ids, at)),
    figures: at => act(db => readFigures(db, at)),
    looked: at => act(db => notices.looked(db, at)),
    planNotices: (to, at) => act(db => notices.planNotices(db, to, at)),
    claimNotice: (who, at) => act(db => notices.claimNotice(db, who, counted(at))),
    noticeSent: (who, serial, at) => act(db => notices.noticeSent(db, who, serial, at)),
    noticeFailed: (who, at) => act(db => notices.noticeFailed(db, who, at)),
    noticesWork: () => act(db => notices.noticesWork(db)),
    noticesFailing: () => act(db => notices.noticesFailing(db)),
    record: (done, at) => act(db => record(db, at, done)),
    audit: before => act(db => readAudit(db, before)),
    staffSlots: at => act(db => staffSlots(db, at)),
    spendNonce: (nonce, expires, at) => act(db => signIn.spendNonce(db, nonce, expires, at)),
    addSession: (id, session) => act(db => signIn.addSession(db, id, session)),
    session: (id, at) => act(db => signIn.session(db, id, at)),
    endSessionsOf: member => act(db => signIn.endSessionsOf(db, member)),
    teamHead: () => act(team.teamHead),
    team: () => act(team.readTeam),
    beginTeam: begun => act(db => team.beginTeam(db, begun)),
    changeTeam: (post, at) => act(db => team.changeTeam(db, post, at)),
    invites: at => act(db => team.invites(db, at)),
    addInvite: (post, at) => act(db => team.addInvite(db, post, at)),
    calendars: () => act(db => team.readCalendars(db)),
    renewCalendar: (calendar, at) => act(db => team.renewCalendar(db, calendar, at)),
    takeBackInvite: (id, at) => act(db => team.takeBackInvite(db, id, at)),
    acceptInvite: (token, newcomer, at) => act(db => team.acceptInvite(db, token, newcomer, at)),
    spendProof: (id, expires, at) => act(db => signIn.spendProof(db, id, expires, at)),
    sweep: async (kept, at) => {
      const swept = await sweep(act, kept, at)
      if (swept.requests + swept.links > 0) await database.scrub()
      return swept
    },
    confirmDay: day => act(db => confirmDay(db, day)),
    mix: mixHourly(database, onFault, isAlone),
    id: () => act(idOf),
    ready: () => database.probe(),
    close: () => database.close(),
  }
}
