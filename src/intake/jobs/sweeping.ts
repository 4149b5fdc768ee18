import type { Day } from '../../core/contract/index.ts'
import { describeError, type Log } from '../log.ts'
import type { Moment, Retention, Store } from '../store/store.ts'

/** How often it is looked whether a new day has begun, and with it the time to erase. */
const LOOK_MS = 15 * 60_000
/** A rewrite that failed (a backup may hold the tables) is tried again so much later. */
const AGAIN_MS = 60 * 60_000

/**
 * Erases what is out of its time, now and once each day. What goes wrong is logged and tried again: it must never
 * keep the intake from taking requests.
 *
 * @returns stops it.
 */
export function sweepDaily(parts: {
  readonly store: Pick<Store, 'sweep'>
  readonly retention: Retention
  readonly at: () => Moment
  readonly log: Log
}): () => void {
  const { store, retention, at, log } = parts
  let sweptOn: Day | null = null
  let againAt = Infinity
  let isSweeping = false
  let isStopped = false

  async function sweep(moment: Moment): Promise<void> {
    isSweeping = true
    try {
      const { isRewriteDue, ...swept } = await store.sweep(retention, moment)
      sweptOn = moment.today
      againAt = isRewriteDue ? moment.now + AGAIN_MS : Infinity
      log({ event: 'swept', on: moment.today, ...swept })
    } catch (error) {
      // A store that is closed under it is no fault; one that stays broken shows in /readyz.
      if (isStopped) return
      log({ event: 'broken', on: moment.today, method: 'TIMER', route: 'sweep', ...describeError(error) })
    } finally {
      isSweeping = false
    }
  }
  function look(): void {
    const moment = at()
    if (!isSweeping && (moment.today !== sweptOn || moment.now >= againAt)) void sweep(moment)
  }

  look()
  const timer = setInterval(look, LOOK_MS)
  timer.unref()
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}
