import { daysAfter } from '../../core/calendar/days.ts'
import type { Database, OnFault } from './database.ts'
import { StoreFault } from './fault.ts'
import type { Moment } from './moment.ts'

/**
 * `Store.mix`. What is under way is marked, so that one that was cut off is found: it is reported and done again. A mark of
 * this hour is that of a program which was killed where ours is alone; where several share a database, another may be
 * at it, and only a mark that still stands at the second look is taken for one that was cut off.
 *
 * @param isAlone whether no other service can have the store open (SQLite: `holdFolder`)
 */
export function mixHourly(
  database: Database,
  onFault: OnFault,
  isAlone: boolean,
): (at: Moment) => Promise<void> {
  let standing = ''

  return async ({ today, now }: Moment) => {
    const hour = new Date(now).toISOString().slice(0, 13)
    const begun = `${hour} begun`
    const before = await database.act(async db => {
      const row = await db.selectFrom('upkeep').select('done_on').where('name', '=', 'mix').executeTakeFirst()
      const mark = row?.done_on ?? ''
      const seen = standing
      standing = mark
      if (mark === hour || (mark === begun && !isAlone && mark !== seen)) return null
      await db
        .insertInto('upkeep')
        .values({ name: 'mix', done_on: begun })
        .onConflict(oc => oc.column('name').doUpdateSet({ done_on: begun }))
        .execute()
      return mark
    })
    if (before === null) return
    if (before.endsWith('begun')) onFault('mix', new StoreFault('MIX_CUT_OFF'))

    const set = (done_on: string) =>
      database.act(db => db.updateTable('upkeep').set({ done_on }).where('name', '=', 'mix').execute())
    try {
      // Those of the last hour before midnight came yesterday.
      await database.mix(daysAfter(today, -1))
      await set(hour)
    } catch (cause) {
      await set('').catch(() => undefined) // the first fault is the one to tell
      throw cause
    }
  }
}
