import { daysAfter, daysBetween } from '../../core/calendar/days.ts'
import { mondayOf } from '../../core/calendar/weeks.ts'
import { type Day, LEAST_COUNTED, WITHIN_DAYS, type WeekFigures } from '../../core/contract/index.ts'
import type { Db } from './database.ts'
import type { Rows, WeekRow } from './schema.ts'
import type { Moment } from './moment.ts'

type Sums = Omit<WeekRow, 'monday'>
const NONE: Sums = { requests: 0, within7: 0, within14: 0, talks: 0 }

/** A year of weeks, and the one that runs. */
const MOST_WEEKS = 53

/** The first answer counts; a later one does not make it later. */
export async function noteAnswered(db: Db, requestId: string, { today }: Moment): Promise<void> {
  await db
    .updateTable('requests')
    .set({ answered_on: today })
    .where('id', '=', requestId)
    .where('answered_on', 'is', null)
    .execute()
  // Whatever was moved before, from now on it has an answer that nobody takes back.
  await db.updateTable('requests').set({ ended_by: 0 }).where('id', '=', requestId).execute()
}

/**
 * Called before a request is erased: it stays counted in its week. Junk is no request, and what somebody withdrew before it
 * could be answered says nothing of how soon that would have been.
 */
export async function keepSums(
  db: Db,
  { received_on, answered_on, state }: Pick<Rows['requests'], 'received_on' | 'answered_on' | 'state'>,
): Promise<void> {
  if (state === 'junk' || answered_on === null) return
  await addToWeek(db, received_on, sumsOf(received_on, answered_on))
}

function sumsOf(received: Day, answered: Day | null): Partial<Sums> {
  const days = answered === null ? Infinity : daysBetween(received, answered)
  return {
    requests: 1,
    within7: Number(days <= WITHIN_DAYS.within7),
    within14: Number(days <= WITHIN_DAYS.within14),
  }
}

/** Adds to the sums of a day's week. */
export async function addToWeek(db: Db, day: Day, more: Partial<Sums>): Promise<void> {
  const added = { ...NONE, ...more }
  await db
    .insertInto('weeks')
    .values({ monday: mondayOf(day), ...added })
    .onConflict(oc =>
      oc.column('monday').doUpdateSet(eb => ({
        requests: eb('weeks.requests', '+', added.requests),
        within7: eb('weeks.within7', '+', added.within7),
        within14: eb('weeks.within14', '+', added.within14),
        talks: eb('weeks.talks', '+', added.talks),
      })),
    )
    .execute()
}

/** `Store.figures`: what is kept of the erased, and what is there. */
export async function readFigures(db: Db, { today }: Moment): Promise<{ weeks: WeekFigures[] }> {
  const weeks = new Map<string, Sums>()
  const add = (monday: string, more: Partial<Sums>, times = 1): void => {
    const { requests, within7, within14, talks } = { ...NONE, ...more }
    const before = weeks.get(monday) ?? NONE
    weeks.set(monday, {
      requests: before.requests + times * requests,
      within7: before.within7 + times * within7,
      within14: before.within14 + times * within14,
      talks: before.talks + times * talks,
    })
  }
  for (const { monday, ...sums } of await db.selectFrom('weeks').selectAll().execute()) add(monday, sums)
  const present = await db
    .selectFrom('requests')
    .select(eb => ['received_on', 'answered_on', eb.fn.countAll<number>().as('count')])
    .where('state', '!=', 'junk')
    .groupBy(['received_on', 'answered_on'])
    .execute()
  for (const { received_on, answered_on, count } of present)
    add(mondayOf(received_on), sumsOf(received_on, answered_on), count)
  const first = [...weeks.keys()].reduce((a, b) => (a < b ? a : b), '9999')
  return { weeks: weeksSince(first, today).map(from => ({ from, ...shown(weeks.get(from) ?? NONE) })) }
}

/** The Mondays from one on, the newest first: a week in which nothing came, or could not come, is seen as well. */
function weeksSince(first: string, today: Day): string[] {
  const newest = mondayOf(today)
  return Array.from({ length: MOST_WEEKS }, (_, n) => daysAfter(newest, -7 * n)).filter(one => one >= first)
}

/** A small count says only that it is small: null. */
function shown({ requests, within7, within14, talks }: Sums): Omit<WeekFigures, 'from'> {
  const fewOr = (count: number): number | null => (count > 0 && count < LEAST_COUNTED ? null : count)
  return {
    requests: fewOr(requests),
    within7: fewOr(within7),
    within14: fewOr(within14),
    talks: fewOr(talks),
  }
}
