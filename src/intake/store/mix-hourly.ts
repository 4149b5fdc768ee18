import { daysAfter } from '../../core/calendar/days.ts'
import type { Database, OnFault } from './database.ts'
import { StoreFault } from './fault.ts'
import type { Moment, Store } from './store.ts'

/**
 * `Store.mix`. What is under way is marked, so that one that was cut off is found: it is told and done again, by the
 * first call of a program, else in the next hour (another program may be at it).
 */
export function mixHourly(database: Database, onFault: OnFault): Store['mix'] {
  let isFirst = true

  return async ({ today, now }: Moment) => {
    const hour = new Date(now).toISOString().slice(0, 13)
    const begun = `${hour} begun`
    const before = await database.act(async db => {
      const row = await db.selectFrom('upkeep').select('done_on').where('name', '=', 'mix').executeTakeFirst()
      const isOthers = row?.done_on === hour || (row?.done_on === begun && !isFirst)
      if (isOthers) return null
      await db
        .insertInto('upkeep')
        .values({ name: 'mix', done_on: begun })
        .onConflict(oc => oc.column('name').doUpdateSet({ done_on: begun }))
        .execute()
      return row?.done_on ?? ''
    })
    isFirst = false
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
