import { daysAfter, laterDay } from '../../core/calendar/days.ts'
import type { Database, Db, OnFault } from './database.ts'
import { COUNTS_FOR_EVER } from './limits.ts'
import { lockMailbox } from './mailbox-row.ts'
import { closesOn } from './mailboxes.ts'
import { eraseMailbox } from './requests.ts'
import { addToTally, countDown, unlink } from './seats.ts'
import { forgetExpired } from './sign-in.ts'
import type { Moment, Retention, Swept } from './store.ts'

/** `Store.sweep`, one act: safe to run in several programs at once, since each link is taken away only once. */
export async function sweep(db: Db, retention: Retention, at: Moment): Promise<Omit<Swept, 'isRewriteDue'>> {
  const links = await dropPastLinks(db, at)
  const requests = await eraseClosed(db, retention, at)
  await db.deleteFrom('erased').where('on_day', '<', daysAfter(at.today, -retention.erasedDays)).execute()
  await forgetExpired(db, at)
  const { waiting } = await db
    .selectFrom('requests')
    .select(eb => eb.fn.countAll<number>().as('waiting'))
    .where('state', 'in', ['new', 'opened'])
    .where('waits_from', '<', daysAfter(at.today, -retention.unansweredDays))
    .executeTakeFirstOrThrow()
  return { requests, links, unanswered: waiting }
}

/**
 * Runs what is due once a day, for whoever asks first.
 *
 * @returns false when it failed: then it is due again. Never rejects; `onFault` is told.
 */
export async function onceADay(
  database: Database,
  at: Moment,
  work: () => Promise<void>,
  onFault: OnFault,
): Promise<boolean> {
  try {
    if (!(await claim(database, at))) return true
    try {
      await work()
      return true
    } catch (cause) {
      await database.act(db =>
        db.updateTable('upkeep').set({ done_on: '' }).where('name', '=', 'rewrite').execute(),
      )
      throw cause
    }
  } catch (cause) {
    onFault('rewrite', cause)
    return false
  }
}

async function claim(database: Database, at: Moment): Promise<boolean> {
  const claimed = await database.act(db =>
    db
      .updateTable('upkeep')
      .set({ done_on: at.today })
      .where('name', '=', 'rewrite')
      .where('done_on', '<', at.today)
      .executeTakeFirst(),
  )
  return claimed.numUpdatedRows === 1n
}

/**
 * After a time's day nobody can tell from the store who had it: the count stays with the mailbox (youth talks), the
 * tally with the house, and the time itself goes.
 */
async function dropPastLinks(db: Db, at: Moment): Promise<number> {
  const past = await db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .select(['bookings.id', 'mailbox', 'kind', 'last_day'])
    .where('last_day', '<', at.today)
    .orderBy('mailbox')
    .execute()
  let links = 0
  for (const { id, mailbox, kind, last_day } of past) {
    const row = await lockMailbox(db, mailbox)
    if (!row || !(await unlink(db, id, 0))) continue
    links++
    await addToTally(db, kind)
    if (!COUNTS_FOR_EVER.includes(kind)) await countDown(db, mailbox, kind)
    const used_on = laterDay(row.used_on, last_day)
    await db.updateTable('mailboxes').set({ used_on }).where('hash', '=', mailbox).execute()
  }
  await db.deleteFrom('slots').where('last_day', '<', at.today).execute()
  return links
}

/** Never one that waits for an answer, however old; junk after its own days, whatever comes into its mailbox. */
async function eraseClosed(db: Db, retention: Retention, at: Moment): Promise<number> {
  const old = await db
    .selectFrom('requests')
    .innerJoin('mailboxes', 'hash', 'mailbox')
    .select('hash')
    .where(eb =>
      eb.or([
        eb.and([
          eb('state', 'in', ['answered', 'handed-over', 'closed']),
          eb('used_on', '<', daysAfter(at.today, -retention.mailboxDays)),
        ]),
        eb.and([eb('state', '=', 'junk'), eb('state_on', '<', daysAfter(at.today, -retention.junkDays))]),
      ]),
    )
    .orderBy('hash')
    .execute()
  let erased = 0
  for (const { hash } of old) {
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
