import { entryHash, type TeamEntry } from '../../core/sealing/team-entry.ts'
import {
  INVITED_FOR,
  type Invite,
  type InvitePost,
  type Newcomer,
  type TeamPost,
} from '../../core/contract/team.ts'
import type { AuditAct } from '../../core/contract/index.ts'
import { record } from './audit.ts'
import { type Db, Undo } from './database.ts'
import { endSessionsOf } from './sign-in.ts'
import type { StoredTeam } from './answers.ts'
import type { Act, Moment } from './moment.ts'

/** `Store.teamHead`. */
export async function teamHead(db: Db): Promise<string | null> {
  const last = await db
    .selectFrom('team_entries')
    .select('hash')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.hash ?? null
}

/** `Store.team`. */
export async function readTeam(db: Db): Promise<StoredTeam> {
  const entries = await db.selectFrom('team_entries').select('entry').orderBy('n').execute()
  const wrapped = await db
    .selectFrom('team_wrapped')
    .select(['signing', 'epoch', 'sealed'])
    .orderBy('id')
    .execute()
  const calendars = await readCalendars(db)
  const signedIn = await db
    .selectFrom('audit')
    .select(eb => ['member as signing', eb.fn.max('hour').as('hour')])
    .where('act', '=', 'signed-in')
    .groupBy('member')
    .orderBy('member')
    .execute()
  // SQLite's rows have no prototype.
  return {
    entries: entries.map(({ entry }): unknown => JSON.parse(entry)),
    wrapped: wrapped.map(one => ({ ...one })),
    calendars,
    signedIn: signedIn.map(one => ({ ...one })),
  }
}

/** `Store.calendars`. */
export async function readCalendars(db: Db): Promise<StoredTeam['calendars']> {
  const rows = await db.selectFrom('team_calendars').selectAll().orderBy('signing').execute()
  return rows.map(one => ({ ...one })) // SQLite's rows have no prototype
}

/** `Store.renewCalendar`. */
export async function renewCalendar(db: Db, calendar: string, { by }: Act): Promise<void> {
  await db
    .insertInto('team_calendars')
    .values({ signing: by.signing, calendar })
    .onConflict(oc => oc.column('signing').doUpdateSet({ calendar }))
    .execute()
}

/** `Store.changeTeam`. Who is removed is out in the same act. */
export async function changeTeam(db: Db, post: TeamPost, at: Act): Promise<'changed' | 'moved-on'> {
  const [next] = post.entries
  if (next?.prev !== (await teamHead(db))) return 'moved-on'
  await putEntries(db, next.n, post)
  for (const entry of post.entries) {
    if (entry.kind === 'remove') {
      await endSessionsOf(db, entry.signing)
      await db.deleteFrom('team_wrapped').where('signing', '=', entry.signing).execute()
      await db.deleteFrom('team_calendars').where('signing', '=', entry.signing).execute()
      await db.deleteFrom('invites').where('by_member', '=', entry.signing).execute()
    }
  }
  if (post.invite !== undefined) await db.deleteFrom('invites').where('id', '=', post.invite).execute()
  const names = await namesOf(db)
  for (const entry of post.entries) {
    const done = doneBy(entry)
    if (done === null) continue
    const name = names.get(done.to)
    await record(db, at, { act: done.act, ...(name !== undefined && { about: name }) })
  }
  return 'changed'
}

/** What an entry does, and to whom, by their signing key; an epoch is done to nobody. */
function doneBy(entry: TeamEntry): { readonly act: AuditAct; readonly to: string } | null {
  if (entry.kind === 'epoch') return null
  if (entry.kind === 'add') return { act: 'member-added', to: entry.member.signing }
  if (entry.kind === 'remove') return { act: 'member-removed', to: entry.signing }
  return { act: entry.role === 'leader' ? 'made-leader' : 'made-member', to: entry.signing }
}

/** The names under which members were taken in, those included who are gone, by their signing keys. */
async function namesOf(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('team_entries').select('entry').orderBy('n').execute()
  const entries = rows.map(({ entry }) => JSON.parse(entry) as TeamEntry) // written by `putEntries`
  return new Map(
    entries.flatMap(one => (one.kind === 'add' ? [[one.member.signing, one.member.name] as const] : [])),
  )
}

/** Puts entries behind those that are there. @throws Undo `moved-on` where another has put some at the same place */
export async function putEntries(
  db: Db,
  from: number,
  { entries, wrapped, calendars }: Omit<TeamPost, 'invite'>,
): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const row = { n: from + index, hash: entryHash(entry), entry: JSON.stringify(entry) }
    const taken = await db
      .insertInto('team_entries')
      .values(row)
      .onConflict(oc => oc.column('n').doNothing())
      .executeTakeFirst()
    if (taken.numInsertedOrUpdatedRows !== 1n) throw new Undo<'moved-on'>('moved-on')
  }
  for (const one of wrapped) {
    await db
      .insertInto('team_wrapped')
      .values({ id: `${one.signing} ${one.epoch}`, ...one })
      .onConflict(oc => oc.column('id').doNothing())
      .execute()
  }
  for (const one of calendars) {
    // An older keys file must not bring an address back that its member has given up.
    await db
      .insertInto('team_calendars')
      .values(one)
      .onConflict(oc => oc.column('signing').doNothing())
      .execute()
  }
}

const seconds = (at: Moment): number => Math.ceil(at.now / 1000)

/** `Store.invites`: those that have not run out. */
export async function invites(db: Db, at: Moment): Promise<Invite[]> {
  const rows = await db
    .selectFrom('invites')
    .selectAll()
    .where('expires', '>', seconds(at))
    .orderBy('expires')
    .orderBy('id')
    .execute()
  return rows.map(({ id, role, by_member, expires, newcomer }) => ({
    id,
    role,
    by: by_member,
    expires,
    newcomer: newcomer === null ? null : newcomerIn(newcomer),
  }))
}

/** `Store.addInvite`. */
export async function addInvite(db: Db, { id, token, role }: InvitePost, at: Act): Promise<void> {
  const added = await db
    .insertInto('invites')
    .values({
      id,
      token,
      role,
      by_member: at.by.signing,
      expires: seconds(at) + INVITED_FOR,
      newcomer: null,
    })
    .onConflict(oc => oc.column('id').doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 1n) await record(db, at, { act: 'member-invited' })
}

/** `Store.takeBackInvite`. Whose it was, once somebody had opened the link, stands in the log. */
export async function takeBackInvite(db: Db, id: string, at: Act): Promise<void> {
  const gone = await db.deleteFrom('invites').where('id', '=', id).returning('newcomer').executeTakeFirst()
  if (gone === undefined) return
  const name = gone.newcomer === null ? undefined : newcomerIn(gone.newcomer).name
  await record(db, at, { act: 'invite-taken-back', ...(name !== undefined && { about: name }) })
}

/** As `acceptInvite` wrote it. */
const newcomerIn = (text: string): Newcomer => JSON.parse(text) as Newcomer

/** `Store.acceptInvite`: the link works once; the same keys may come again, since an answer may be lost. */
export async function acceptInvite(
  db: Db,
  token: string,
  newcomer: Newcomer,
  at: Moment,
): Promise<'accepted' | 'not-found' | 'used'> {
  const row = await db
    .selectFrom('invites')
    .select(['id', 'newcomer'])
    .where('token', '=', token)
    .where('expires', '>', seconds(at))
    .executeTakeFirst()
  if (row === undefined) return 'not-found'
  const text = JSON.stringify(newcomer)
  if (row.newcomer !== null) return row.newcomer === text ? 'accepted' : 'used'
  const taken = await db
    .updateTable('invites')
    .set({ newcomer: text })
    .where('id', '=', row.id)
    .where('newcomer', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n ? 'accepted' : 'used'
}
