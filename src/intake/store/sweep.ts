import { daysAfter, laterDay } from '../../core/calendar/days.ts'
import type { Day } from '../../core/contract/index.ts'
import type { Db } from './database.ts'
import { COUNTS_FOR_EVER } from './limits.ts'
import { lockMailbox } from './mailbox-row.ts'
import { closesOn } from './mailboxes.ts'
import { eraseMailbox } from './requests.ts'
import { addToTally, countDown, unlink } from './seats.ts'
import { forgetExpired } from './sign-in.ts'
import type { Retention } from '../settings/retention.ts'
import type { Swept } from './answers.ts'
import type { Moment } from './moment.ts'

type Act = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** As many are changed in one act: anyone who calls meanwhile waits for one act at most. */
const CHANGED = 8
/** As many are looked at in one act. */
const LOOKED_AT = 100
/** An intake that was off for longer than this, or whose clock has jumped, erases nothing before somebody has looked. */
const JUMP_DAYS = 7

/** `Store.sweep`: safe to run in several programs at once, since each link is taken away and each row erased only once. */
export async function sweep(act: Act, retention: Retention, at: Moment): Promise<Swept> {
  const heldSince = await act(db => heldAt(db, at.today))
  if (heldSince !== null) {
    const { waiting } = await lookThrough(act, retention, at)
    return { requests: 0, links: 0, unanswered: waiting, heldSince }
  }
  const links = await dropPastLinks(act, at)
  const { waiting, old } = await lookThrough(act, retention, at)
  let requests = 0
  for (let from = 0; from < old.length; from += CHANGED) {
    const some = old.slice(from, from + CHANGED)
    requests += await act(db => eraseClosed(db, some, retention, at))
  }
  await act(async db => {
    await db.deleteFrom('erased').where('on_day', '<', daysAfter(at.today, -retention.erasedDays)).execute()
    await forgetExpired(db, at)
  })
  return { requests, links, unanswered: waiting, heldSince: null }
}

/** `Store.confirmDay`. */
export async function confirmDay(db: Db, day: Day): Promise<void> {
  await db
    .insertInto('upkeep')
    .values({ name: 'sweep', done_on: day })
    .onConflict(oc => oc.column('name').doUpdateSet({ done_on: day }))
    .execute()
}

/** Notes that it is swept on a day, unless that is too far after the last one: then gives the last one. */
async function heldAt(db: Db, today: Day): Promise<Day | null> {
  const row = await db.selectFrom('upkeep').select('done_on').where('name', '=', 'sweep').executeTakeFirst()
  const last = row?.done_on ?? today
  if (today > daysAfter(last, JUMP_DAYS)) return last
  // A clock that went back does not take the latest day with it.
  if (!row || today > last) await confirmDay(db, today)
  return null
}

/**
 * After a time's day nobody can tell from the store who had it: the count stays with the mailbox (youth talks), the
 * tally with the house, and the time itself goes.
 */
async function dropPastLinks(act: Act, at: Moment): Promise<number> {
  let links = 0
  for (let isMore = true; isMore;) {
    const { dropped, found } = await act(db => dropSomeLinks(db, at))
    links += dropped
    isMore = found === CHANGED
  }
  await act(db =>
    db
      .deleteFrom('slots')
      .where('last_day', '<', at.today)
      .where('id', 'not in', db.selectFrom('bookings').select('slot_id').where('slot_id', 'is not', null))
      .execute(),
  )
  return links
}

async function dropSomeLinks(db: Db, at: Moment): Promise<{ dropped: number; found: number }> {
  const past = await db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .select(['bookings.id', 'mailbox', 'kind', 'last_day'])
    .where('last_day', '<', at.today)
    .orderBy('mailbox')
    .limit(CHANGED)
    .execute()
  let dropped = 0
  for (const { id, mailbox, kind, last_day } of past) {
    const row = await lockMailbox(db, mailbox)
    if (!row || !(await unlink(db, id, 0))) continue
    dropped++
    await addToTally(db, { kind, last_day })
    if (!COUNTS_FOR_EVER.includes(kind)) await countDown(db, mailbox, kind)
    const used_on = laterDay(row.used_on, last_day)
    await db.updateTable('mailboxes').set({ used_on }).where('hash', '=', mailbox).execute()
  }
  return { dropped, found: past.length }
}

/** Goes through all requests: how many wait for too long, and the mailboxes of those that may be out of their time. */
async function lookThrough(
  act: Act,
  retention: Retention,
  at: Moment,
): Promise<{ waiting: number; old: string[] }> {
  const waitsTooLong = daysAfter(at.today, -retention.unansweredDays)
  const unusedFor = daysAfter(at.today, -retention.mailboxDays)
  const junkSince = daysAfter(at.today, -retention.junkDays)
  const old: string[] = []
  let waiting = 0
  for (let after: string | null = ''; after !== null;) {
    const from: string = after
    const rows = await act(db =>
      db
        .selectFrom('requests')
        .innerJoin('mailboxes', 'hash', 'mailbox')
        .select(['id', 'hash', 'state', 'state_on', 'waits_from', 'used_on'])
        .where('id', '>', from)
        .orderBy('id')
        .limit(LOOKED_AT)
        .execute(),
    )
    for (const { hash, state, state_on, waits_from, used_on } of rows) {
      if (state === 'new' || state === 'opened') waiting += waits_from < waitsTooLong ? 1 : 0
      else if (state === 'junk' ? state_on < junkSince : used_on < unusedFor) old.push(hash)
    }
    after = rows.length < LOOKED_AT ? null : (rows.at(-1)?.id ?? null)
  }
  return { waiting, old: old.sort() }
}

/** Never one that waits for an answer, however old; junk after its own days, whatever comes into its mailbox. */
async function eraseClosed(
  db: Db,
  mailboxes: readonly string[],
  retention: Retention,
  at: Moment,
): Promise<number> {
  let erased = 0
  for (const hash of mailboxes) {
    // Asked again under the lock: the person may have written a moment ago.
    const row = await lockMailbox(db, hash)
    if (!row || (await waits(db, hash)) || (await closesOn(db, row, retention)) >= at.today) continue
    await eraseMailbox(db, hash, at)
    erased++
  }
  return erased
}

async function waits(db: Db, mailbox: string): Promise<boolean> {
  const found = await db
    .selectFrom('requests')
    .select('id')
    .where('mailbox', '=', mailbox)
    .where('state', 'in', ['new', 'opened'])
    .executeTakeFirst()
  return found !== undefined
}
