import type { Day } from '../../core/contract/index.ts'
import { describeError, type Log } from '../log.ts'
import type { Retention } from '../settings/retention.ts'
import type { Moment } from '../store/moment.ts'
import type { UpkeepStore } from '../store/roles/upkeep-store.ts'

/** Does a piece of work when its turn has come. */
export type InTurn = (work: () => Promise<void>) => Promise<void>

const atOnce: InTurn = work => work()

/** Lets work be done one piece after another, in the order in which it was asked for. */
export function oneAfterAnother(): InTurn {
  let last = Promise.resolve()
  return work => {
    last = last.catch(() => undefined).then(work) // the caller has its error
    return last
  }
}

/** How often it is looked whether a new day or hour has begun, and with it what is due. */
const LOOK_MS = 15 * 60_000

/**
 * Erases what is out of its time, now and once each day, and lets the files tell no order of arrival, now and each
 * hour. What goes wrong is logged and tried again at the next look: it must never keep the intake from taking requests.
 *
 * @returns stops it.
 */
export function sweepDaily(parts: {
  readonly store: Pick<UpkeepStore, 'sweep' | 'mix'>
  readonly retention: Retention
  readonly at: () => Moment
  readonly log: Log
  /** Waits for its turn where several share a machine. */
  readonly inTurn?: InTurn
}): () => void {
  const { store, retention, at, log, inTurn = atOnce } = parts
  let sweptOn: Day | null = null
  let heldOn: Day | null = null
  let isBusy = false
  let isStopped = false

  async function sweep(moment: Moment): Promise<void> {
    const { heldSince, ...swept } = await store.sweep(retention, moment)
    if (heldSince === null) {
      sweptOn = moment.today
      log({ event: 'swept', on: moment.today, ...swept })
    } else if (heldOn !== moment.today) {
      // Looked at again each quarter of an hour, and said once a day.
      heldOn = moment.today
      log({ event: 'held', on: moment.today, since: heldSince, says: saysHeld(moment.today, heldSince) })
    }
  }

  async function tell(route: 'sweep' | 'mix', moment: Moment, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      // A store that is closed under it is no fault; one that stays broken shows in /readyz.
      if (isStopped) return
      log({ event: 'broken', on: moment.today, method: 'TIMER', route, ...describeError(error) })
    })
  }

  async function look(): Promise<void> {
    if (isBusy) return
    isBusy = true
    await inTurn(async () => {
      const moment = at()
      if (!isStopped && moment.today !== sweptOn) await tell('sweep', moment, sweep(moment))
      if (!isStopped) await tell('mix', moment, store.mix(moment))
    })
    isBusy = false
  }

  void look()
  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}

function saysHeld(today: Day, since: Day): string {
  return (
    `the clock says ${today}, and the last sweep was on ${since}: nothing is erased until somebody has looked at the ` +
    `clock; if it is right, run the command "confirm-day ${today}" (docs/operations.md)`
  )
}
