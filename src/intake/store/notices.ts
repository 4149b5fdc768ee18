import { type RawBuilder, sql } from 'kysely'
import { daysAfter } from '../../core/calendar/days.ts'
import { type Day, WAITING } from '../../core/contract/index.ts'
import type { Db } from './database.ts'
import type { Counted } from './limits.ts'
import type { Notice, MailReader } from './answers.ts'
import type { Moment } from './moment.ts'

/**
 * How far members were told of something that nobody has looked at: it came; they were told; they were told again the
 * next day; the leaders were told. Nothing finer than the day is kept of it.
 */
export const CAME = 1
const TOLD = 2
const AGAIN = 3
const LEADER = 4

/** Somebody has looked: there is nothing to tell any more. */
const SEEN = { notice: 0, notice_on: null }

/** A mail that a program was sending when it ended is sent by the next one after so long. */
const CLAIM_MS = 5 * 60_000

/**
 * The citizen has written. What members were told of on a day before, and nobody has dealt with, goes on to the next stage:
 * who writes each day must not put it off each day. The mailbox must be locked.
 */
export async function noteWritten(db: Db, mailbox: string, { today }: Moment): Promise<void> {
  await db
    .updateTable('requests')
    .set({ notice: CAME, notice_on: null })
    .where('mailbox', '=', mailbox)
    .where('state', '!=', 'junk')
    .where(sql<boolean>`(notice < ${TOLD} or (notice = ${TOLD} and notice_on = ${today}))`)
    .execute()
}

/** A member has opened it or done something with it. */
export async function noteSeen(db: Db, requestId: string): Promise<void> {
  await db.updateTable('requests').set(SEEN).where('id', '=', requestId).where('notice', '>', 0).execute()
}

/**
 * `Store.looked`. What came is known, and needs no mail today; tomorrow it does, unless somebody has opened it or done
 * something with it: an inbox that is left open looks too.
 */
export async function looked(db: Db, at: Moment): Promise<void> {
  await db
    .updateTable('requests')
    .set({ notice: TOLD, notice_on: at.today })
    .where('notice', '=', CAME)
    .execute()
}

/** `Store.planNotices`. */
export async function planNotices(db: Db, to: readonly MailReader[], at: Moment): Promise<void> {
  if (!(await isFirstInHour(db, at))) return
  const names = to.map(({ who }) => who)
  await db.deleteFrom('notices').where('who', 'not in', names).execute()
  // The last stage first, so that nothing goes through two of them at once.
  const isOverdue = await advance(db, LEADER, sql`notice >= ${AGAIN} and notice_on < ${at.today}`, at)
  const isUnseen = await advance(db, AGAIN, sql`notice = ${TOLD} and notice_on < ${at.today}`, at)
  const isNew = await advance(db, TOLD, sql`notice = ${CAME}`, at)
  const hasLeader = to.some(({ leader }) => leader)
  for (const { who, leader } of to) {
    // Where nobody leads, all get it.
    const stage = isOverdue && (leader || !hasLeader) ? LEADER : isUnseen ? AGAIN : isNew ? TOLD : 0
    if (stage > 0) await queue(db, who, stage)
  }
}

/** Of several programs the first one in each hour plans: when a mail goes out tells the hour and nothing finer. */
async function isFirstInHour(db: Db, { now }: Moment): Promise<boolean> {
  const hour = hourOf(now)
  await db
    .insertInto('upkeep')
    .values({ name: 'notices', done_on: '' })
    .onConflict(oc => oc.column('name').doNothing())
    .execute()
  const taken = await db
    .updateTable('upkeep')
    .set({ done_on: hour })
    .where('name', '=', 'notices')
    .where('done_on', '!=', hour)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Notes that a mail says what waits for an answer and fits; false when nothing does. */
async function advance(db: Db, notice: number, fits: RawBuilder<unknown>, at: Moment): Promise<boolean> {
  const told = await db
    .updateTable('requests')
    .set({ notice, notice_on: at.today })
    .where('notice', '>', 0)
    .where('state', 'in', [...WAITING])
    .where(sql<boolean>`${fits}`)
    .executeTakeFirst()
  return told.numUpdatedRows > 0n
}

/** One mail a member: what has not gone out yet takes the later with it. */
async function queue(db: Db, who: string, stage: number): Promise<void> {
  await db
    .insertInto('notices')
    .values({ who, stage, serial: 1, sent_hour: '', claimed_until: 0, failing_since: null })
    .onConflict(oc =>
      oc.column('who').doUpdateSet({
        stage: sql<number>`case when notices.stage > ${stage} then notices.stage else ${stage} end`,
        serial: sql<number>`notices.serial + 1`,
      }),
    )
    .execute()
}

/** `Store.claimNotice`. */
export async function claimNotice(db: Db, who: string, at: Counted): Promise<Notice | null> {
  const row = await db
    .updateTable('notices')
    .set({ claimed_until: at.now + CLAIM_MS })
    .where('who', '=', who)
    .where('stage', '>', 0)
    .where('sent_hour', '!=', hourOf(at.now))
    .where('claimed_until', '<=', at.now)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  const waiting = await whatWaits(db, at)
  if (waiting !== null) return { serial: row.serial, stage: stageNames[row.stage] ?? 'leader', ...waiting }
  // A colleague has dealt with it.
  await db.updateTable('notices').set({ stage: 0, claimed_until: 0 }).where('who', '=', who).execute()
  return null
}

const stageNames: Readonly<Record<number, Notice['stage']>> = { [TOLD]: 'first', [AGAIN]: 'again' }

/** How many wait for an answer, and the nearest limit; null when all that members were told of has been looked at. */
async function whatWaits(db: Db, { limits }: Counted): Promise<Pick<Notice, 'waiting' | 'limit'> | null> {
  const unseen = await db
    .selectFrom('requests')
    .select('id')
    .where('notice', '>', 0)
    .where('state', 'in', [...WAITING])
    .executeTakeFirst()
  if (!unseen) return null
  const { waiting, oldest } = await db
    .selectFrom('requests')
    .select(eb => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('waits_from').as('oldest')])
    .where('state', 'in', [...WAITING])
    .executeTakeFirstOrThrow()
  return { waiting, limit: daysAfter(oldest, limits.firstTalkDays) }
}

/** `Store.noticeSent`. */
export async function noticeSent(db: Db, who: string, serial: number, at: Moment): Promise<void> {
  await db
    .updateTable('notices')
    .set({ sent_hour: hourOf(at.now), claimed_until: 0, failing_since: null })
    .where('who', '=', who)
    .execute()
  // What came while it was under way waits for the next mail.
  await db
    .updateTable('notices')
    .set({ stage: 0 })
    .where('who', '=', who)
    .where('serial', '=', serial)
    .execute()
}

/** `Store.noticeFailed`. */
export async function noticeFailed(db: Db, who: string, at: Moment): Promise<void> {
  await db.updateTable('notices').set({ claimed_until: 0 }).where('who', '=', who).execute()
  await db
    .updateTable('notices')
    .set({ failing_since: at.today })
    .where('who', '=', who)
    .where('failing_since', 'is', null)
    .execute()
}

/** `Store.noticesFailing`. */
export async function noticesFailing(db: Db): Promise<Day | null> {
  const { since } = await db
    .selectFrom('notices')
    .select(eb => eb.fn.min('failing_since').as('since'))
    .executeTakeFirstOrThrow()
  return since
}

/** `Store.noticesWork`. */
export async function noticesWork(db: Db): Promise<void> {
  await db
    .updateTable('notices')
    .set({ failing_since: null })
    .where('failing_since', 'is not', null)
    .execute()
}

/** `YYYY-MM-DDTHH` in UTC, so that none comes twice when the clock is set back. */
const hourOf = (now: number): string => new Date(now).toISOString().slice(0, 13)
