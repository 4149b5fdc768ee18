import type { Day } from '../core/contract/index.ts'
import { StoreFault } from './store/fault.ts'

/** All the intake ever says. Days only: a line about one citizen's call must not tell when it was made. */
export type LogEntry =
  | { readonly event: 'refused'; readonly on: Day; readonly setting: string; readonly why: string }
  | { readonly event: 'started'; readonly on: Day; readonly address: string; readonly demo: boolean }
  | { readonly event: 'stopped'; readonly on: Day; readonly inTime: boolean }
  | {
      readonly event: 'answers'
      readonly on: Day
      readonly method: string
      readonly route: string
      readonly status: number
      readonly count: number
    }
  | {
      readonly event: 'broken'
      readonly on: Day
      readonly method: string
      readonly route: string
      readonly error: string
      /** The sentence for the operator, where there is one. */
      readonly says?: string
      readonly at: readonly string[]
    }
  | {
      readonly event: 'swept'
      readonly on: Day
      readonly requests: number
      readonly links: number
      readonly unanswered: number
    }
  | {
      /** Nothing was erased: the clock may be wrong. */
      readonly event: 'held'
      readonly on: Day
      readonly since: Day
      readonly says: string
    }
  | {
      /** Whether notices to members can be sent: logged when they cannot, and when they can again. */
      readonly event: 'mail'
      readonly on: Day
      readonly isSent: boolean
      readonly error?: string
      readonly says?: string
    }

/** `municipality`: whose line it is, where one process serves several. */
export type Log = (entry: LogEntry & { readonly municipality?: string }) => void

/** One JSON line an entry, on standard output. */
export const logToStdout: Log = entry => {
  process.stdout.write(JSON.stringify(entry) + '\n')
}

/**
 * Counts answers by method, route pattern and status, and writes the counts when a day is over or the intake stops.
 * A line for each call would be stamped by whatever collects the lines, and so keep the minute somebody asked for help.
 */
export type Tally = { count(method: string, route: string, status: number): void; write(): void }

/**
 * @param today the present day; what was counted is written under the day it was counted on.
 * @param onAnswer called with each answer at once, for counters that are read while the day goes on.
 */
export function createTally(log: Log, today: () => Day, onAnswer?: Tally['count']): Tally {
  let on = today()
  let counts = new Map<string, { method: string; route: string; status: number; count: number }>()

  function write(): void {
    for (const counted of [...counts.values()].sort(byRoute)) log({ event: 'answers', on, ...counted })
    counts = new Map()
    on = today()
  }

  return {
    write,
    count(method, route, status) {
      onAnswer?.(method, route, status)
      if (today() !== on) write()
      const key = `${method} ${route} ${status}`
      const counted = counts.get(key) ?? { method, route, status, count: 0 }
      counted.count++
      counts.set(key, counted)
    },
  }
}

/**
 * Says of a fault whether it is worth a line: each kind once a minute. A database that is away would else write a line
 * for each call, stamped by whatever collects the lines.
 */
export function onceAMinute(): (fault: StoreFault) => boolean {
  const last = new Map<string, number>()
  return ({ code }) => {
    const now = performance.now()
    if (now - (last.get(code) ?? -Infinity) < 60_000) return false
    last.set(code, now)
    return true
  }
}

/** In the order of the alphabet, so that the lines do not show what was called first. */
function byRoute(
  a: { route: string; method: string; status: number },
  b: { route: string; method: string; status: number },
): number {
  return a.route.localeCompare(b.route) || a.method.localeCompare(b.method) || a.status - b.status
}

/**
 * The name of an error and where in our own code it came from. Never its message: a message may quote what was sent.
 *
 * @returns `at`: the first three places in `src`, as `src/file.ts:line:column`, or in `server.mjs`, the whole in one file.
 */
export function describeError(error: unknown): { error: string; says?: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const name = /^\w{1,60}$/.test(error.name) ? error.name : 'Error'
  const at = placesOf(error)
  // Ours and SQLite's (`SQLITE_BUSY`), and PostgreSQL's five signs (`55P03`).
  return {
    error: /^([A-Z][A-Z0-9_]{1,60}|[0-9A-Z]{5})$/.test(code) ? `${name} ${code}` : name,
    ...(error instanceof StoreFault && { says: error.message }), // one of ours, never the database's words
    at: at.length > 0 ? at : placesOf(error.cause),
  }
}

function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const stack = (error.stack ?? '').replace(error.message, '')
  const places = stack.matchAll(/^ {4}at .*?\b((?:src\/[\w./-]+\.ts|server\.mjs):\d+:\d+)\)?$/gm)
  return [...places].flatMap(([, place]) => place ?? []).slice(0, 3)
}
