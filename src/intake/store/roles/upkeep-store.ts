import type { Retention } from '../../settings/retention.ts'
import type { Swept } from '../answers.ts'
import { answerOf, type Db, idOf, type OnFault } from '../database.ts'
import { mixHourly } from '../mix-hourly.ts'
import type { Moment } from '../moment.ts'
import { claimNotice, noticeFailed, noticesWork, noticeSent, planNotices } from '../notices.ts'
import { confirmDay, sweep } from '../sweep.ts'
import { bind, type Bound, type Ground } from './bound.ts'

const queries = ({ limits }: Pick<Ground, 'limits'>) => ({
  /** Once an hour, whichever program asks first: queues a mail to each of these, where there is something to tell. */
  planNotices,
  /** The mail that is to go to a member now, and to nobody else's hands for some minutes; at most one an hour. */
  claimNotice: (db: Db, who: string, at: Moment) => claimNotice(db, who, { ...at, limits }),
  noticeSent,
  /** The mail server did not take it: it stays to be sent. */
  noticeFailed,
  /** The mail server answers again. */
  noticesWork,

  /** Somebody has looked: it is that day. The next sweep erases again. */
  confirmDay,
  /** A random name that the store was given when it was made: two addresses with one of it lead to one store. */
  id: idOf,
})

/** What the intake's own clock and its operator ask of the store. */
export type UpkeepStore = Bound<ReturnType<typeof queries>> & {
  /** Erases what is out of its time, drops links of past slots (keeping a counter), reports what waits. In small acts. */
  sweep(retention: Retention, at: Moment): Promise<Swept>
  /**
   * Once an hour, whichever program asks first: takes out of the files in which order rows came.
   * @throws StoreFault when it failed: it is due again.
   */
  mix(at: Moment): Promise<void>
  /** Resolves when something could be written: a request would be accepted. @throws StoreFault otherwise. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** @param isAlone whether no other service can have the store open */
export function upkeepStore(ground: Ground, onFault: OnFault, isAlone: boolean): UpkeepStore {
  const { database } = ground
  return {
    ...bind(ground, queries(ground)),
    sweep: async (retention, at) => {
      const swept = await sweep(work => answerOf(database, work), retention, at)
      if (swept.requests + swept.links > 0) await database.scrub()
      return swept
    },
    mix: mixHourly(database, onFault, isAlone),
    ready: () => database.probe(),
    close: () => database.close(),
  }
}
