import { recipients } from '../build-info.ts'
import { askForSync } from '../phone/service-worker.ts'
import { askToStay } from '../phone/stay.ts'
import { solveInWorker } from '../proof/index.ts'
import { flushAll, isSilent, onOutbox, put, seen, sendKept, SYNC_TAG } from './queue.ts'
import type { Outcome, Waiting } from './types.ts'

export {
  forgetMemory,
  isSilent,
  isWaitingHere,
  listWaiting,
  onOutbox,
  onOutboxChange,
  onTakenBack,
  seen,
  standings,
  tellForgotten,
  tryAgain,
  withdrawWaiting,
  type OutboxEvent,
} from './queue.ts'
export type { Need, Outcome, Standing, Waiting } from './types.ts'

/**
 * Keeps something sealed on the phone and tries to send it. It is on the phone before the first try leaves, and goes
 * from there only on an answer of the intake itself. A phone that keeps nothing (storage off, full or silent) sends it
 * from this page's memory, where it waits for as long as the page is open. Whatever breaks later is reported, and it waits.
 *
 * @param onKept called when it is kept, before the first try.
 */
export async function putAndSend(entry: Waiting, onKept?: () => void): Promise<Outcome> {
  toldByCaller.add(entry.id)
  try {
    return await keepAndSend(entry, onKept)
  } catch (cause) {
    toldByCaller.delete(entry.id)
    throw cause
  }
}

/** What a caller of `putAndSend` on this page is about to tell by itself. */
const toldByCaller = new Set<string>()

/** Whether the one who sent this from this page tells that it arrived, so that nothing else need say it. */
export function isToldByCaller(id: string): boolean {
  return toldByCaller.has(id)
}

async function keepAndSend(entry: Waiting, onKept?: () => void): Promise<Outcome> {
  await put(entry, recipients)
  onKept?.()
  const outcome = await firstWord(entry.id)
  if (outcome.kind === 'waiting') {
    planFlush(outcome)
    askForSync(SYNC_TAG).catch(reportError)
    // Only now is there something to keep; some browsers put the question to the person.
    askToStay().catch(reportError)
  } else if (
    outcome.kind === 'sent' &&
    entry.purpose === 'message' &&
    document.visibilityState === 'visible'
  ) {
    // The caller shows it first; until then, and while nobody looks, it is noted for the case that the page is killed.
    // The note of a request goes once its receipt is put away (draft/keeping.tsx).
    setTimeout(() => {
      seen(entry.id)
        .finally(() => toldByCaller.delete(entry.id))
        .catch(reportError)
    })
    return outcome
  }
  toldByCaller.delete(entry.id)
  return outcome
}

/** How the first try ended; when another tab or the service worker is faster, how theirs did. */
function firstWord(id: string): Promise<Outcome> {
  return new Promise(resolve => {
    let known = false
    const end = (outcome: Outcome): void => {
      known = true
      resolve(outcome)
    }
    const stop = onOutbox(event => {
      if (event.id === id && event.outcome.kind !== 'waiting') end(event.outcome)
    })
    sendKept(id, solveInWorker)
      .then(end, (error: unknown) => {
        if (!known) reportError(error)
        end({ kind: 'waiting', why: 'server' })
      })
      .finally(stop)
  })
}

/** Tries all that waits, now. */
export async function flush(): Promise<Outcome[]> {
  clearTimeout(timer)
  const outcomes = await flushAll(solveInWorker)
  const waiting = outcomes.filter(outcome => outcome.kind === 'waiting')
  // What a silent phone keeps is looked for again.
  if (isSilent()) waiting.push({ kind: 'waiting', why: 'server' })
  tries = waiting.length === 0 ? 0 : tries + 1
  const [first] = waiting
  if (first) {
    planFlush(first)
    askForSync(SYNC_TAG).catch(reportError)
  }
  return outcomes
}

/** Milliseconds: the first pause, doubled with each failed try, and the longest. */
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 300_000
let tries = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** With some jitter, so that a village back on the network does not knock all at once. */
function planFlush(outcome: Extract<Outcome, { kind: 'waiting' }>): void {
  clearTimeout(timer)
  const pause = Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE) * (0.75 + Math.random() / 2)
  const named = outcome.retryAt === undefined ? 0 : outcome.retryAt - Date.now()
  timer = setTimeout(tryNow, Math.max(pause, named))
}

function tryNow(): void {
  // What is unexpected here (storage taken away) leaves everything as it was; the next start tries again and tells.
  flush().catch(reportError)
}

let started = false

/** Sends what waits when the page starts, gets network, or comes into view. Called once by every citizen's page. */
export function startOutbox(): void {
  if (started) return
  started = true
  addEventListener('online', tryNow)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') tryNow()
  })
  tryNow()
}
