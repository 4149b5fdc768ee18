import { daysAfter } from '../../core/calendar/days.ts'
import type { Db } from './database.ts'
import type { StaffSession } from './answers.ts'
import type { Moment } from './moment.ts'

/** Whole seconds since 1970, rounded up: what expires in this second has expired. */
const seconds = (at: Moment) => Math.ceil(at.now / 1000)

/** `Store.spendNonce`. Those that have expired go with each new one: nothing waits for the sweep. */
export async function spendNonce(db: Db, nonce: string, expires: number, at: Moment): Promise<boolean> {
  if (expires <= seconds(at)) return false
  await db.deleteFrom('nonces').where('expires', '<=', seconds(at)).execute()
  const spent = await db
    .insertInto('nonces')
    .values({ nonce, expires })
    .onConflict(oc => oc.column('nonce').doNothing())
    .executeTakeFirst()
  return spent.numInsertedOrUpdatedRows === 1n
}

/** Keeps a session. `id`: what `sessionId` makes of the cookie; `expires`: seconds since 1970. */
export async function addSession(db: Db, id: string, { member, expires }: StaffSession): Promise<void> {
  await db.insertInto('sessions').values({ id, member, expires }).execute()
}

/** The session of a cookie; null when it is unknown or has run out. */
export async function session(db: Db, id: string, at: Moment): Promise<StaffSession | null> {
  const row = await db
    .selectFrom('sessions')
    .select(['member', 'expires'])
    .where('id', '=', id)
    .where('expires', '>', seconds(at))
    .executeTakeFirst()
  return row ? { ...row } : null
}

/** Ends one session. `id`: what `sessionId` makes of its cookie. */
export async function endSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute()
}

/** Ends every session of a member, whose public key it is. */
export async function endSessionsOf(db: Db, member: string): Promise<void> {
  await db.deleteFrom('sessions').where('member', '=', member).execute()
}

/**
 * True once for a proof that has not expired (`expires`: seconds since 1970). A proof is made by a citizen, so only
 * a day is kept: the one after it has expired everywhere, which is never too early.
 */
export async function spendProof(db: Db, id: string, expires: number, at: Moment): Promise<boolean> {
  if (expires <= seconds(at)) return false
  const until_day = daysAfter(new Date(expires * 1000).toISOString().slice(0, 10), 1)
  const spent = await db
    .insertInto('proofs')
    .values({ id, until_day })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  return spent.numInsertedOrUpdatedRows === 1n
}

/** Forgets what has expired. */
export async function forgetExpired(db: Db, at: Moment): Promise<void> {
  await db.deleteFrom('nonces').where('expires', '<=', seconds(at)).execute()
  await db.deleteFrom('sessions').where('expires', '<=', seconds(at)).execute()
  await db.deleteFrom('invites').where('expires', '<=', seconds(at)).execute()
  await db.deleteFrom('proofs').where('until_day', '<', at.today).execute()
}
